/**
 * How many touches each promise takes from home, typing aside: each is walked to its end in the real window, in both
 * orientations, and the page counts. The larger number is the one that is told.
 */
import type { Page } from 'playwright/test';
import { TAKES_DOCUMENTS } from '../../e2e/access/hand-in-screens.ts';
import { begin, enterCredentials } from '../../e2e/journey.ts';
import {
  attractScreen,
  expect,
  type KioskOptions,
  launchKiosk,
  openSandbox,
  words,
} from '../../e2e/kiosk.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { DWELLING_AND_REQUESTS } from '../journeys/dwelling-and-requests.ts';
import { handAt, type Journey } from '../journeys/hand.ts';
import { MONEY } from '../journeys/money.ts';
import { OWN_DETAILS } from '../journeys/own-details.ts';
import { SIGNED_OUT } from '../journeys/signed-out.ts';

export type Taps = Record<Journey['name'], number>;

const JOURNEYS = [...SIGNED_OUT, ...MONEY, ...DWELLING_AND_REQUESTS, ...OWN_DETAILS];

export async function countTaps(): Promise<Taps> {
  const portrait = await countIn('portrait');
  const landscape = await countIn('landscape');
  return Object.fromEntries(
    JOURNEYS.map(({ name }) => [name, Math.max(portrait.get(name) ?? 0, landscape.get(name) ?? 0)]),
  );
}

async function countIn(orientation: KioskOptions['orientation']): Promise<ReadonlyMap<string, number>> {
  const { sandbox, end } = await openSandbox({
    orientation,
    config: TAKES_DOCUMENTS,
    surroundings: {},
    isEnrolled: true,
  });
  try {
    const app = await launchKiosk(sandbox.environment);
    try {
      const page = await attractScreen(app);
      const counted = new Map<string, number>();
      for (const journey of JOURNEYS) {
        counted.set(journey.name, await countTwiceAtMost(journey, page, sandbox));
      }
      return counted;
    } finally {
      await app.close();
    }
  } finally {
    await end();
  }
}

/** On a machine that is busy, a touch can meet a screen that is about to go: the next try begins anew. */
async function countTwiceAtMost(journey: Journey, page: Page, sandbox: Sandbox): Promise<number> {
  try {
    return await count(journey, page, sandbox);
  } catch (error) {
    console.warn(String(error));
    await leave(page, sandbox);
    return await count(journey, page, sandbox);
  } finally {
    await leave(page, sandbox);
  }
}

async function count({ name, email, walk }: Journey, page: Page, sandbox: Sandbox): Promise<number> {
  await begin(page);
  if (email !== null) {
    await enterCredentials(page, email, sandbox.tenantApi.password);
    await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
  }
  const hand = await handAt(page, sandbox);
  try {
    await walk(hand);
  } catch (error) {
    throw new Error(`${name} came to no end after ${await hand.taps()} touches`, { cause: error });
  }
  return hand.taps();
}

/** The next person comes to a world on its first morning. */
async function leave(page: Page, sandbox: Sandbox): Promise<void> {
  // Not waited for: the document goes with its person.
  await page.evaluate(() => {
    void window.kiosk.call('session.end', undefined);
  });
  await expect(page.getByRole('button', { name: words.frame.finish })).toHaveCount(0);
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  await sandbox.reset();
}
