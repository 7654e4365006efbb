/** One round: somebody pays, the kiosk is killed, it starts again, and the books are compared, before and after staff. */
import { setTimeout as delay } from 'node:timers/promises';
import { compare, type Differences } from './books.ts';
import { type Instant, instantOf } from './instants.ts';
import type { Kiosk } from './kiosk.ts';
import { signIn, untilState } from './people.ts';
import { isAtRest, readBooks } from './read-books.ts';
import type { KillPlan, Milestone, RoundPlan } from './round-plan.ts';
import { settleAsStaff } from './staff.ts';
import type { Stage } from './stage.ts';

export interface Round {
  readonly instant: Instant;
  readonly wasPowerCut: boolean;
  /** How many payments nobody but staff could settle. */
  readonly settledByStaff: number;
  readonly differences: readonly Differences[];
}

const POLL_MS = 20;
const WATCH_MS = 8;
const MILESTONE_PATIENCE_MS = 2_000;
const QUIET_PATIENCE_MS = 30_000;

/** @param amountCents not asked for before, and not again */
export async function playRound(
  stage: Stage,
  kiosk: Kiosk,
  plan: RoundPlan,
  amountCents: number,
): Promise<{ round: Round; kiosk: Kiosk }> {
  await prepare(stage, plan);
  await untilState(kiosk, 'attract');
  await signIn(stage, kiosk);

  const payable = { kind: 'account', accountId: stage.accountIds[0] } as const;
  // The wish may die with the kiosk.
  const wish = kiosk.call('payment.start', { payable, amountCents }).catch(() => null);
  const powerCut = plan.powerCutAfterMs === null ? null : cutPower(stage, plan.powerCutAfterMs);
  await untilItIsTime(stage, plan.kill, amountCents);
  await kiosk.kill();
  await wish;
  const instant = instantAtDeath(stage, amountCents);

  await powerCut;
  const again = await stage.startKiosk();
  try {
    const wasPowerCut = await untilQuiet(stage);
    const staff = await settleAsStaff(stage, again);
    await untilQuiet(stage);
    const books = await readBooks(stage);
    const after = compare({ ...books, shownToStaff: [] }, { unknownIsAllowed: false });
    stage.sandbox.tenantApi.faults.clear();
    return {
      kiosk: again,
      round: {
        instant,
        wasPowerCut,
        settledByStaff: staff.settled,
        differences: [...(staff.before ? [staff.before] : []), after],
      },
    };
  } catch (error) {
    await again.kill();
    throw error;
  }
}

async function prepare({ terminal, sandbox }: Stage, plan: RoundPlan): Promise<void> {
  const { cardAfterMs, decisionAfterMs } = plan;
  await terminal.clearPlans();
  await terminal.setCustomer({ kind: 'person', cardAfterMs, decisionAfterMs });
  await terminal.plan(plan.terminal);
  if (plan.delivery) sandbox.tenantApi.faults.set('createPayment', plan.delivery);
}

async function cutPower({ terminal }: Stage, afterMs: number): Promise<void> {
  await delay(afterMs);
  await terminal.powerCut();
}

async function untilItIsTime(stage: Stage, { from, afterMs }: KillPlan, amountCents: number): Promise<void> {
  const deadline = performance.now() + MILESTONE_PATIENCE_MS;
  // An answer may never come, and some payments are never approved.
  while (!isReached(stage, from, amountCents) && performance.now() < deadline) await delay(WATCH_MS);
  await delay(afterMs);
}

function isReached(stage: Stage, milestone: Milestone, amountCents: number): boolean {
  if (milestone === 'wish') return true;
  const state = stage.kioskJournal().find((line) => line.amountCents === amountCents)?.state ?? 'CREATED';
  if (state !== 'CREATED' && state !== 'SENT') return true;
  if (milestone === 'approved' || state === 'CREATED') return false;
  return milestone === 'sent' || stage.terminal.journal().some((line) => line.amountCents === amountCents);
}

function instantAtDeath(stage: Stage, amountCents: number): Instant {
  const attempt = stage.kioskJournal().find((line) => line.amountCents === amountCents);
  const hasDecided = stage.terminal.journal().some((line) => line.amountCents === amountCents);
  return instantOf(attempt?.state ?? null, { hasDecided });
}

/**
 * Nothing is under way any more, at the terminal, at the kiosk or on the line; or it never will be. A terminal that
 * lost its power in the middle is switched on. @returns whether one was
 */
async function untilQuiet(stage: Stage): Promise<boolean> {
  const deadline = performance.now() + QUIET_PATIENCE_MS;
  let wasOff = false;
  for (;;) {
    const terminal = await stateOf(stage);
    if (terminal === 'off') {
      wasOff = true;
      await stage.terminal.restart();
    }
    const isQuiet = terminal === 'idle' && isAtRest(stage.kioskJournal());
    // What is still under way then is lost, and the books say so.
    if (isQuiet || performance.now() > deadline) return wasOff;
    await delay(POLL_MS);
  }
}

/** One that dies under the question has not answered it. */
async function stateOf({ terminal }: Stage): Promise<string> {
  const answer = await terminal.state().catch((error: Error) => error);
  return answer instanceof Error ? 'dying' : answer.state;
}
