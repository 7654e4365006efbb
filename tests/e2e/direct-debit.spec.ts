import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { heading, openMenu, signIn } from './journey.ts';
import { logText } from './kiosk-log.ts';
import { expect, filled, readable, test, words } from './shared-kiosk.ts';
import { touch } from './touch.ts';
import { contentOf, filesIn } from './traces.ts';

const t = words.directDebit;
const IBAN = 'FR7630006000011234567890189';
const IBAN_ON_PAPER = 'FR76 3000 6000 0112 3456 7890 189';
/** A name and the line under it. */
const SIGNATURE = [
  [
    [0.2, 0.7],
    [0.3, 0.2],
    [0.4, 0.7],
    [0.55, 0.3],
    [0.7, 0.6],
  ],
  [
    [0.2, 0.85],
    [0.8, 0.8],
  ],
] as const;
/** One of whose debits is so near that the bank has it already. */
const DEBITED_SOON = 'karim.benali@exemple.fr';

test('a tenant signs a mandate: it is told where the IBAN is wrong, reaches the landlord, and leaves no IBAN behind', async ({
  page,
  sandbox,
}) => {
  test.slow();
  sandbox.tenantApi.faults.set('createDirectDebitMandate', { latencyMilliseconds: 500 });
  await signIn(page, sandbox);
  const finger = await touch(page);
  const iban = page.getByLabel(t.iban.label, { exact: true });

  await openMenu(page, 'payments');
  await button(page, t.tile).click();
  await button(page, t.setUp).click();
  await test.step('two digits have changed places', async () => {
    for (const key of `${IBAN.slice(0, -2)}98`) await finger.tap(keyOf(page, key));
    await expect(iban).toHaveValue(`${IBAN_ON_PAPER.slice(0, -2)}98`);
    await button(page, t.next).click();
    await expect(page.getByRole('alert')).toHaveText(t.ibanFaults.checkDigits);
    await expect(iban).toHaveAttribute('aria-invalid', 'true');
  });
  await test.step('mended key by key', async () => {
    await finger.tap(keyOf(page, '{backspace}'));
    await finger.tap(keyOf(page, '{backspace}'));
    await finger.tap(keyOf(page, '8'));
    await expect(page.getByRole('alert')).toHaveCount(0);
    await finger.tap(keyOf(page, '9'));
    await expect(iban).toHaveValue(IBAN_ON_PAPER);
    await finger.tap(keyOf(page, '{next}'));
  });
  await page.getByLabel(t.holder.label).fill('MME JEANNE MARTIN');
  await test.step('a look back loses nothing', async () => {
    await back(page).click();
    await expect(iban).toHaveValue(IBAN_ON_PAPER);
    await back(page).click();
    await back(page).click();
    await expect(heading(page)).toHaveText(words.menus.payments.title);
    await button(page, t.tile).click();
    await button(page, t.setUp).click();
    await expect(iban).toHaveValue(IBAN_ON_PAPER);
    await button(page, t.next).click();
    await expect(page.getByLabel(t.holder.label)).toHaveValue('MME JEANNE MARTIN');
  });
  await button(page, t.next).click();
  await button(page, filled(t.dayChoice, { day: '5' })).click();

  await expect(heading(page)).toHaveText(t.summary.title);
  const summary = readable(await page.getByRole('main').innerText());
  for (const said of [IBAN_ON_PAPER, 'MME JEANNE MARTIN', 'EKI-004473-1', 'FR72ZZZ123456', t.law.rights]) {
    expect(summary).toContain(readable(said));
  }
  await button(page, t.summary.sign).click();
  await button(page, t.signature.send).click();
  await expect(page.getByRole('alert')).toHaveText(t.signature.tooShort);
  for (const stroke of SIGNATURE) await finger.draw(page.locator('.signature-pad'), stroke);
  await button(page, t.signature.send).click();

  await expect(page.getByText(t.sent.saved)).toBeVisible();
  await expect(page.getByText(t.sent.mandate.transmitted)).toBeVisible();
  expect(bookOf(sandbox, 'account-004473').mandate).toMatchObject({
    iban: IBAN,
    bic: null,
    holder: 'MME JEANNE MARTIN',
    day: 5,
    signature: expect.stringMatching(/^M200 280L300 80L400 280L5\d\d 120L700 240M200 340L800 320$/),
  });
  await expect
    .poll(() => sandbox.tenantApi.mailbox.emails.map(({ subject }) => subject))
    .toEqual(['Votre mandat de prélèvement SEPA']);

  await button(page, t.printCopy).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  const paper = printedText(sandbox);
  for (const printed of [IBAN_ON_PAPER, 'EKI-004473-1', 'FR72ZZZ123456', 'MME JEANNE MARTIN']) {
    expect(paper).toContain(printed);
  }
  await back(page).click();
  await expect(page.getByText('•••• 0189')).toBeVisible();
  await test.step('the same by e-mail', async () => {
    await button(page, t.emailCopy).click();
    await expect(page.getByText(words.email.transmittedText)).toBeVisible();
    await expect.poll(() => sandbox.tenantApi.mailbox.emails).toHaveLength(2);
    expect(sandbox.tenantApi.mailbox.emails[1]?.text).toContain('EKI-004473-1');
    await back(page).click();
  });
  expect(await ibanLeftIn(page)).toBe(false);
  expect(logText(sandbox)).not.toMatch(ibanPattern());
  expect(filesWithIban(sandbox.dataFolder)).toEqual([]);
});

test('a tenant changes the day, suspends one debit and ends the mandate', async ({ page, sandbox }) => {
  await signIn(page, sandbox, DEBITED_SOON);
  await openMenu(page, 'payments');
  await button(page, t.tile).click();
  const debits = page.locator('tbody').getByRole('row');
  await expect(debits).toHaveCount(3);
  await expect(debits.first()).toContainText(t.coming.states.tooLate);
  await expect(debits.first().getByRole('button')).toHaveCount(0);

  await test.step('another day', async () => {
    await button(page, t.changeDay).click();
    await button(page, filled(t.dayChoice, { day: '26' })).click();
    await expect(heading(page)).toHaveText(filled(t.confirm.day.title, { day: '26' }));
    expect(bookOf(sandbox, 'account-003471').mandate?.day).toBe(15);
    await button(page, filled(t.confirm.day.action, { day: '26' })).click();
    await expect(page.getByText(t.sent.day.transmitted)).toBeVisible();
    expect(bookOf(sandbox, 'account-003471').mandate?.day).toBe(26);
    await button(page, t.toOverview).click();
    await expect(page.getByText('26 août 2018')).toBeVisible();
  });
  await test.step('one debit suspended', async () => {
    await button(page, filled(t.coming.leaveOutLabel, { date: '26 août 2018' })).click();
    await button(page, t.confirm.leaveOut.action).click();
    await expect(page.getByText(t.sent.leaveOut.transmitted)).toBeVisible();
    expect(bookOf(sandbox, 'account-003471').comingDebits.map(({ isLeftOut }) => isLeftOut)).toEqual([
      false,
      true,
      false,
    ]);
    await button(page, t.toOverview).click();
    await expect(debits.nth(1)).toContainText(t.coming.states.leftOut);
  });
  await test.step('no more', async () => {
    await button(page, t.end).click();
    await back(page).click();
    await button(page, t.end).click();
    await button(page, t.confirm.end.action).click();
    await expect(page.getByText(t.sent.end.transmitted)).toBeVisible();
    expect(bookOf(sandbox, 'account-003471').mandate?.state).toBe('ending');
    await button(page, t.toOverview).click();
    await expect(page.getByText(t.states.ending)).toBeVisible();
    await expect(debits).toHaveCount(1);
    await expect(button(page, t.changeDay)).toHaveCount(0);
  });
});

test('what the landlord refuses is said, and is not shown as if it were so', async ({ page, sandbox }) => {
  sandbox.tenantApi.faults.set('createDirectDebitChange', {
    effect: { kind: 'status', status: 409, code: 'mandate.none' },
  });
  sandbox.tenantApi.faults.set('createDirectDebitMandateDelivery', {
    effect: { kind: 'status', status: 409, code: 'tenant.no_email' },
  });
  await signIn(page, sandbox, DEBITED_SOON);
  await openMenu(page, 'payments');
  await button(page, t.tile).click();

  await button(page, t.end).click();
  await button(page, t.confirm.end.action).click();

  await expect(page.getByText(t.sent.refused)).toBeVisible();
  await button(page, t.toOverview).click();
  await expect(button(page, t.end)).toBeVisible();
  await test.step('nor is a mandate of long ago offered on paper, when its e-mail is refused', async () => {
    await button(page, t.emailMandate).click();
    await expect(page.getByText(words.email.refusedHere)).toBeVisible();
    await expect(button(page, words.email.print)).toHaveCount(0);
    await expect(button(page, words.statement.backHome)).toBeVisible();
  });
});

function button(page: Page, name: string): Locator {
  return page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('button', { name }).and(tile(page)));
}

/** A tile's name is its word and its sentence. */
function tile(page: Page): Locator {
  return page.locator('.tile');
}

function back(page: Page): Locator {
  return page.getByRole('button', { name: words.frame.back, exact: true });
}

function keyOf(page: Page, key: string): Locator {
  return page.locator(`[data-skbtn="${key}"]`);
}

function bookOf({ tenantApi }: Sandbox, accountId: string) {
  const account = tenantApi.tenants.flatMap(({ accounts }) => accounts).find(({ id }) => id === accountId);
  if (!account) throw new Error(`There is no account ${accountId}.`);
  return account.directDebit;
}

function printedText({ printedFolder }: Sandbox): string {
  const [file = ''] = readdirSync(printedFolder);
  return readable(
    execFileSync('pdftotext', ['-layout', join(printedFolder, file), '-'], { encoding: 'utf8' }),
  );
}

/** More of it than its last four characters, with any spaces. */
function ibanPattern(): RegExp {
  return new RegExp([...IBAN.slice(4, 20)].join('\\s*'));
}

async function ibanLeftIn(page: Page): Promise<boolean> {
  const held = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join(),
  );
  return ibanPattern().test(held);
}

function filesWithIban(folder: string): string[] {
  return filesIn(folder).filter((file) =>
    (['latin1', 'utf16le'] as const).some((encoding) =>
      ibanPattern().test(contentOf(file).toString(encoding)),
    ),
  );
}
