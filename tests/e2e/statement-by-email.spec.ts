import { once } from 'node:events';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { askForEmail, finish, openStatement, signIn } from './journey.ts';
import { attractScreen, test as testOfItsOwn } from './kiosk.ts';
import { english, expect, filled, test, words } from './shared-kiosk.ts';

const DELIVERY = 'createStatementDelivery';
/** Waits between tries double from at most 2 s. */
const BY_ITSELF = { timeout: 20_000 };

test('a statement asked for by e-mail is saved first, then transmitted, and arrives with the right figures', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set(DELIVERY, { latencyMilliseconds: 500 });
  await signIn(page, sandbox);

  await askForEmail(page);

  await expect(page.getByText(words.email.savedText)).toBeVisible();
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();
  const [email] = sandbox.tenantApi.mailbox.emails;
  await expect.poll(() => sandbox.tenantApi.mailbox.emails).toHaveLength(1);
  expect(email?.to).toBe('jeanne.martin@exemple.fr');
  expect(email?.text).toMatch(/Période : 01\/01\/2018 au 11\/07\/2018/);
  expect(email?.text).toMatch(/Solde à la fin de la période : 27,74\s€/);
});

test('the e-mail is about the period and in the language that the person chose', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox, 'odile.petit@exemple.fr');
  await openStatement(page);
  await page.getByRole('button', { name: words.account.changePeriod }).click();
  await page.getByRole('button', { name: filled(words.periods.year, { year: '2017' }) }).click();
  await page.getByRole('radio', { name: words.languages.en }).click();

  await page.getByRole('button', { name: english.statement.sendText }).click();

  await expect(page.getByText(english.email.transmittedText)).toBeVisible();
  expect(subjects(sandbox)).toEqual(['Your account statement (01/01/2017 to 31/12/2017)']);
});

test('a line that is cut changes nothing, whenever it is cut: each e-mail goes by itself, and once', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openStatement(page);

  for (const moment of ['beforeEffect', 'beforeAnswer', 'midAnswer'] as const) {
    await test.step(moment, async () => {
      sandbox.tenantApi.faults.set(DELIVERY, { effect: { kind: 'cut', moment }, times: 1 });
      await page.getByRole('button', { name: words.statement.sendText }).click();
      await expect(page.getByText(words.email.transmittedText)).toBeVisible(BY_ITSELF);
      await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    });
  }

  const keys = deliveryRequests(sandbox).map(({ idempotencyKey }) => idempotencyKey);
  expect(subjects(sandbox)).toHaveLength(3);
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(3);
});

test('whoever leaves before it is transmitted gets it all the same', async ({ page, sandbox }) => {
  sandbox.tenantApi.faults.set(DELIVERY, { effect: { kind: 'status', status: 503 }, times: 2 });
  await signIn(page, sandbox);
  await askForEmail(page);
  await expect(page.getByText(words.email.savedText)).toBeVisible();

  await finish(page);

  await expect.poll(() => subjects(sandbox), BY_ITSELF).toHaveLength(1);
});

testOfItsOwn(
  'after a power cut at the kiosk, with the landlord’s answer lost, it is still sent once',
  async ({ app, page, sandbox, startKiosk }) => {
    sandbox.tenantApi.faults.set(DELIVERY, { effect: { kind: 'cut', moment: 'beforeAnswer' } });
    await signIn(page, sandbox);
    await askForEmail(page);
    await expect(page.getByText(words.email.savedText)).toBeVisible();
    await expect.poll(() => deliveryRequests(sandbox).length).toBeGreaterThan(0);

    const ended = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await ended;
    sandbox.tenantApi.faults.clear();
    const nextPage = await attractScreen(await startKiosk());

    await expect.poll(() => delivered(sandbox), BY_ITSELF).toBe(true);
    await signIn(nextPage, sandbox, 'odile.petit@exemple.fr');
    await askForEmail(nextPage);
    await expect(nextPage.getByText(words.email.transmittedText)).toBeVisible();
    await expect
      .poll(() => sandbox.tenantApi.mailbox.emails.map(({ to }) => to))
      .toEqual(['jeanne.martin@exemple.fr', 'odile.petit@exemple.fr']);
  },
);

test('what the landlord refuses is said, and can be printed instead', async ({ page, sandbox }) => {
  sandbox.tenantApi.faults.set(DELIVERY, {
    effect: { kind: 'status', status: 409, code: 'tenant.no_email' },
  });
  await signIn(page, sandbox);

  await askForEmail(page);

  await expect(page.getByText(words.email.refusedText)).toBeVisible();
  await page.getByRole('button', { name: words.email.print }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
});

test('a tenant without an e-mail address on file is told so, and can print', async ({ page, sandbox }) => {
  await sandbox.tenantApi.addTenant({
    number: '0109999',
    displayName: 'Mme Rose Blanc',
    email: 'rose.blanc@exemple.fr',
    emailOnFile: null,
    story: 'Aucune adresse au dossier',
    leases: [
      { number: '009999', addressLines: ['1 rue Haute'], startsOn: '2018-01-01', endsOn: null, bookings: [] },
    ],
  });
  await signIn(page, sandbox, 'rose.blanc@exemple.fr');

  await openStatement(page);

  await expect(page.getByText(words.statement.noEmail)).toBeVisible();
  await page.getByRole('button', { name: words.statement.print }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
});

function deliveryRequests(sandbox: Sandbox) {
  return sandbox.tenantApi.requestLog.requests.filter(({ operationId }) => operationId === DELIVERY);
}

function delivered(sandbox: Sandbox): boolean {
  return deliveryRequests(sandbox).some(({ status }) => status === 201);
}

function subjects(sandbox: Sandbox): string[] {
  return sandbox.tenantApi.mailbox.emails.map(({ subject }) => subject);
}
