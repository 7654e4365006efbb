/** A finger on the screen: real touch events, as the terminal's panel sends them. */
import type { CDPSession, Locator, Page } from 'playwright/test';

export interface Finger {
  tap(target: Locator): Promise<void>;
  /** One stroke over the target, from place to place; each in shares of its width and height. */
  draw(target: Locator, places: readonly (readonly [number, number])[]): Promise<void>;
}

const fingers = new WeakMap<Page, CDPSession>();

export async function touch(page: Page): Promise<Finger> {
  const devTools = fingers.get(page) ?? (await page.context().newCDPSession(page));
  fingers.set(page, devTools);
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });

  return {
    async tap(target) {
      const { x, y, width, height } = await boxOf(target);
      await down({ x: x + width / 2, y: y + height / 2 });
      await up();
    },

    async draw(target, places) {
      const { x, y, width, height } = await boxOf(target);
      const [first, ...others] = places.map(([across, along]) => ({
        x: x + across * width,
        y: y + along * height,
      }));
      if (!first) return;
      await down(first);
      for (const place of others) await send('touchMove', [place]);
      await up();
    },
  };

  function down(place: Place): Promise<void> {
    return send('touchStart', [place]);
  }

  function up(): Promise<void> {
    return send('touchEnd', []);
  }

  async function send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]): Promise<void> {
    await devTools.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

/** From then on it is a screen without touch again. */
export async function liftFingers(page: Page): Promise<void> {
  await fingers.get(page)?.detach();
  fingers.delete(page);
}

interface Place {
  x: number;
  y: number;
}

async function boxOf(target: Locator) {
  await target.waitFor();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to touch.');
  return box;
}
