/** A finger on the screen: real touch events, as the terminal's panel sends them. */
import type { Locator, Page } from 'playwright/test';

export interface Finger {
  tap(target: Locator): Promise<void>;
}

export async function touch(page: Page): Promise<Finger> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });

  return {
    async tap(target) {
      await target.waitFor();
      const box = await target.boundingBox();
      if (!box) throw new Error('There is nothing to touch.');
      const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] });
      await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
  };
}
