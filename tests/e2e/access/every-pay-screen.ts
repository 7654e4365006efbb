/** Goes through every screen of paying, from the home screen and back, and leaves one payment that is not known. */
import type { ElectronApplication, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import type { Payment } from '../../../preload/payment-contract.ts';
import { EVENT_PIPE } from '../../../preload/wire.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { heading } from '../journey.ts';
import { type english, type words as french, shaped } from '../words.ts';

interface Kiosk {
  app: ElectronApplication;
  page: Page;
  sandbox: Sandbox;
  /** In the language of the screen. */
  words: typeof french | typeof english;
}

type Visit = (screen: string) => Promise<void>;

export async function visitEveryPayScreen(kiosk: Kiosk, visit: Visit): Promise<void> {
  const { app, page, sandbox, words } = kiosk;
  const { payment } = words;
  const touch = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);

  await touch(words.home.payText);
  await arriveAt(payment.title);
  await visit('pay, which lease');
  await touch(shaped(words.balance.owed));
  await expect(page.getByRole('button', { name: payment.part })).toBeVisible();
  await visit('pay, how much');
  await touch(payment.part);
  await touch(payment.continue);
  await expect(page.getByRole('alert')).toHaveText(shaped(payment.complaints.tooLittle));
  await visit('pay, a part');
  for (const key of ['1', '2']) await page.getByRole('button', { name: key, exact: true }).click();
  await touch(payment.continue);
  await arriveAt(payment.check);
  await visit('pay, summary');
  await sandbox.terminal.setReachable(false);
  await touch(shaped(payment.pay));
  await expect(page.getByText(payment.notPerformed.terminalTrouble)).toBeVisible();
  await visit('pay, terminal away');
  await sandbox.terminal.setReachable(true);
  await touch(payment.again);

  await sandbox.terminal.plan({ answer: { kind: 'cut', afterBytes: 0 } });
  await touch(shaped(payment.pay));
  await arriveAt(payment.underWay.waitingForCard.title);
  await visit('pay, card awaited');
  // The terminal waits for a card as long as a person would: what takes longer to look at comes afterwards.
  await sandbox.terminal.presentCard();
  await arriveAt(payment.unknown);
  await visit('pay, not known');
  const told = await page.evaluate(() => window.kiosk.call('payment.read', undefined));
  if (!told) throw new Error('No payment was made.');
  await tell({ ...told, abandonedBy: 'kiosk', state: { name: 'waitingForCard' } });
  await expect(page.getByRole('button', { name: payment.abandon })).toBeVisible();
  await visit('pay, card awaited, can be called off here');
  for (const name of ['processing', 'checking'] as const) {
    await tell({ ...told, state: { name } });
    await arriveAt(payment.underWay[name].title);
    await visit(`pay, ${name}`);
  }
  for (const isWhole of [true, false]) {
    const approvedAt = '2018-07-11T09:30:00.000Z';
    await tell({ ...told, state: { name: 'approved', approvedAt, isWhole, hasTicket: true } });
    await expect(page.getByText(isWhole ? payment.receiptWhy : payment.receiptWhyPart)).toBeVisible();
    await visit(`pay, approved, ${isWhole ? 'all' : 'a part'}`);
  }
  await tell({ ...told, state: { name: 'unknown' } });
  await arriveAt(payment.unknown);

  await touch(words.statement.backHome);
  await touch(words.home.payText);
  await touch(shaped(words.balance.owed));
  await arriveAt(payment.notNow);
  await visit('pay, something in the way');
  await touch(words.statement.backHome);
  await touch(words.menus.payments.text);
  await arriveAt(words.menus.payments.title);
  await visit('menu');
  await touch(words.home.paymentsText);
  await expect(page.locator('tbody').getByRole('row')).not.toHaveCount(0);
  await visit('payments');
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await expect(page.getByRole('button', { name: words.home.payText })).toBeVisible();

  /** What main says to the page as a payment goes on: nobody has to wait for it here. */
  function tell(payment: Payment): Promise<void> {
    return app.evaluate(
      ({ BrowserWindow }, [pipe, said]) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send(pipe, 'payment.changed', said);
      },
      [EVENT_PIPE, payment] as const,
    );
  }
}

/** From the technician's screen and back. */
export async function visitPaymentsToCheck(
  kiosk: Pick<Kiosk, 'page' | 'words'>,
  visit: Visit,
): Promise<void> {
  const { page, words } = kiosk;
  const { unknownPayments } = words;
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const goBack = () => touch(words.frame.back);

  await touch(unknownPayments.open);
  await expect(page.getByRole('article')).toHaveCount(1);
  await visit('payments to check');
  await touch(unknownPayments.settle);
  await touch(unknownPayments.next);
  await expect(page.getByRole('alert')).toHaveText(unknownPayments.choiceMissing);
  await visit('payments to check, one');
  await page.getByRole('radio', { name: unknownPayments.notCharged }).click();
  await page.getByLabel(unknownPayments.reason, { exact: true }).fill('Ticket 42');
  await touch(unknownPayments.next);
  await expect(heading(page)).toHaveText(unknownPayments.confirmTitle);
  await visit('payments to check, asked twice');
  await goBack();
  await goBack();
  await goBack();
  await expect(heading(page)).toHaveText(words.technician.title);
}

/** From the technician's screen and back. */
export async function visitRefusedDeliveries(
  kiosk: Pick<Kiosk, 'page' | 'words'>,
  visit: Visit,
): Promise<void> {
  const { page, words } = kiosk;
  const { refusedDeliveries } = words;
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await touch(refusedDeliveries.open);
  await expect(heading(page)).toHaveText(refusedDeliveries.title);
  await expect(page.getByText(refusedDeliveries.none)).toBeVisible();
  await visit('refused deliveries');
  await touch(words.frame.back);
  await expect(heading(page)).toHaveText(words.technician.title);
}
