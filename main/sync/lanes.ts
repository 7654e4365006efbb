/**
 * Lanes: what belongs together goes one after the other, what does not goes side by side.
 * A lane that could not go on waits, longer each time, and then tries the same row again.
 */
import type { Log } from '../log/log.ts';
import { backoffSeconds } from './backoff.ts';

/** What came of the oldest row of a lane. */
export type Step =
  | { step: 'went-on' }
  /** Nothing is left to do in it, or nothing that can be done before something else is. */
  | { step: 'lane-rests' }
  /** `failures`: tries of this row so far. */
  | { step: 'try-again'; failures: number; retryAfterSeconds: number };

export function tryAgain(failures: number, retryAfterSeconds = 0): Step {
  return { step: 'try-again', failures, retryAfterSeconds };
}

/** Calls `work` once, after so many seconds, whatever the clock on the wall does meanwhile; answers the way to call it off. */
export type After = (seconds: number, work: () => void) => () => void;

export interface Lanes {
  /** There is something in this lane. Tries at once, unless the API asked to wait. */
  resume(lane: string): void;
  /** There may be room for another lane. */
  startQueued(): void;
  /** The API is back: every lane tries again within so many seconds, each at an instant of its own. */
  spread(seconds: number): void;
  /** Whether a step is under way, in any lane that `isPatient` is not true of; waiting for the next try is none. */
  isBusy(): boolean;
  /** No step is begun any more; resolves when those under way have ended. */
  stop(): Promise<void>;
}

type Lane =
  | { state: 'queued' }
  | { state: 'running'; hasMore: boolean }
  | { state: 'waiting'; isAskedToWait: boolean; callOff: () => void };

/** Sooner than anybody would notice. */
const AT_ONCE_SECONDS = 1;

export function createLanes(parts: {
  /** Does one step of a lane. */
  advance: (lane: string) => Promise<Step>;
  /** Whether it gives way to every lane whose turn has come, and counts for nobody. */
  isPatient?: (lane: string) => boolean;
  /** How many lanes may be under way together at this moment. */
  atOnce: () => number;
  after: After;
  random: () => number;
  log: Log;
}): Lanes {
  const { advance, isPatient = () => false, atOnce, after, random, log } = parts;
  const lanes = new Map<string, Lane>();
  /** Tries in a row that failed, also those that could not be written down. */
  const failures = new Map<string, number>();
  /** Those in the state of that name, in the order in which they came to it. */
  const queue = new Set<string>();
  /** Likewise: for when nothing else is queued. */
  const patientQueue = new Set<string>();
  const running = new Set<Promise<void>>();
  let patientRunning = 0;
  let isStopped = false;

  return { resume, startQueued, spread, isBusy: () => running.size > patientRunning, stop };

  function resume(lane: string): void {
    const known = lanes.get(lane);
    if (isStopped || known?.state === 'queued') return;
    // It may have looked already, and found nothing.
    if (known?.state === 'running') known.hasMore = true;
    else if (known?.state !== 'waiting') enqueue(lane);
    else if (!known.isAskedToWait) {
      known.callOff();
      enqueue(lane);
    }
  }

  function spread(seconds: number): void {
    for (const [lane, known] of lanes) {
      if (isStopped || known.state === 'running') continue;
      if (known.state === 'waiting') {
        if (known.isAskedToWait) continue;
        known.callOff();
      }
      queueOf(lane).delete(lane);
      const wait = random() * seconds;
      if (wait < AT_ONCE_SECONDS) enqueue(lane);
      else waitFor(lane, wait, { isAskedToWait: false });
    }
  }

  async function stop(): Promise<void> {
    isStopped = true;
    for (const lane of lanes.values()) if (lane.state === 'waiting') lane.callOff();
    lanes.clear();
    queue.clear();
    patientQueue.clear();
    await Promise.all(running);
  }

  function enqueue(lane: string): void {
    lanes.set(lane, { state: 'queued' });
    queueOf(lane).add(lane);
    startQueued();
  }

  function queueOf(lane: string): Set<string> {
    return isPatient(lane) ? patientQueue : queue;
  }

  function startQueued(): void {
    startThoseOf(queue);
    // Others may be due in the same breath.
    if (patientQueue.size > 0) queueMicrotask(startPatient);
  }

  function startPatient(): void {
    startThoseOf(queue);
    startThoseOf(patientQueue);
  }

  function startThoseOf(queued: Set<string>): void {
    for (const lane of queued) {
      if (isStopped || running.size >= atOnce()) return;
      queued.delete(lane);
      start(lane);
    }
  }

  function start(lane: string): void {
    const known: Lane & { state: 'running' } = { state: 'running', hasMore: false };
    const patientOnes = isPatient(lane) ? 1 : 0;
    lanes.set(lane, known);
    patientRunning += patientOnes;
    const run = runLane(lane, known).finally(() => {
      running.delete(run);
      patientRunning -= patientOnes;
      startQueued();
    });
    running.add(run);
  }

  async function runLane(lane: string, known: { hasMore: boolean }): Promise<void> {
    while (!isStopped) {
      known.hasMore = false;
      const taken = await tryToAdvance(lane);
      if (isStopped) return;
      switch (taken.step) {
        case 'went-on':
          failures.delete(lane);
          break;
        case 'lane-rests':
          failures.delete(lane);
          if (known.hasMore) break;
          lanes.delete(lane);
          return;
        case 'try-again':
          waitWith(lane, taken);
          return;
      }
    }
  }

  async function tryToAdvance(lane: string): Promise<Step> {
    try {
      return await advance(lane);
    } catch (error) {
      // A bug; the row stays where it is, and the other lanes go on.
      log.error('sync.delivery-threw', { name: error instanceof Error ? error.name : typeof error });
      return { step: 'try-again', failures: 0, retryAfterSeconds: 0 };
    }
  }

  function waitWith(lane: string, taken: { failures: number; retryAfterSeconds: number }): void {
    const failuresSoFar = Math.max((failures.get(lane) ?? 0) + 1, taken.failures);
    failures.set(lane, failuresSoFar);
    const seconds = backoffSeconds(failuresSoFar, taken.retryAfterSeconds, random);
    waitFor(lane, seconds, { isAskedToWait: taken.retryAfterSeconds > 0 });
  }

  function waitFor(lane: string, seconds: number, { isAskedToWait }: { isAskedToWait: boolean }): void {
    const callOff = after(seconds, () => {
      if (!isStopped) enqueue(lane);
    });
    lanes.set(lane, { state: 'waiting', isAskedToWait, callOff });
  }
}
