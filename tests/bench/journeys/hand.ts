/** An experienced hand at the kiosk: it knows where it is going, and every touch of it is counted by the page. */
import { expect, type Locator, type Page } from 'playwright/test';
import { heading } from '../../e2e/journey.ts';
import { words } from '../../e2e/words.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export interface Hand {
  readonly page: Page;
  readonly sandbox: Sandbox;
  /** Touches a button by its words; what is out of sight is brought into it with the screen's own buttons first. */
  touch(name: string | RegExp): Promise<void>;
  touchExactly(name: string): Promise<void>;
  touchFirst(): Promise<void>;
  /** Typing is put aside: what the keys would write is there at once. */
  write(label: string, text: string): Promise<void>;
  draw(target: Locator): Promise<void>;
  /** At the screen with this title. */
  arrive(title: string): Promise<void>;
  /** Where the journey ends; without it, it was none. */
  see(text: string | RegExp): Promise<void>;
}

export interface Journey {
  /** Ends in its unit, like every figure of the bench. */
  readonly name: `${string}Taps`;
  readonly email: string | null;
  walk(hand: Hand): Promise<void>;
}

/** @param email whose home they begin on; null for the first screen of somebody who has not signed in */
export function journeysOf(
  email: Journey['email'],
  walks: Readonly<Record<Journey['name'], Journey['walk']>>,
): readonly Journey[] {
  return Object.entries(walks).map(([name, walk]) => ({ name: name as Journey['name'], email, walk }));
}

/** No page is so long. */
const MOST_SCROLLS = 30;

export async function handAt(page: Page, sandbox: Sandbox): Promise<Hand & { taps(): Promise<number> }> {
  await page.evaluate(countTouches);
  const button = (name: string | RegExp, exact: boolean) => page.getByRole('button', { name, exact }).first();

  async function touch(target: Locator): Promise<void> {
    await target.waitFor();
    for (let scrolls = 0; scrolls < MOST_SCROLLS && !(await target.evaluate(isInSight)); scrolls += 1) {
      await button(words.frame.scrollDown, true).click();
      await target.evaluate(untilItStands);
    }
    await target.click();
  }

  return {
    page,
    sandbox,
    touch: (name) => touch(button(name, false)),
    touchExactly: (name) => touch(button(name, true)),
    touchFirst: () => touch(page.getByRole('main').getByRole('listitem').first().getByRole('button')),
    write: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    async draw(target) {
      const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const places = [0.2, 0.4, 0.6, 0.8].map(
        (share, index) => [share, index % 2 === 0 ? 0.7 : 0.2] as const,
      );
      const [[firstX, firstY] = [0, 0], ...others] = places;
      await page.mouse.move(x + firstX * width, y + firstY * height);
      await page.mouse.down();
      for (const [across, along] of others) await page.mouse.move(x + across * width, y + along * height);
      await page.mouse.up();
    },
    arrive: (title) => expect(heading(page)).toHaveText(title),
    see: (text) => expect(page.getByText(text).first()).toBeVisible(),
    async taps() {
      const taps: unknown = await page.evaluate(() => Reflect.get(window, 'taps'));
      if (typeof taps !== 'number') throw new Error('the page that counted is gone');
      return taps;
    },
  };
}

/** Runs in the page. A signature is drawn, as words are typed. */
function countTouches(): void {
  Object.assign(window, { taps: 0 });
  document.addEventListener(
    'pointerdown',
    ({ isTrusted, target }) => {
      const isDrawn = target instanceof Element && target.closest('.signature-pad') !== null;
      if (isTrusted && !isDrawn) Object.assign(window, { taps: Reflect.get(window, 'taps') + 1 });
    },
    { capture: true },
  );
}

/** Runs in the page: whether a finger on its middle would touch it. */
function isInSight(target: Element): boolean {
  const { left, top, width, height } = target.getBoundingClientRect();
  const touched = document.elementFromPoint(left + width / 2, top + height / 2);
  return touched !== null && target.contains(touched);
}

/** Runs in the page: resolves once what scrolls has come to rest. */
function untilItStands(target: Element): Promise<void> {
  const STEADY_FRAMES = 5;
  return new Promise((resolve) => {
    let before = Number.NaN;
    let steady = 0;
    const look = () => {
      const { top } = target.getBoundingClientRect();
      steady = top === before ? steady + 1 : 0;
      before = top;
      if (steady === STEADY_FRAMES) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}
