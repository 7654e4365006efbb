/** Goes once through what a dwelling used and costs, its papers, and the slip for the post office; from home and back. */
import { expect, type Page } from 'playwright/test';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';

/** For somebody with two leases: a flat with meters, of which nothing is owed, and a garage without, that is owed. */
export async function visitDwelling(
  page: Page,
  words: typeof french | typeof english,
  leases: { flat: string; garage: string },
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { consumption, charges, papers, cashSlip, paymentMethods } = words;
  const touch = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const goBack = () => page.getByRole('button', { name: words.frame.back, exact: true }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);
  const open = async (menu: keyof typeof words.menus, tile: string, title: string) => {
    await touch(words.menus[menu].word);
    await arriveAt(words.menus[menu].title);
    await touch(tile);
    await arriveAt(title);
  };
  const leave = async () => {
    await goBack();
    await goBack();
  };
  const chooseLease = async (number: string) => {
    await touch(words.account.changeLease);
    await page.getByRole('dialog').getByRole('button', { name: number }).click();
  };

  await open('consumption', consumption.tileText, consumption.title);
  await chooseLease(leases.flat);
  await expect(page.locator('.chart svg rect').first()).toBeVisible();
  await visit('consumption');
  await page.getByRole('radio', { name: consumption.byYear }).click();
  await expect(page.getByRole('columnheader', { name: consumption.year, exact: true })).toBeVisible();
  await visit('consumption, year by year');
  await chooseLease(leases.garage);
  await expect(page.getByText(consumption.noMeter)).toBeVisible();
  await visit('consumption, no meter');
  await chooseLease(leases.flat);
  await goBack();
  await touch(charges.tileText);
  await arriveAt(charges.title);
  await expect(page.getByRole('table').first()).toBeVisible();
  await visit('charges');
  await leave();

  await open('documents', papers.rentTileText, papers.rentTitle);
  await expect(page.getByRole('button', { name: papers.rent.quittance }).first()).toBeVisible();
  await visit('rent papers');
  await touch(papers.rent.quittance);
  await expect(page.locator('canvas')).toHaveAttribute('aria-busy', 'false');
  await visit('rent paper');
  await leave();
  await touch(papers.leaseTileText);
  await arriveAt(papers.leaseTitle);
  await expect(page.getByRole('button', { name: papers.lease.lease })).toBeVisible();
  await visit('lease papers');
  await leave();

  await open('payments', words.home.paymentMethodsText, paymentMethods.title);
  await touch(paymentMethods.methods.efficash.name);
  await touch(cashSlip.open);
  await expect(page.getByText(cashSlip.nothingOwed)).toBeVisible();
  await visit('cash slip, nothing owed');
  await chooseLease(leases.garage);
  await expect(page.getByRole('button', { name: cashSlip.part })).toBeVisible();
  await visit('cash slip, how much');
  await touch(cashSlip.wholeText);
  await arriveAt(cashSlip.ready);
  await visit('cash slip');
  await goBack();
  await chooseLease(leases.flat);
  await goBack();
  await leave();
}
