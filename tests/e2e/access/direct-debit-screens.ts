/** Goes once through the screens of a direct debit, from the home screen and back to it. */
import { expect, type Page } from 'playwright/test';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';
import { filled } from '../words.ts';

/** For somebody with a lease that is not debited and another one, `leaseNumber`, that is. */
export async function visitDirectDebit(
  page: Page,
  words: typeof french | typeof english,
  leaseNumber: string,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const t = words.directDebit;
  const isFrench = words.frame.back === 'Retour';
  const the = (day: number) => filled(t.dayChoice, { day: isFrench ? String(day) : `${day}th` });
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const goBack = () => touch(words.frame.back);
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);
  const iban = page.getByLabel(t.iban.label, { exact: true });

  await page.getByRole('button', { name: words.menus.payments.text }).click();
  await page.getByRole('button', { name: t.tileText }).click();
  await expect(page.getByText(t.none.title)).toBeVisible();
  await visit('direct debit, none yet');
  await page.getByRole('button', { name: words.account.changeLease }).click();
  await page.getByRole('dialog').getByRole('button', { name: leaseNumber }).click();
  await expect(page.locator('tbody').getByRole('row')).not.toHaveCount(0);
  await visit('direct debit');
  await touch(t.emailMandate);
  await arriveAt(t.emailTitle);
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();
  await visit('direct debit, mandate by e-mail');
  await goBack();
  await touch(t.changeDay);
  await arriveAt(t.newDay.title);
  await visit('direct debit, another day');
  await touch(the(26));
  await visit('direct debit, another day confirmed');
  await goBack();
  await goBack();

  await touch(t.otherAccount);
  await arriveAt(t.iban.title);
  await iban.fill('CH93 0076 2011 6238 5295 0');
  await touch(t.next);
  await expect(page.getByRole('alert')).toBeVisible();
  await visit('direct debit, IBAN too short');
  await iban.fill('CH93 0076 2011 6238 5295 7');
  await touch(t.next);
  await arriveAt(t.bic.title);
  await visit('direct debit, BIC');
  await page.getByLabel(t.bic.label, { exact: true }).fill('UBSWCHZH80A');
  await touch(t.next);
  await arriveAt(t.holder.title);
  await visit('direct debit, account holder');
  await touch(t.next);
  await arriveAt(t.chooseDay.title);
  await touch(the(5));
  await arriveAt(t.summary.title);
  await visit('direct debit, summary');
  await touch(t.summary.sign);
  await touch(t.signature.send);
  await expect(page.getByRole('alert')).toHaveText(t.signature.tooShort);
  await visit('direct debit, not signed');

  for (const title of [
    t.summary.title,
    t.chooseDay.title,
    t.holder.title,
    t.bic.title,
    t.iban.title,
    t.title,
  ]) {
    await goBack();
    await arriveAt(title);
  }
  await goBack();
  await goBack();
}
