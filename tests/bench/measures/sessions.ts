/** What one person after the other leaves behind in memory, how fast the next is greeted, and how soon after a crash. */
import { setTimeout as delay } from 'node:timers/promises';
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { PageConnection } from '../page-connection.ts';
import { median, quantile } from '../quantiles.ts';
import { type StartedElectron, startElectron } from '../started-electron.ts';
import { type Login, type Program, signIn, untilHeading } from './programs.ts';

/** By then every part has been used, and every cache has its size. */
const FIRST_SESSIONS = 20;
const ALL_SESSIONS = 500;
/** One hang is measured too, and a terminal that fails four times within five minutes goes out of service. */
const CRASHES = 2;

/** Chromium gives back the tiles and the processes of the sessions before within seconds. */
const SETTLE_MS = 10_000;
const READINGS = 5;
const BETWEEN_READINGS_MS = 1_000;
const RECOVERY_PATIENCE_MS = 10_000;

export interface Sessions {
  /** What all processes hold of their own after the last session, over that after the first ones. */
  sessionGrowthRatio: number;
  handleGrowthRatio: number;
  sessionsMemoryMB: number;
  /** From the touch on "J'ai terminé" to the words of a fresh attract screen. */
  wipeMs: number;
  wipeP95Ms: number;
  /** From the death of the page's process to the words of a fresh attract screen, which can be touched by then. */
  crashRecoveryMs: number;
  /** The same from the moment at which the page begins to go round in circles. */
  hangRecoveryMs: number;
}

export async function measureSessions(
  kiosk: Program,
  login: Login,
  { first = FIRST_SESSIONS, all = ALL_SESSIONS } = {},
): Promise<Sessions> {
  const started = await startElectron({ ...kiosk, switches: ['--inspect=0'] });
  try {
    const wipes: number[] = [];
    const page = await started.page();
    for (let sessions = 0; sessions < first; sessions += 1) wipes.push(await oneSession(page, login));
    const before = await settledState(started);
    for (let sessions = first; sessions < all; sessions += 1) wipes.push(await oneSession(page, login));
    const after = await settledState(started);
    page.close();
    const recoveries: number[] = [];
    const endProcess = () => process.kill(started.pageProcess(), 'SIGKILL');
    for (let crashes = 0; crashes < CRASHES; crashes += 1) {
      recoveries.push(await recoveryAfter(endProcess, started));
    }
    const goRoundInCircles = (old: PageConnection) => {
      // Never answered: its process is ended under it.
      void old.evaluate('for (;;) {}').catch(() => null);
    };
    const hangRecoveryMs = await recoveryAfter(goRoundInCircles, started);
    return {
      sessionGrowthRatio: after.memoryBytes / before.memoryBytes,
      handleGrowthRatio: after.openHandles / before.openHandles,
      sessionsMemoryMB: after.memoryBytes / 1_000_000,
      wipeMs: median(wipes),
      wipeP95Ms: quantile(wipes, 0.95),
      crashRecoveryMs: Math.max(...recoveries),
      hangRecoveryMs,
    };
  } finally {
    await started.stop();
  }
}

/** From the attract screen over sign-in and account back to it. @returns how long the way back took, in ms */
async function oneSession(page: PageConnection, login: Login): Promise<number> {
  await signIn(page, login);
  await untilHeading(page, words.home.title.split(' ')[0] ?? '');
  await page.touch(words.home.account);
  await untilHeading(page, words.account.title);
  await page.evaluate(`new Promise((resolve) => {
    const look = () => document.querySelector('tbody tr') ? resolve() : requestAnimationFrame(look);
    look();
  })`);
  const before = await page.evaluate<number>('performance.timeOrigin');
  const touchedAt = Date.now();
  await page.touch(words.frame.finish);
  return (await freshAttractAt(page, before)) - touchedAt;
}

/** When the invitation was painted, in epoch milliseconds, by a page younger than the one that began at `before`. */
async function freshAttractAt(page: PageConnection, before: number): Promise<number> {
  for (const deadline = Date.now() + RECOVERY_PATIENCE_MS; Date.now() < deadline; ) {
    // A page that goes away under the question does not answer.
    const paintedAt = await page.evaluate<number | null>(paintOfAttract(before)).catch(() => null);
    if (paintedAt !== null) return paintedAt;
    await delay(5);
  }
  throw new Error('no fresh attract screen came');
}

function paintOfAttract(before: number): string {
  return `(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const isFresh = performance.timeOrigin > ${before} && document.querySelector('.attract__touch');
    return paint && isFresh ? performance.timeOrigin + paint.startTime : null;
  })()`;
}

async function recoveryAfter(
  failure: (old: PageConnection) => void,
  started: StartedElectron,
): Promise<number> {
  const old = await started.page();
  const before = await old.evaluate<number>('performance.timeOrigin');
  const pid = started.pageProcess();
  const failedAt = Date.now();
  failure(old);
  await untilEnded(pid);
  old.close();
  const page = await started.page();
  const recoveredAt = await freshAttractAt(page, before);
  page.close();
  return recoveredAt - failedAt;
}

async function untilEnded(pid: number): Promise<void> {
  for (const deadline = Date.now() + RECOVERY_PATIENCE_MS; Date.now() < deadline; await delay(5)) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
  }
  throw new Error('the page that failed was not ended');
}

/** What is held when nobody is there any more: garbage that waits for its collection is not. */
async function settledState(started: StartedElectron): Promise<{ memoryBytes: number; openHandles: number }> {
  await delay(SETTLE_MS);
  const memory: number[] = [];
  const handles: number[] = [];
  for (let readings = 0; readings < READINGS; readings += 1) {
    await started.collectGarbage();
    await delay(BETWEEN_READINGS_MS);
    memory.push(started.ownMemoryBytes());
    handles.push(started.openHandles());
  }
  return { memoryBytes: median(memory), openHandles: median(handles) };
}
