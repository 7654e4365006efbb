/** Tries every way out, one after the other, on one kiosk as long as it holds. */
import { logLines } from '../../e2e/kiosk-log.ts';
import { carryOut, groundOf } from './attempt.ts';
import type { Situation, Way } from './catalogue.ts';
import { end, goOn, type KioskOnStage, startIn, tidy } from './kiosk-on-stage.ts';
import { differences, lookAround } from './look.ts';
import { runInPage } from './run-in-page.ts';
import type { Stage } from './stage.ts';

/** Longer than a dialog of the desktop takes to appear on two busy cores. */
const LATE_MS = 800;
const PATIENCE_MS = 10_000;
const COMING_BACK_MS = 3_000;
/** From the hand by way of the X server to the page, on a machine that has other things to do. */
const TOUCH_PATIENCE_MS = 4_000;
/** What appears late may be the doing of one of the last few. */
const SUSPECTS = 3;
/** What a browser says that hands out nothing: the name of an error, a code of the bridge, or nothing in some shape. */
const REFUSAL = /^([A-Z]\w+|null|false|\[\]|denied|no answer)$/;

export interface Outcome extends Way {
  /** The answer, then whatever changed, and what the kiosk's own log says of that. */
  readonly outcome: string;
  readonly escaped: boolean;
  /** It could not be looked at: the program had ended or did not answer, or the test had lost hold of it. */
  readonly isUnseen?: boolean;
}

/** Starts afresh whatever is tried, and goes to where it is tried. */
export type Start = (situation: Situation, stage: Stage) => Promise<KioskOnStage>;

export async function tryAll(stage: Stage, ways: readonly Way[], start: Start = startIn): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let kiosk: KioskOnStage | null = null;
  let triedHere = 0;
  for (const [at, way] of ways.entries()) {
    const { situation } = way;
    if (kiosk && kiosk.situation !== situation) kiosk = await goOn(kiosk, situation, stage);
    if (!kiosk) {
      kiosk = await start(situation, stage);
      triedHere = 0;
    }
    const isLast = ways[at + 1]?.situation !== situation;
    const outcome = await tryOne(stage, kiosk, way, { waitMs: isLast ? LATE_MS : 0 });
    outcomes.push(outcome);
    triedHere += 1;
    if (!outcome.escaped) continue;
    await end(kiosk);
    kiosk = null;
    // Where nothing was tried before it, it was its doing.
    if (triedHere === 1 && !outcome.isUnseen) continue;
    outcomes.push(...(await blame(stage, suspectsIn(outcomes, situation), start)));
  }
  if (kiosk) await end(kiosk);
  return outcomes;
}

/** Takes them out again: they are tried once more. */
function suspectsIn(outcomes: Outcome[], situation: Situation): Outcome[] {
  const tried = outcomes.filter((outcome) => outcome.situation === situation).length;
  return outcomes.splice(-Math.min(SUSPECTS, tried));
}

/** Something was seen after the last of them. Each is tried again alone, so that it is known whose doing it was. */
async function blame(stage: Stage, suspects: readonly Outcome[], start: Start): Promise<Outcome[]> {
  const again: Outcome[] = [];
  for (const suspect of suspects) {
    const isKnown = suspect.escaped && suspect !== suspects.at(-1);
    again.push(isKnown ? suspect : await tryAlone(stage, suspect, start));
  }
  if (again.some(({ escaped }) => escaped)) return again;
  // What is seen once was there, whether or not it shows itself a second time. Where nothing could be looked at
  // nothing was seen: when none of them does it again, it was none of their doing, and is told all the same.
  return suspects.map((suspect) =>
    suspect.isUnseen
      ? { ...suspect, escaped: false, outcome: `once, and not again: ${suspect.outcome}` }
      : suspect,
  );
}

async function tryAlone(stage: Stage, way: Way, start: Start): Promise<Outcome> {
  const kiosk = await start(way.situation, stage);
  const outcome = await tryOne(stage, kiosk, way, { waitMs: LATE_MS });
  await end(kiosk);
  return outcome;
}

async function tryOne(
  stage: Stage,
  kiosk: KioskOnStage,
  { id, group, situation, how, expected }: Way,
  { waitMs }: { waitMs: number },
): Promise<Outcome> {
  const way = { id, group, situation, how, expected };
  const since = new Date().toISOString();
  try {
    const answer = await within(PATIENCE_MS, carryOut(how, stage, kiosk));
    if (expected === 'comes back') await within(PATIENCE_MS, untilBack(stage, kiosk));
    else if (expected === 'closes') await within(PATIENCE_MS, untilTouchFelt(stage, kiosk));
    else await within(PATIENCE_MS, feelsTouch(stage, kiosk));
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const changes = differences(kiosk.untouched, await within(PATIENCE_MS, lookAround(stage, kiosk)));
    await tidy(kiosk, situation);
    const escaped = changes.length > 0 || !isExpected(expected, answer);
    const events = escaped ? [loggedSince(since, stage)] : [];
    return { ...way, outcome: [answer, ...changes, ...events].join('; '), escaped };
  } catch (error) {
    // The page or the whole program does not answer any more, or has gone.
    const said = (error as Error).message.split('\n', 1).join();
    return { ...way, outcome: `${said}; ${loggedSince(since, stage)}`, escaped: true, isUnseen: true };
  }
}

/** Tells a way out from a page that the kiosk itself has replaced. */
function loggedSince(since: string, { sandbox }: Stage): string {
  const events = logLines(sandbox)
    .filter(({ at }) => String(at) >= since)
    .map(({ event, state }) => (state === undefined ? event : `${event} ${state}`));
  return `logged: ${[...new Set(events)].join(', ') || 'nothing'}`;
}

function isExpected(expected: string, answer: string): boolean {
  if (['stays', 'closes', 'comes back'].includes(expected)) return true;
  return expected === 'refused' ? REFUSAL.test(answer) : answer === expected;
}

/**
 * A real touch, which comes after all that was done before it. Where a touch anywhere begins a session, the pointer
 * only moves; the touch comes with the next situation.
 */
async function feelsTouch({ hands }: Stage, { app, situation }: KioskOnStage): Promise<void> {
  const ground = groundOf(situation);
  const event = situation === 'attract' ? 'pointermove' : 'pointerdown';
  await runInPage(
    app,
    `window.escapeFelt = new Promise((resolve) => {
      addEventListener('${event}', ({ isTrusted }) => resolve(isTrusted), { once: true, capture: true });
    });`,
  );
  await (situation === 'attract' ? hands.wave(ground) : hands.click('left', ground));
  const felt = await runInPage(app, 'return await window.escapeFelt', {}, TOUCH_PATIENCE_MS);
  if (felt !== 'true') throw new Error('The next touch is not felt.');
}

/** A list that is open takes the first touch for itself; one that opens late, the second. */
async function untilTouchFelt(stage: Stage, kiosk: KioskOnStage): Promise<void> {
  await stage.hands.click('left', groundOf(kiosk.situation));
  await feelsTouch(stage, kiosk).catch(() => feelsTouch(stage, kiosk));
}

/** The same page, be it in a document of its own. */
async function untilBack(stage: Stage, kiosk: KioskOnStage): Promise<void> {
  const deadline = performance.now() + COMING_BACK_MS;
  for (;;) {
    await tidy(kiosk, kiosk.situation);
    const changes = differences(kiosk.untouched, await lookAround(stage, kiosk));
    if (changes.length === 0 || performance.now() > deadline) return;
  }
}

async function within<Value>(patienceMs: number, wanted: Promise<Value>): Promise<Value> {
  let impatience: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    impatience = setTimeout(() => reject(new Error('The kiosk does not answer.')), patienceMs);
  });
  return Promise.race([wanted, late]).finally(() => clearTimeout(impatience));
}
