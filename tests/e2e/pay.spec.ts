/** Paying by card, in front of the terminal: what is seen here, what the terminal says, and what the landlord books. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { axeFindings } from './access/axe.ts';
import { finish, heading, LEAFLET_TENANT, openAccount, openMenu, signIn } from './journey.ts';
import { expect, filled, readable, shaped, test, words } from './shared-kiosk.ts';
import { enterAsStaff } from './staff.ts';

const { payment, payments, unknownPayments } = words;
const OWED = '27,74 €';

test('a tenant pays all they owe, takes the receipt, and sees the payment once, before and after it is booked', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openPayment(page);
  await page.getByRole('button', { name: payment.wholeText }).click();
  await expect(heading(page)).toHaveText(payment.check);
  // Two touches in a row make one payment.
  await payButton(page, OWED).dblclick();

  await expect(heading(page)).toHaveText(payment.underWay.waitingForCard.title);
  await expect(page.getByText(payment.redButton)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await sandbox.terminal.presentCard();

  await expect(heading(page)).toHaveText(payment.approved);
  const reference = await shownReference(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(chargedCents(sandbox)).toEqual([2_774]);
  await page.getByRole('button', { name: payment.printReceipt }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  const paper = await printedText(sandbox);
  expect(paper).toContain(reference);
  expect(paper).toContain(OWED);
  expect(paper).not.toContain('Relevé');

  await page.getByRole('button', { name: words.statement.backHome }).click();
  const recording = readable(filled(words.balance.recording, { amount: OWED }));
  await expect.poll(async () => readable(await page.locator('body').innerText())).toContain(recording);
  await openAccount(page);
  await expect(page.getByRole('row', { name: words.account.recordingMark })).toHaveCount(1);
  await expect(page.getByRole('row', { name: 'Paiement par carte à la borne' })).toHaveCount(0);

  await expect.poll(() => sandbox.tenantApi.payments.received.length).toBe(1);
  sandbox.tenantApi.payments.bookHeld();
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await openAccount(page);
  await expect(page.getByRole('row', { name: 'Paiement par carte à la borne' })).toHaveCount(1);
  await expect(page.getByRole('row', { name: words.account.recordingMark })).toHaveCount(0);
});

test('a tenant pays a part, never more than they owe, gets a receipt by e-mail, and finds it again', {
  tag: '@landscape',
}, async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  await openPayment(page);
  await page.getByRole('button', { name: payment.part }).click();
  for (const key of ['5', '0']) await page.getByRole('button', { name: key, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(shaped(payment.complaints.tooMuch));
  for (const key of [payment.comma, '2', '5']) {
    await page.getByRole('button', { name: key, exact: true }).click();
  }
  await page.getByRole('button', { name: payment.continue }).click();
  await expect(page.getByText('22,49')).toBeVisible();
  await payButton(page, '5,25 €').click();
  await sandbox.terminal.presentCard();

  await expect(page.getByText(payment.receiptWhyPart)).toBeVisible();
  await page.getByRole('button', { name: shaped(payment.sendReceipt) }).click();
  await expect(page.getByText(words.email.transmittedText)).toBeVisible({ timeout: 20_000 });
  await expect
    .poll(() => sandbox.tenantApi.mailbox.emails.map(({ text }) => readable(text)).join())
    .toContain('5,25 €');

  await page.getByRole('button', { name: words.statement.backHome }).click();
  await openMenu(page, 'payments');
  await page.getByRole('button', { name: words.home.payments }).click();
  const line = page.getByRole('row', { name: payment.means.cardAtKiosk });
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('5,25');
  await expect(line).toContainText(payments.states.recording);
  expect(await axeFindings(page)).toEqual([]);
  await line.getByRole('button').click();
  await expect(page.getByRole('button', { name: payment.printReceipt })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: payment.printReceipt }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await expect.poll(() => printedText(sandbox)).toContain('5,25 €');
});

test('a tenant sees each payment of theirs with its day, its means and its amount, and has the statement sent to them', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openMenu(page, 'payments');
  await page.getByRole('button', { name: words.home.payments }).click();
  const cheque = page.getByRole('row', { name: payment.means.cheque });
  await expect(cheque).toContainText('10/07/2018');
  await expect(cheque).toContainText(/43,86\s€/);
  await expect(cheque).toContainText(payments.states.booked);

  await page.getByRole('button', { name: words.account.getStatement }).click();
  await page.getByRole('button', { name: shaped(words.statement.sendTo) }).click();
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();

  const [email] = sandbox.tenantApi.mailbox.emails;
  expect(email?.to).toBe(LEAFLET_TENANT);
  expect(readable(email?.text ?? '')).toContain(OWED);
});

test('a card that is refused and a payment that is called off are told, and nothing is charged', async ({
  page,
  sandbox,
}) => {
  await sandbox.terminal.plan({ outcome: 'refused' });
  await signIn(page, sandbox);
  await openPayment(page);
  await page.getByRole('button', { name: payment.wholeText }).click();
  await payButton(page, OWED).click();
  await sandbox.terminal.presentCard();
  await expect(page.getByRole('alert')).toHaveText(payment.notPerformed.refused);

  await page.getByRole('button', { name: payment.again }).click();
  await payButton(page, OWED).click();
  await expect(heading(page)).toHaveText(payment.underWay.waitingForCard.title);
  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByRole('alertdialog')).toContainText(words.leaving.payment);
  await page.getByRole('button', { name: words.leaving.stay }).click();
  await sandbox.terminal.pressRedButton();

  await expect(heading(page)).toHaveText(payment.abandoned);
  await expect(page.getByText(payment.nothingTaken)).toBeVisible();
  expect(chargedCents(sandbox)).toEqual([]);
  await page.getByRole('button', { name: words.statement.backHome }).click();
  await expect(page.getByText(OWED)).toBeVisible();
});

test('when nobody knows whether the card was charged, nothing more is taken until staff have settled it', async ({
  page,
  sandbox,
}) => {
  await sandbox.terminal.plan({ answer: { kind: 'cut', afterBytes: 0 } });
  await signIn(page, sandbox);
  await openPayment(page);
  await page.getByRole('button', { name: payment.wholeText }).click();
  await payButton(page, OWED).click();
  await sandbox.terminal.presentCard();
  await expect(heading(page)).toHaveText(payment.unknown);
  await expect(page.getByText(payment.unknownLead)).toBeVisible();
  const reference = await shownReference(page);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: words.statement.backHome }).click();
  await openPayment(page);
  await expect(page.getByText(payment.obstacles.unknownOutcome)).toBeVisible();
  await expect.poll(() => shownReference(page)).toBe(reference);
  await finish(page);

  await enterAsStaff(page);
  await page.getByRole('button', { name: unknownPayments.open }).click();
  await page
    .getByRole('article', { name: reference })
    .getByRole('button', { name: unknownPayments.settle })
    .click();
  await page.getByRole('button', { name: unknownPayments.next, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(unknownPayments.choiceMissing);
  await page.getByRole('radio', { name: unknownPayments.charged, exact: true }).click();
  for (const key of ['v', 'u', '4', '2']) await page.getByRole('button', { name: key, exact: true }).click();
  await page.getByRole('button', { name: unknownPayments.next, exact: true }).click();
  await expect(page.getByText('vu42')).toBeVisible();
  await page.getByRole('button', { name: unknownPayments.confirm }).click();
  await expect(page.getByText(unknownPayments.none)).toBeVisible();
  await page.getByRole('button', { name: unknownPayments.leave, exact: true }).click();

  await expect.poll(() => sandbox.tenantApi.payments.received.length).toBe(1);
  await signIn(page, sandbox);
  await openPayment(page);
  await expect(heading(page)).toHaveText(payment.nothingToPay);
  expect(chargedCents(sandbox)).toEqual([2_774]);
});

/** From the home screen to the question how much. */
async function openPayment(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.home.payText }).click();
}

function payButton(page: Page, amount: string) {
  return page.getByRole('button', { name: filled(payment.pay, { amount }), exact: true });
}

async function shownReference(page: Page): Promise<string> {
  const text = await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).textContent();
  return text ?? '';
}

/** From the terminal's own journal. */
function chargedCents(sandbox: Sandbox): number[] {
  return sandbox.terminal
    .journal()
    .filter(({ outcome }) => outcome === 'approved')
    .map(({ amountCents }) => amountCents);
}

async function printedText(sandbox: Sandbox): Promise<string> {
  const printed = readdirSync(sandbox.printedFolder).sort().at(-1) ?? '';
  const text = execFileSync('pdftotext', ['-layout', join(sandbox.printedFolder, printed), '-'], {
    encoding: 'utf8',
  });
  return readable(text);
}
