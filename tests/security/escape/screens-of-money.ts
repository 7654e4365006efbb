/** The ways to the screens that deal with money. */
import { expect, type Page } from 'playwright/test';
import { heading, openMenu, openWithoutSigningIn, signIn } from '../../e2e/journey.ts';
import { filled, shaped, words } from '../../e2e/words.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

const { directDebit, home, payment, rentNotice, unknownPayments } = words;
const IBAN = 'FR7630006000011234567890189';

/** From the attract screen to the figures of a rent notice. */
export async function openTypedReference(page: Page): Promise<void> {
  await touch(page, words.attract.quickPay);
  await touch(page, rentNotice.type);
  await expect(page.getByLabel(rentNotice.reference, { exact: true })).toBeVisible();
}

/** From the sign-in screen to one of the ways to pay. */
export async function openPaymentMethods(page: Page): Promise<void> {
  await openWithoutSigningIn(page);
  await touch(page, home.paymentMethods);
  await touch(page, words.paymentMethods.methods.directDebit.name);
  await expect(page.getByRole('button', { name: words.paymentMethods.form.print })).toBeVisible();
}

/** From the home screen to the amount that somebody types. */
export async function openAmountPad(page: Page): Promise<void> {
  await touch(page, home.payText);
  await touch(page, payment.part);
  await expect(page.getByRole('button', { name: payment.continue })).toBeVisible();
}

/** From the home screen to the IBAN of a mandate. */
export async function openMandate(page: Page): Promise<void> {
  await openMenu(page, 'payments');
  await touch(page, directDebit.tileText);
  // The tile says "mettre en place", too.
  await expect(heading(page)).toHaveText(directDebit.title);
  await touch(page, directDebit.setUp);
  await expect(heading(page)).toHaveText(directDebit.iban.title);
}

export async function goToSignature(page: Page): Promise<void> {
  await page.getByLabel(directDebit.iban.label, { exact: true }).fill(IBAN);
  await touch(page, directDebit.next);
  await page.getByLabel(directDebit.holder.label).fill('MME JEANNE MARTIN');
  await touch(page, directDebit.next);
  await touch(page, filled(directDebit.dayChoice, { day: '5' }));
  await touch(page, directDebit.summary.sign);
  await expect(page.locator('.signature-pad')).toBeVisible();
}

/** From the attract screen and back to it: a payment of which nobody knows whether it was made. */
export async function leaveOneUnknown(page: Page, { terminal, ...sandbox }: Sandbox): Promise<void> {
  await terminal.plan({ answer: { kind: 'cut', afterBytes: 0 } });
  await signIn(page, { terminal, ...sandbox });
  await touch(page, home.payText);
  await touch(page, payment.wholeText);
  await touch(page, shaped(payment.pay));
  await expect(heading(page)).toHaveText(payment.underWay.waitingForCard.title);
  await terminal.presentCard();
  await expect(heading(page)).toHaveText(payment.unknown);
  await touch(page, words.frame.finish);
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
}

/** From the technician's screen to what staff say of that payment. */
export async function openSettlement(page: Page): Promise<void> {
  await touch(page, unknownPayments.open);
  await touch(page, unknownPayments.settle);
  await expect(page.getByLabel(unknownPayments.reason, { exact: true })).toBeVisible();
}

function touch(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('button', { name }).click();
}
