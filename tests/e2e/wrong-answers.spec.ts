import type { Page } from 'playwright/test';
import { startEndlessApi } from './endless-api.ts';
import {
  askForPaper,
  begin,
  enterCredentials,
  heading,
  LEAFLET_TENANT,
  openAccount,
  signIn,
} from './journey.ts';
import { attractScreen, configure, test as testOfItsOwn } from './kiosk.ts';
import { expect, test, words } from './shared-kiosk.ts';
import { WRONG_ACCOUNTS, WRONG_FIGURE, WRONG_LEDGERS, WRONG_SESSIONS } from './wrong-answers.ts';

test.use({ config: { tenantApi: { timeoutSeconds: 2 } } });

test('whatever the landlord’s system answers to a sign-in, a sentence says so, and one can sign in after it', async ({
  page,
  sandbox,
}) => {
  await begin(page);

  for (const { name, fault, code } of WRONG_SESSIONS) {
    await test.step(name, async () => {
      sandbox.tenantApi.faults.set('createTenantSession', fault);
      await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
      await expect(page.getByRole('alert')).toContainText(words.errors[code]);
      await expect(heading(page)).toHaveText(words.signIn.title);
    });
  }

  sandbox.tenantApi.faults.clear();
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
});

test('whatever it answers about accounts, no wrong figure is shown, and one can try again', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set('listAccounts', { effect: { kind: 'status', status: 503 } });
  await begin(page);
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);

  for (const { name, fault, code } of WRONG_ACCOUNTS) {
    await test.step(name, async () => {
      await expect(page.getByRole('alert')).toBeVisible();
      sandbox.tenantApi.faults.set('listAccounts', fault);
      await page.getByRole('button', { name: words.failure.retry }).click();
      await expect(page.getByRole('alert')).toHaveText(words.errors[code]);
      await expectNoWrongFigure(page);
    });
  }

  sandbox.tenantApi.faults.clear();
  await page.getByRole('button', { name: words.failure.retry }).click();
  await expect(page.getByRole('article')).toContainText('27,74');
});

test('whatever it answers about the account’s lines, no wrong figure is shown, and one can go back and try again', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set('listLedgerEntries', { effect: { kind: 'status', status: 503 } });
  await signIn(page, sandbox);
  await openAccount(page);

  for (const { name, fault, code } of WRONG_LEDGERS) {
    await test.step(name, async () => {
      await expect(page.getByRole('alert')).toBeVisible();
      sandbox.tenantApi.faults.set('listLedgerEntries', fault);
      await page.getByRole('button', { name: words.failure.retry }).click();
      await expect(page.getByRole('alert')).toHaveText(words.errors[code]);
      await expectNoWrongFigure(page);
    });
  }

  await page.getByRole('button', { name: words.frame.back }).click();
  sandbox.tenantApi.faults.clear();
  await openAccount(page);
  await expect(page.locator('tbody').getByRole('row')).toHaveCount(7);
});

test('lines that cannot be read leave those before them where they are', async ({ page, sandbox }) => {
  await signIn(page, sandbox, 'henri.rousseau@exemple.fr');
  await openAccount(page);
  const rows = page.locator('tbody').getByRole('row');
  await expect(rows).not.toHaveCount(0);
  const before = await rows.count();
  sandbox.tenantApi.faults.set('listLedgerEntries', { effect: { kind: 'cut', moment: 'midAnswer' } });

  await page.getByRole('region', { name: words.account.table }).focus();
  await page.keyboard.press('End');

  await expect(page.getByRole('alert')).toHaveText(words.errors.API_UNREACHABLE);
  await expect(rows).toHaveCount(before);
  sandbox.tenantApi.faults.clear();
  await page.getByRole('button', { name: words.failure.retry }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
});

test('whatever it answers while a statement is made, nothing is printed, and one can print after it', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set('listLedgerEntries', { effect: { kind: 'status', status: 503 } });
  await signIn(page, sandbox);
  await askForPaper(page);

  for (const [operation, wrong] of [
    ...WRONG_LEDGERS.map((answer) => ['listLedgerEntries', answer] as const),
    // When nobody answers, the leases are printed as they were listed before.
    ...WRONG_ACCOUNTS.filter(({ code }) => code !== 'API_UNREACHABLE').map(
      (answer) => ['listAccounts', answer] as const,
    ),
  ]) {
    await test.step(`${wrong.name} (${operation})`, async () => {
      await expect(page.getByRole('alert')).toBeVisible();
      sandbox.tenantApi.faults.clear();
      sandbox.tenantApi.faults.set(operation, wrong.fault);
      await page.getByRole('button', { name: words.printing.again }).click();
      await expect(heading(page)).toHaveText(words.printing.failedTitle);
      await expect(page.getByRole('alert')).toHaveText(words.errors[wrong.code]);
    });
  }

  expect(await sandbox.printer.printedDocuments()).toEqual([]);
  sandbox.tenantApi.faults.clear();
  await page.getByRole('button', { name: words.printing.again }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(1);
});

testOfItsOwn(
  'an answer that never comes to an end is given up, and one can try again',
  async ({ sandbox, startKiosk }) => {
    const api = await startEndlessApi(sandbox.tenantApi.baseUrl);
    configure(sandbox, { tenantApi: { baseUrl: api.baseUrl } });
    const page = await attractScreen(await startKiosk());

    await begin(page);
    api.drag('/tenant-sessions');
    await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
    await expect(page.getByRole('alert')).toContainText(words.errors.API_TIMEOUT);

    api.drag('/accounts');
    await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
    await expect(page.getByRole('alert')).toHaveText(words.errors.API_TIMEOUT);

    api.drag('/ledger-entries');
    await page.getByRole('button', { name: words.failure.retry }).click();
    await openAccount(page);
    await expect(page.getByRole('alert')).toHaveText(words.errors.API_TIMEOUT);

    api.behave();
    await page.getByRole('button', { name: words.failure.retry }).click();
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(7);
    await api.stop();
  },
);

async function expectNoWrongFigure(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text).not.toContain(WRONG_FIGURE);
  expect(text).not.toMatch(/NaN|undefined|null|\[object/);
}
