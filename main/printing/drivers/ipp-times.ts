/** How long the kiosk waits for a printer. */
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

export interface IppTimes {
  /** Until the printer has said that it would print: an unreachable one is known within 5 s, drawing and all. */
  beforeSendingMs: number;
  /** For all bytes of a document: a printer with little memory takes them as it prints. */
  sendMs: number;
  /** For one short question. */
  answerMs: number;
  pollMs: number;
  busyRetryMs: number;
  busyPatienceMs: number;
  /** Without a word for so long, the outcome of a job is unknown. */
  lostAfterMs: number;
  /** Without a page more for so long, a job counts as standing still. */
  standingStillAfterMs: number;
  /** A job that waits so long for somebody to see to the printer is given up. */
  patienceMs: number;
  /** One that prints without a visible page more has so much longer for each of its pages. */
  patiencePerPageMs: number;
  /** However it goes, no job is followed for longer. */
  longestJobMs: number;
  /** How long a cancellation may take to be heard and to show. */
  cancelPatienceMs: number;
}

export const IPP_TIMES: Readonly<IppTimes> = {
  beforeSendingMs: 4_000,
  sendMs: 60_000,
  answerMs: 3_000,
  pollMs: 300,
  busyRetryMs: 1_000,
  busyPatienceMs: 120_000,
  lostAfterMs: 15_000,
  standingStillAfterMs: 5_000,
  patienceMs: 300_000,
  patiencePerPageMs: 10_000,
  longestJobMs: 3_600_000,
  cancelPatienceMs: 2_000,
};

export interface Clock {
  nowMs(): number;
  /** Ends early, without an error, when the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const machineClock: Clock = {
  nowMs: () => performance.now(),
  wait: (ms, signal) =>
    delay(ms, undefined, signal && { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    }),
};
