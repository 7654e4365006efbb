/** A staff member helps a tenant: what they may do, what they may not, and what is kept of it. */

import fc from 'fast-check';
import type { Page } from 'playwright/test';
import { assistedRights } from '../../main/assist/rights.ts';
import { rights } from '../../main/ipc/rights.ts';
import { type Channel, calls, type SessionSnapshot } from '../../preload/contract.ts';
import { seed } from '../property-seed.ts';
import { valuesOf } from '../security/ipc-fuzz/values-of-schema.ts';
import { ask } from './ask.ts';
import { CLAIRE, MARC, presentBadge } from './badge.ts';
import { begin, heading, LEAFLET_TENANT, signIn } from './journey.ts';
import { logText } from './kiosk-log.ts';
import { expect, test } from './shared-kiosk.ts';

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
  await expect.poll(() => ask(page, 'assist.readBadge', undefined)).toEqual({ name: 'presented' });
  expect(await assistanceOn(page)).toBeNull();
  await presentBadge(app, MARC.badgeNumber);
  expect(await ask(page, 'assist.signIn', { name: null, pin: MARC.pin })).toMatchObject({
    error: { code: 'STAFF_PIN_REFUSED' },
  });
  expect(await ask(page, 'assist.signIn', { name: null, pin: CLAIRE.pin })).toEqual({ ok: true, value: {} });
  expect(await assistanceOn(page)).toMatchObject({ staffName: 'Claire D.', consent: 'asked' });

  // The tenant alone types their password.
  expect(await ask(page, 'session.signIn', credentials)).toEqual(HANDOVER);
  await ask(page, 'assist.handOver', undefined);
  expect(await ask(page, 'session.signIn', credentials)).toEqual({ ok: true, value: {} });
  await ask(page, 'assist.takeBack', undefined);

  expect(await ask(page, 'account.list', undefined)).toEqual(CONSENT);
  await ask(page, 'assist.consent', { how: 'orally' });
  const accounts = await ask(page, 'account.list', undefined);
  if (!accounts.ok) throw new Error(accounts.error.code);
  const [account] = accounts.value;
  const [period] = account?.periods ?? [];
  if (!account || !period) throw new Error('There is no account.');
  const wanted = { accountId: account.id, from: period.from, to: period.to };
  expect(await ask(page, 'statement.sendByEmail', wanted)).toMatchObject({ ok: true });
  expect(await ask(page, 'directDebit.end', { accountId: account.id })).toEqual(HANDOVER);

  expect(await ask(page, 'assist.summary', undefined)).toMatchObject({
    value: {
      entries: [
        // What was done while nobody but the tenant should have been there: they learn of it in any case.
        { act: 'session.signIn', staffName: null },
        { act: 'statement.sendByEmail', staffName: 'Claire D.' },
      ],
    },
  });
  await ask(page, 'assist.stop', { by: 'person' });
  expect(await assistanceOn(page)).toBeNull();
  expect(await ask(page, 'account.list', undefined)).toMatchObject({ ok: true });

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
  expect(await ask(page, 'assist.signIn', signIn)).toMatchObject({ ok: true });
  await ask(page, 'assist.stop', { by: 'staff' });
  sandbox.tenantApi.faults.set('createStaffSession', { effect: { kind: 'cut', moment: 'beforeEffect' } });

  expect(await ask(page, 'assist.signIn', { name: MARC.userName, pin: MARC.pin })).toMatchObject({
    error: { code: 'STAFF_UNKNOWN_OFFLINE' },
  });
  expect(await ask(page, 'assist.signIn', signIn)).toMatchObject({ ok: true });
  expect(await assistanceOn(page)).toMatchObject({ staffName: 'Claire D.' });
});

test('while the line is cut in the middle of it, the help goes on, and its trail arrives afterwards', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await ask(page, 'assist.signIn', { name: CLAIRE.userName, pin: CLAIRE.pin });
  await ask(page, 'assist.consent', { how: 'onScreen' });
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });

  expect(await ask(page, 'assist.pauseClock', { isPaused: true })).toMatchObject({ ok: true });
  expect(await ask(page, 'assist.handOver', undefined)).toMatchObject({ ok: true });
  expect(await ask(page, 'assist.takeBack', undefined)).toMatchObject({ ok: true });
  const lengthened = [1, 2, 3, 4].map(() => ask(page, 'assist.lengthenLimit', undefined));
  expect(await Promise.all(lengthened)).toMatchObject([
    ...Array(3).fill({ ok: true, value: { minutes: 15 } }),
    { ok: false, error: { code: 'LIMIT_REACHED' } },
  ]);
  expect(await assistanceOn(page)).toMatchObject({ consent: 'onScreen', isClockPaused: true });
  await ask(page, 'assist.stop', { by: 'person' });
  expect(await ask(page, 'account.list', undefined)).toMatchObject({ ok: false });
  expect(sandbox.tenantApi.auditTrail.entries.map(({ entry }) => entry.action)).not.toContain('clockPaused');

  sandbox.tenantApi.faults.clear();
  await expect
    .poll(() => sandbox.tenantApi.auditTrail.entries.map(({ entry }) => entry.action), { timeout: 30_000 })
    .toEqual([
      ...['signedIn', 'consentGiven', 'clockPaused', 'handedOver', 'takenBack'],
      ...['limitLengthened', 'limitLengthened', 'limitLengthened'],
      ...['consentWithdrawn', 'ended'],
    ]);
});

test('whoever got hold of the page gets past none of the rights, and nothing is done', async ({
  page,
  sandbox,
}) => {
  const asked = async (right: 'withConsent' | 'personAlone', state: 'signedOut' | 'tenant') => {
    const channels = (Object.keys(assistedRights) as Channel[]).filter(
      (channel) => assistedRights[channel] === right && rights[channel].includes(state),
    );
    const answers = await answersTo(page, channels);
    expect(channels.length).toBeGreaterThan(3);
    return Object.fromEntries(channels.map((channel, at) => [answers[at], channel]));
  };
  const claire = { name: CLAIRE.userName, pin: CLAIRE.pin };
  await begin(page);
  await ask(page, 'assist.signIn', claire);

  await test.step('before anybody has signed in', async () => {
    expect(Object.keys(await asked('personAlone', 'signedOut'))).toEqual(['HANDOVER_NEEDED']);
    // What says that the person is alone is main's to know.
    expect(await answersTo(page, ['assist.createAccount'], { consent: true, isHandedOver: true })).toEqual([
      'INPUT_INVALID',
    ]);
    expect(await ask(page, 'assist.signIn', { ...claire, pin: '0000' })).toMatchObject({ ok: false });
  });
  await ask(page, 'assist.handOver', undefined);
  await ask(page, 'session.signIn', { email: LEAFLET_TENANT, password: sandbox.tenantApi.password });
  await ask(page, 'assist.takeBack', undefined);
  await expect(heading(page)).toContainText(CLAIRE.displayName);
  sandbox.tenantApi.requestLog.clear();

  for (const consent of ['asked', 'declined', 'onScreen', 'withdrawn'] as const) {
    await test.step(`consent: ${consent}`, async () => {
      const how = consent === 'onScreen' ? 'onScreen' : 'declined';
      if (consent !== 'asked') await ask(page, 'assist.consent', { how });
      expect(Object.keys(await asked('personAlone', 'tenant'))).toEqual(['HANDOVER_NEEDED']);
      if (consent === 'onScreen') return;
      expect(Object.keys(await asked('withConsent', 'tenant'))).toEqual(['CONSENT_NEEDED']);
    });
  }

  expect(done(sandbox)).toEqual([]);
  await ask(page, 'assist.stop', { by: 'person' });
});

/** What was asked of the landlord beside what a kiosk asks by itself, and the trail of it. */
function done({
  tenantApi,
}: {
  tenantApi: { requestLog: { requests: readonly { operationId: string | null }[] } };
}) {
  return tenantApi.requestLog.requests
    .map(({ operationId }) => operationId ?? '')
    .filter(
      (name) => /^(create|put|delete|list)/.test(name) && !/AuditEntry|KioskToken|HealthReport/.test(name),
    );
}

/** A code each; null for what was done. */
function answersTo(page: Page, channels: readonly Channel[], input?: unknown): Promise<(string | null)[]> {
  const questions = channels.map((channel) => ({
    channel,
    input: input ?? fc.sample(valuesOf(calls[channel].input), { numRuns: 1, seed })[0],
  }));
  return page.evaluate(async (questions) => {
    const call = window.kiosk.call as (channel: string, input: unknown) => Promise<unknown>;
    const answers: (string | null)[] = [];
    for (const { channel, input } of questions) {
      answers.push(
        await call(channel, input).then(
          (answer) => (answer as { ok?: boolean; error?: { code: string } } | null)?.error?.code ?? null,
          (error: Error) => /[A-Z]+(?:_[A-Z]+)+/.exec(error.message)?.[0] ?? error.message,
        ),
      );
    }
    return answers;
  }, questions);
}

async function assistanceOn(page: Page) {
  const snapshot: SessionSnapshot = await ask(page, 'session.read', undefined);
  return 'assistance' in snapshot ? snapshot.assistance : undefined;
}
