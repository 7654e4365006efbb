/** What staff do at the kiosk, step by step. */
import { expect, type Page } from 'playwright/test';
import { STAFF_CODE } from '../sandbox/config-overlay.ts';
import { heading } from './journey.ts';
import { type english, words } from './words.ts';

export { STAFF_CODE };

/** Inside the corner, and beside whatever stands nearer to the middle. */
const INSET_PX = 12;

/** The four corners clockwise from the upper left, and that one again. */
export async function touchTheCorners(page: Page): Promise<void> {
  const { right, bottom } = await page.evaluate(() => ({ right: innerWidth, bottom: innerHeight }));
  const [near, farX, farY] = [INSET_PX, right - INSET_PX, bottom - INSET_PX];
  for (const [x, y] of [
    [near, near],
    [farX, near],
    [farX, farY],
    [near, farY],
    [near, near],
  ] as const) {
    await page.mouse.click(x, y);
  }
}

/** In whichever language the screen is. */
type Words = Pick<typeof english, 'staffCode'>;

export function codePad(page: Page, { staffCode }: Words = words) {
  return page.getByRole('dialog', { name: staffCode.title });
}

/** On the pad, figure by figure, as a finger does. */
export async function typeCode(page: Page, code: string, { staffCode }: Words = words): Promise<void> {
  const pad = codePad(page, { staffCode });
  for (const figure of code) await pad.getByRole('button', { name: figure, exact: true }).click();
  await pad.getByRole('button', { name: staffCode.enter }).click();
}

/** From any screen to the technician's. */
export async function enterAsStaff(page: Page): Promise<void> {
  await touchTheCorners(page);
  await typeCode(page, STAFF_CODE);
  await expect(heading(page)).toHaveText(words.technician.title);
}
