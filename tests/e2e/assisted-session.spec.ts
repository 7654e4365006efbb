/** A staff member helps a tenant: what they may do, what they may not, and what is kept of it. */
import type { Page } from 'playwright/test';
import type { CallInput, CallOutput, Channel, SessionSnapshot } from '../../preload/contract.ts';
import { STAFF } from '../sandbox/tenant-api/staff.ts';
import { presentBadge } from './badge.ts';
import { begin, LEAFLET_TENANT } from './journey.ts';
import { logText } from './kiosk-log.ts';
import { expect, test } from './shared-kiosk.ts';

const [CLAIRE, MARC] = STAFF;
if (!CLAIRE || !MARC) throw new Error('The sandbox has no staff.');
const HANDOVER = { ok: false, error: { code: 'HANDOVER_NEEDED' } };
const CONSENT = { ok: false, error: { code: 'CONSENT_NEEDED' } };

test('an adviser helps with badge and PIN: rights, consent, the screen handed over, and the trail of it', async ({
  app,
  page,
  sandbox,
}) => {
  const credentials = { email: LEAFLET_TENANT, password: sandbox.tenantApi.password };
  await begin(page);

  await presentBadge(app, CLAIRE.badgeNumber);
  await expect.poll(() => call(page, 'assist.readBadge', undefined)).toEqual({ name: 'presented' });
  expect(await assistanceOn(page)).toBeNull();
  await presentBadge(app, MARC.badgeNumber);
  expect(await call(page, 'assist.signIn', { name: null, pin: MARC.pin })).toMatchObject({
    error: { code: 'STAFF_PIN_REFUSED' },
  });
  expect(await call(page, 'assist.signIn', { name: null, pin: CLAIRE.pin })).toEqual({ ok: true, value: {} });
  expect(await assistanceOn(page)).toMatchObject({ staffName: 'Claire D.', consent: 'asked' });

  // The tenant alone types their password.
  expect(await call(page, 'session.signIn', credentials)).toEqual(HANDOVER);
  await call(page, 'assist.handOver', undefined);
  expect(await call(page, 'session.signIn', credentials)).toEqual({ ok: true, value: {} });
  await call(page, 'assist.takeBack', undefined);

  expect(await call(page, 'account.list', undefined)).toEqual(CONSENT);
  await call(page, 'assist.consent', { how: 'orally' });
  const accounts = await call(page, 'account.list', undefined);
  if (!accounts.ok) throw new Error(accounts.error.code);
  const [account] = accounts.value;
  const [period] = account?.periods ?? [];
  if (!account || !period) throw new Error('There is no account.');
  const wanted = { accountId: account.id, from: period.from, to: period.to };
  expect(await call(page, 'statement.sendByEmail', wanted)).toMatchObject({ ok: true });
  expect(await call(page, 'directDebit.end', { accountId: account.id })).toEqual(HANDOVER);

  expect(await call(page, 'assist.summary', undefined)).toMatchObject({
    value: { entries: [{ act: 'statement.sendByEmail', staffName: 'Claire D.' }] },
  });
  await call(page, 'assist.stop', { by: 'person' });
  expect(await assistanceOn(page)).toBeNull();
  expect(await call(page, 'account.list', undefined)).toMatchObject({ ok: true });

  await expect
    .poll(() => sandbox.tenantApi.auditTrail.entries.map(({ entry }) => `${entry.action} ${entry.subject}`))
    .toEqual([
      'signedIn here',
      'session.signIn refused',
      'handedOver null',
      'session.signIn alone',
      'takenBack null',
      'consentGiven null',
      'statement.sendByEmail null',
      'directDebit.end refused',
      'consentWithdrawn null',
      'ended person',
    ]);
  expect(logText(sandbox)).not.toMatch(new RegExp(`${CLAIRE.badgeNumber}|${MARC.badgeNumber}`));
});

test('while the line is cut, whoever helped here before still may, and nobody else', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  const signIn = { name: CLAIRE.userName, pin: CLAIRE.pin };
  expect(await call(page, 'assist.signIn', signIn)).toMatchObject({ ok: true });
  await call(page, 'assist.stop', { by: 'staff' });
  sandbox.tenantApi.faults.set('createStaffSession', { effect: { kind: 'cut', moment: 'beforeEffect' } });

  expect(await call(page, 'assist.signIn', { name: MARC.userName, pin: MARC.pin })).toMatchObject({
    error: { code: 'STAFF_UNKNOWN_OFFLINE' },
  });
  expect(await call(page, 'assist.signIn', signIn)).toMatchObject({ ok: true });
  expect(await assistanceOn(page)).toMatchObject({ staffName: 'Claire D.' });
});

/** As the screens ask: what a person can do with them is told by their own tests. */
function call<C extends Channel>(page: Page, channel: C, input: CallInput<C>): Promise<CallOutput<C>> {
  return page.evaluate(({ channel, input }) => window.kiosk.call(channel, input), { channel, input } as {
    channel: Channel;
    input: never;
  }) as Promise<CallOutput<C>>;
}

async function assistanceOn(page: Page) {
  const snapshot: SessionSnapshot = await call(page, 'session.read', undefined);
  return 'assistance' in snapshot ? snapshot.assistance : undefined;
}
