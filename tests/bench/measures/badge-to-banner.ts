/**
 * What staff wait for the kiosk between their badge and the banner that says who helps: until the pad for the PIN is
 * there, and from the touch behind the last figure until the banner is. The typing between the two is theirs.
 */
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import { BADGE_READER } from '../../sandbox/config-overlay.ts';
import { STAFF } from '../../sandbox/tenant-api/staff.ts';
import type { PageConnection } from '../page-connection.ts';
import { median, quantile } from '../quantiles.ts';
import { type StartedElectron, startElectron } from '../started-electron.ts';
import { type Program, untilHeading } from './programs.ts';

const FIRST_BADGES = 2;
const BADGES = 20;

export interface BadgeFigures {
  badgeToBannerP95Ms: number;
  badgeToBannerMs: number;
}

export async function measureBadgeToBanner(kiosk: Program): Promise<BadgeFigures> {
  const [member] = STAFF;
  if (!member) throw new Error('the landlord has no staff');
  const started = await startElectron({ ...kiosk, switches: ['--inspect=0', ...(kiosk.switches ?? [])] });
  try {
    const page = await started.page();
    await page.touch(words.attract.invitation);
    await untilHeading(page, words.signIn.title);
    const durations: number[] = [];
    for (let shown = 0; shown < FIRST_BADGES + BADGES; shown += 1) {
      const took = await badgeToBanner(started, page, member);
      if (shown >= FIRST_BADGES) durations.push(took);
    }
    page.close();
    return { badgeToBannerP95Ms: quantile(durations, 0.95), badgeToBannerMs: median(durations) };
  } finally {
    await started.stop();
  }
}

async function badgeToBanner(
  started: StartedElectron,
  page: PageConnection,
  { badgeNumber, pin }: { badgeNumber: string; pin: string },
): Promise<number> {
  const pad = untilThere(page, '.staff__pad');
  const shownAt = await showBadge(started, `${BADGE_READER.prefix}${badgeNumber}`);
  const padTook = (await pad) - shownAt;
  await page.evaluate(`document.querySelector('.staff__form input').focus()`);
  await page.type(pin);
  const banner = untilThere(page, '.assistance-banner__who');
  await page.evaluate(`void (window.touchedAt = new Promise((resolve) =>
    document.addEventListener('click', (event) => resolve(performance.timeOrigin + event.timeStamp),
      { capture: true, once: true })))`);
  await page.touch(words.staffPin.enter);
  const touchedAt = await page.evaluate<number>('window.touchedAt');
  const bannerTook = (await banner) - touchedAt;
  await untilGone(page, '.staff-shade');
  await page.touch(words.assistance.banner.stop);
  await page.touch(words.assistance.ended.read);
  await untilGone(page, '.assistance-banner');
  return padTook + bannerTook;
}

/** As a reader types it. Epoch milliseconds of its last key. */
function showBadge(started: StartedElectron, signs: string): Promise<number> {
  return started.evaluateInMain<number>(`(() => {
    const { createRequire } = process.getBuiltinModule('node:module');
    const { BrowserWindow } = createRequire(process.execPath)('electron');
    const { webContents } = BrowserWindow.getAllWindows()[0];
    for (const keyCode of [...${JSON.stringify([...signs])}, 'Enter']) {
      webContents.sendInputEvent({ type: 'keyDown', keyCode });
      webContents.sendInputEvent({ type: 'keyUp', keyCode });
    }
    return performance.timeOrigin + performance.now();
  })()`);
}

/** Resolves with the epoch milliseconds at which it had been painted. */
function untilThere(page: PageConnection, selector: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => {
      const isThere = document.querySelector(${JSON.stringify(selector)}) !== null;
      requestAnimationFrame(isThere ? () => resolve(performance.timeOrigin + performance.now()) : look);
    };
    look();
  })`);
}

function untilGone(page: PageConnection, selector: string): Promise<void> {
  return page.evaluate(`new Promise((resolve) => {
    const look = () =>
      document.querySelector(${JSON.stringify(selector)}) ? requestAnimationFrame(look) : resolve(null);
    look();
  })`);
}
