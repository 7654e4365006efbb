/** Goes once through the screens of handing a document in, from the home screen and back to it. */
import { expect, type Page } from 'playwright/test';
import { SANE_TEST_SCANNER } from '../../sandbox/config-overlay.ts';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';
import { filled } from '../words.ts';

/** What the kiosk's configuration needs for it: a scanner, a camera, and a place for keys where none is. */
export const TAKES_DOCUMENTS = {
  scanner: SANE_TEST_SCANNER,
  usbKeys: { mountFolder: '/nonexistent/usb-keys' },
  documentCamera: true,
};

export async function visitHandIn(
  page: Page,
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { documents, frame } = words;
  const touch = (name: string) => page.getByRole('button', { name }).click();

  await touch(words.menus.documents.word);
  await expect(heading(page)).toHaveText(words.menus.documents.title);
  await visit('menu of documents');
  await touch(documents.tileText);
  await expect(heading(page)).toHaveText(documents.title);
  await visit('hand in, which document');
  await touch(documents.about.identity.text);
  await expect(heading(page)).toHaveText(documents.about.identity.title);
  await touch(documents.keyText);
  await expect(page.getByText(documents.keyNone)).toBeVisible();
  await visit('hand in, no key');
  await page.getByRole('button', { name: frame.back, exact: true }).click();
  await touch(documents.cameraText);
  await expect(page.getByRole('button', { name: documents.capture })).toBeVisible();
  await visit('hand in, camera');
  await touch(documents.capture);
  await expect(page.getByRole('slider', { name: documents.corners.upperLeft })).toBeVisible();
  await visit('hand in, picture to adjust');
  await touch(documents.retakePicture);
  await expect(page.getByRole('button', { name: documents.capture })).toBeVisible();
  await page.getByRole('button', { name: frame.back, exact: true }).click();
  await touch(documents.phoneText);
  await expect(page.getByText(documents.phonePhases.waiting)).toBeVisible();
  await visit('hand in, from the telephone');
  await touch(documents.phoneOtherWay);
  await touch(documents.scanText);
  await expect(page.getByRole('img', { name: filled(documents.page, { number: '1' }) })).toBeVisible();
  await visit('hand in, one page');
  await touch(documents.send);
  await expect(page.getByText(documents.sent.transmitted)).toBeVisible();
  await visit('hand in, transmitted');
  await touch(documents.sent.home);
}

/** For somebody who has not signed in, from what can be done without and back to it. */
export async function visitUnsignedHandIn(
  page: Page,
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { documents, requests, unsignedDeposit: t, dateFields, insurance } = words;
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const year = String(new Date().getFullYear());
  const write = async (day: string, month: string) => {
    await page.getByLabel(dateFields.day, { exact: true }).fill(day);
    await page.getByLabel(dateFields.month, { exact: true }).fill(month);
    await page.getByLabel(dateFields.year, { exact: true }).fill(year);
    await touch(dateFields.next);
  };

  await page.getByRole('button', { name: t.certificateText }).click();
  await expect(heading(page)).toHaveText(insurance.from.title);
  await write('1', '1');
  await expect(heading(page)).toHaveText(insurance.to.title);
  await write('31', '12');
  await page.getByRole('button', { name: documents.scanText }).click();
  await expect(page.getByRole('img', { name: filled(documents.page, { number: '1' }) })).toBeVisible();
  await visit('hand in without signing in, one page');
  await touch(requests.form.next);
  await expect(heading(page)).toHaveText(requests.person.title);
  await touch(requests.form.next);
  await expect(page.getByText(t.numberMissing)).toBeVisible();
  await visit('hand in without signing in, no name and no number');
  await page.getByLabel(requests.person.name).fill('Odile Petit');
  await page.getByLabel(t.number).fill('004473');
  await touch(requests.form.next);
  await page.getByLabel(requests.reach.phoneLabel).fill('06 12 34 56 78');
  await touch(requests.form.next);
  await expect(heading(page)).toHaveText(requests.summary.title);
  await visit('hand in without signing in, summary');
  await touch(t.send);
  await expect(page.getByText(t.transmitted)).toBeVisible();
  await visit('hand in without signing in, transmitted');
  await touch(requests.assistance.done);
}
