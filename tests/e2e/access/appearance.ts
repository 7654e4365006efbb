/** One screen in every appearance, one after the other, as if the person changed it where they are. */
import type { ElectronApplication, Page } from 'playwright/test';
import type { Access, SessionSnapshot } from '../../../preload/contract.ts';
import { EVENT_PIPE } from '../../../preload/wire.ts';

export type Appearance = Access & { orientation: 'portrait' | 'landscape' };

/** The screen's resolution in the agency's example, upright. */
const UPRIGHT = { width: 1_080, height: 1_920 };

/**
 * Only the page is told: to main the person chose nothing, and its clocks go on as they do.
 *
 * @param told what the page was told last of the session, where it was not told by main
 */
export async function appear(
  app: ElectronApplication,
  page: Page,
  { orientation, ...access }: Appearance,
  told: SessionSnapshot | null,
): Promise<void> {
  const session = told ?? (await page.evaluate(() => window.kiosk.call('session.read', undefined)));
  const size = orientation === 'portrait' ? UPRIGHT : { width: UPRIGHT.height, height: UPRIGHT.width };
  await app.evaluate(
    ({ BrowserWindow }, { size: { width, height }, pipe, session }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window?.getContentSize()[0] !== width) window?.setContentSize(width, height);
      window?.webContents.send(pipe, 'session.changed', session);
    },
    { size, pipe: EVENT_PIPE, session: { ...session, access } },
  );
  await page.evaluate(
    async ({ size, access }) => {
      const { documentElement: root } = document;
      const isHere = () =>
        innerWidth === size.width &&
        innerHeight === size.height &&
        root.lang === access.locale &&
        root.dataset.textSize === access.textSize &&
        root.dataset.contrast === access.contrast;
      while (!isHere()) await new Promise(requestAnimationFrame);
    },
    { size, access },
  );
}

export function stillness(page: Page): Promise<void> {
  return page.evaluate(comeToRest);
}

/** Runs in the page: until fonts are there, what was measured in the last frame has been drawn, and what moves stands. */
export async function comeToRest(): Promise<void> {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
