/**
 * What it takes to be guided from the desk, on loopback: from a touch at the kiosk to the next screen as the desk sees
 * it, and what the kiosk does for it while nobody does anything, beside what it does anyway.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import desk from '../../../renderer/desk/messages.fr.json' with { type: 'json' };
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { PageConnection } from '../page-connection.ts';
import { median, quantile } from '../quantiles.ts';
import { type StartedElectron, startElectron } from '../started-electron.ts';
import { type Program, untilHeading } from './programs.ts';

const FIRST_TOUCHES = 4;
const TOUCHES = 40;
const REST_MS = 8_000;
/** What was just drawn is let settle first. */
const SETTLE_MS = 1_500;

export interface MirrorFigures {
  mirrorLatencyP95Ms: number;
  mirrorLatencyMs: number;
  mirrorCpuPercent: number;
}

export async function measureMirror(kiosk: Program, sandbox: Sandbox): Promise<MirrorFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-desk-'));
  const started = await startElectron(kiosk);
  const atDesk = await startElectron({
    executable: kiosk.executable,
    folder: resolve(import.meta.dirname, '../../e2e/desk-window'),
    environment: {
      ...process.env,
      DESK_URL: sandbox.tenantApi.deskUrl,
      DESK_DATA_FOLDER: folder,
    },
    switches: ['--lang=fr'],
  });
  try {
    const page = await started.page();
    const deskPage = await atDesk.page();
    await page.touch(words.attract.invitation);
    await page.touch(words.withoutSigningIn.open);
    await untilHeading(page, words.withoutSigningIn.title);
    const before = await cpuPercentAtRest(started);
    await pair(page, deskPage);
    await untilSeen(deskPage, words.withoutSigningIn.title);
    const guided = await cpuPercentAtRest(started);

    const durations: number[] = [];
    for (let touches = 0; touches < FIRST_TOUCHES + TOUCHES; touches += 1) {
      const isThere = touches % 2 === 0;
      const took = await touchUntilSeen(
        page,
        deskPage,
        isThere ? words.information.agenciesTileText : words.frame.back,
        isThere ? words.information.agencies.title : words.withoutSigningIn.title,
      );
      if (touches >= FIRST_TOUCHES) durations.push(took);
    }
    page.close();
    deskPage.close();
    return {
      mirrorLatencyP95Ms: quantile(durations, 0.95),
      mirrorLatencyMs: median(durations),
      mirrorCpuPercent: Math.max(0, guided - before),
    };
  } finally {
    await Promise.all([started.stop(), atDesk.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pair(page: PageConnection, deskPage: PageConnection): Promise<void> {
  await deskPage.evaluate(`document.querySelector('#user-name').focus()`);
  await deskPage.type('claire.dubois');
  await deskPage.evaluate(`document.querySelector('#pin').focus()`);
  await deskPage.type('2580');
  await deskPage.touch(desk.signIn);
  await page.touch(words.help.open);
  await page.touch(words.guide.open);
  const code = await page.evaluate<string>(`new Promise((resolve) => {
    const look = () => {
      const figures = document.querySelector('.guide-code')?.textContent.replace(/\\D/g, '');
      if (figures) resolve(figures);
      else requestAnimationFrame(look);
    };
    look();
  })`);
  await deskPage.evaluate(`new Promise((resolve) => {
    const look = () => {
      const field = document.querySelector('#code');
      if (field) resolve(field.focus());
      else requestAnimationFrame(look);
    };
    look();
  })`);
  await deskPage.type(code);
  await deskPage.touch(desk.join);
  await page.touch(words.guide.consent.accept);
}

/** Resolves with the epoch milliseconds at which the desk had painted the screen with this heading. */
function untilSeen(deskPage: PageConnection, title: string): Promise<number> {
  return deskPage.evaluate<number>(`new Promise((resolve) => {
    const look = () => {
      const mirror = document.querySelector('.guiding__picture iframe')?.contentDocument;
      const isThere = mirror?.querySelector('h1')?.textContent === ${JSON.stringify(title)};
      if (isThere) requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      else setTimeout(look, 2);
    };
    look();
  })`);
}

async function touchUntilSeen(
  page: PageConnection,
  deskPage: PageConnection,
  button: string,
  title: string,
): Promise<number> {
  const seen = untilSeen(deskPage, title);
  // Nothing of value to the bench itself: it would wait for the click before making it.
  await page.evaluate(`void (window.touchedAt = new Promise((resolve) =>
    document.addEventListener('click', (event) => resolve(performance.timeOrigin + event.timeStamp),
      { capture: true, once: true })))`);
  await page.touch(button);
  const touchedAt = await page.evaluate<number>('window.touchedAt');
  return (await seen) - touchedAt;
}

/** Of one core, by all the processes of the kiosk. */
async function cpuPercentAtRest(started: StartedElectron): Promise<number> {
  await delay(SETTLE_MS);
  const before = started.cpuMilliseconds();
  const beganAt = performance.now();
  await delay(REST_MS);
  return ((started.cpuMilliseconds() - before) / (performance.now() - beganAt)) * 100;
}
