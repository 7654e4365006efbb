/** Goes once through the screens of the insurance certificate, from the home screen and back to it. */
import { expect, type Page } from 'playwright/test';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';
import { filled } from '../words.ts';

export async function visitInsurance(
  page: Page,
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { insurance: t, dateFields, documents, frame, menus } = words;
  const touch = (name: string) => page.getByRole('button', { name }).click();
  const goBack = () => page.getByRole('button', { name: frame.back, exact: true }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);
  const openMenu = async () => {
    await touch(menus.documents.text);
    await arriveAt(menus.documents.title);
  };
  const write = async (day: string, month: string, year: string) => {
    await page.getByLabel(dateFields.day, { exact: true }).fill(day);
    await page.getByLabel(dateFields.month, { exact: true }).fill(month);
    await page.getByLabel(dateFields.year, { exact: true }).fill(year);
    await touch(dateFields.next);
  };

  await openMenu();
  await touch(t.tileText);
  await expect(page.getByRole('button', { name: t.send })).toBeVisible();
  await visit('insurance');
  await touch(t.send);
  await arriveAt(t.from.title);
  await write('31', '4', '2019');
  await expect(page.getByRole('alert')).toHaveText(
    filled(dateFields.faults.noSuchDay_other, { count: '30' }),
  );
  await visit('insurance, no such day');
  await write('1', '4', '2019');
  await arriveAt(t.to.title);
  await write('31', '3', '2021');
  await expect(page.getByText(t.doubts.longerThanUsual)).toBeVisible();
  await visit('insurance, longer than usual');
  await write('30', '3', '2020');
  await arriveAt(t.document.title);
  await touch(documents.scanText);
  await expect(page.getByRole('img', { name: filled(documents.page, { number: '1' }) })).toBeVisible();
  await touch(dateFields.next);
  await arriveAt(t.summary.title);
  await visit('insurance, summary');
  await touch(t.summary.send);
  await expect(page.getByRole('button', { name: t.sent.print })).toBeVisible();
  await visit('insurance, sent');
  await touch(t.toOverview);
  await expect(page.getByRole('button', { name: t.send })).toBeVisible();
  await goBack();
  await goBack();
}
