/**
 * Lanes: what belongs together goes one after the other, what does not goes side by side.
 * A lane that could not go on waits, longer each time, and then tries the same row again.
 */
import type { Log } from '../log/log.ts';
import { backoffSeconds } from './backoff.ts';

/** What came of the oldest row of a lane. */
export type Step =
  | { step: 'went-on' }
  | { step: 'lane-is-empty' }
  /** `failures`: tries of this row so far. */
  | { step: 'try-again'; failures: number; retryAfterSeconds: number };

/** Calls `work` once, after so many seconds; answers the way to call it off. */
export type After = (seconds: number, work: () => void) => () => void;

export interface Lanes {
  /** There is something in this lane. Tries at once, unless the API asked to wait. */
  resume(lane: string): void;
  /** The network is back: every lane tries at once, unless the API asked to wait. */
  resumeAll(): void;
  /** Whether a step is under way; waiting for the next try is none. */
  isBusy(): boolean;
  /** No step is begun any more; resolves when those under way have ended. */
  stop(): Promise<void>;
}

type Lane =
  | { state: 'queued' }
  | { state: 'running' }
  | { state: 'waiting'; isAskedToWait: boolean; callOff: () => void };

/** As many as a kiosk's line and the API's patience bear, after an outage that filled many lanes. */
const MAX_LANES_AT_ONCE = 4;

export function createLanes(parts: {
  /** Does one step of a lane. */
  advance: (lane: string) => Promise<Step>;
  after: After;
  random: () => number;
  log: Log;
}): Lanes {
  const { advance, after, random, log } = parts;
  const lanes = new Map<string, Lane>();
  /** Tries in a row that failed, also those that could not be written down. */
  const failures = new Map<string, number>();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  return { resume, resumeAll, isBusy: () => running.size > 0, stop };

  function resume(lane: string): void {
    const known = lanes.get(lane);
    if (isStopped || known?.state === 'queued' || known?.state === 'running') return;
    if (known?.state === 'waiting') {
      if (known.isAskedToWait) return;
      known.callOff();
    }
    enqueue(lane);
  }

  function resumeAll(): void {
    for (const lane of [...lanes.keys()]) resume(lane);
  }

  async function stop(): Promise<void> {
    isStopped = true;
    for (const lane of lanes.values()) if (lane.state === 'waiting') lane.callOff();
    lanes.clear();
    await Promise.all(running);
  }

  function enqueue(lane: string): void {
    lanes.set(lane, { state: 'queued' });
    startQueued();
  }

  function startQueued(): void {
    for (const [lane, { state }] of lanes) {
      if (isStopped || running.size >= MAX_LANES_AT_ONCE) return;
      if (state !== 'queued') continue;
      lanes.set(lane, { state: 'running' });
      const run = runLane(lane).finally(() => {
        running.delete(run);
        startQueued();
      });
      running.add(run);
    }
  }

  async function runLane(lane: string): Promise<void> {
    while (!isStopped) {
      const taken = await tryToAdvance(lane);
      if (isStopped) return;
      switch (taken.step) {
        case 'went-on':
          failures.delete(lane);
          break;
        case 'lane-is-empty':
          failures.delete(lane);
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
    const callOff = after(seconds, () => {
      if (!isStopped) enqueue(lane);
    });
    lanes.set(lane, { state: 'waiting', isAskedToWait: taken.retryAfterSeconds > 0, callOff });
  }
}
