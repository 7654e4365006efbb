/**
 * Whether the kiosk and the central API understand each other at this moment, as real requests have shown. What the
 * operating system thinks of its network is not asked: a cable that is in leads nowhere often enough.
 */
import type { Connectivity } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { RequestOutcome } from '../tenant-api/tenant-api.ts';
import { afterSeconds } from './after-seconds.ts';
import { backoffSeconds } from './backoff.ts';
import type { After } from './lanes.ts';

export interface ConnectivityWatch {
  read(): Connectivity;
  /** A request has ended, whoever sent it. */
  heard(outcome: RequestOutcome): void;
  /** Somebody has come: they are told how it is now, not how it was when the last one left. */
  attend(): void;
  stop(): void;
}

/** One lost packet is no outage, and one slow answer no slow line. */
const IN_A_ROW = 2;

/** Until then, nobody who waits has begun to wonder. */
const SLOW_MS = 4_000;

/** What was heard before says nothing about now. */
const FRESH_SECONDS = 60;

/** One failure is held against another try at once: whoever is there is told soon. */
const FIRST_TRY_AFTER_SECONDS = 1;

/** While somebody waits for it to come back. */
const LONGEST_WAIT_ATTENDED_SECONDS = 15;

export function createConnectivityWatch(parts: {
  /** Asks the API for something; what comes of it is told by `heard`. */
  knock: () => Promise<void>;
  isAttended: () => boolean;
  onChange: (connectivity: Connectivity) => void;
  log: Log;
  after?: After;
  random?: () => number;
  /** A clock that nobody sets. */
  monotonicSeconds?: () => number;
}): ConnectivityWatch {
  const { knock, isAttended, onChange, log, after = afterSeconds, random = Math.random } = parts;
  const { monotonicSeconds = () => performance.now() / 1_000 } = parts;
  let current: Connectivity = 'online';
  let inARow: { kind: Connectivity; times: number } = { kind: 'online', times: 0 };
  let heardAtSeconds = Number.NEGATIVE_INFINITY;
  let isKnocking = false;
  let callOff: (() => void) | null = null;
  let isStopped = false;

  return {
    read: () => current,
    heard(outcome) {
      heardAtSeconds = monotonicSeconds();
      const kind = kindOf(outcome);
      inARow = { kind, times: kind === inARow.kind ? inARow.times + 1 : 1 };
      if (kind === 'online' || inARow.times >= IN_A_ROW) become(kind);
      if (kind === 'online') quieten();
      else if (!isStopped && callOff === null) callOff = after(waitSeconds(), tryAgain);
    },
    attend() {
      const isStale = monotonicSeconds() - heardAtSeconds > FRESH_SECONDS;
      if (current === 'online' ? isStale : !isKnocking) tryAgain();
    },
    stop() {
      isStopped = true;
      quieten();
    },
  };

  function become(next: Connectivity): void {
    if (next === current) return;
    log.info('sync.connectivity', { from: current, to: next });
    current = next;
    onChange(next);
  }

  function tryAgain(): void {
    quieten();
    if (isStopped || isKnocking) return;
    isKnocking = true;
    void knock().finally(() => {
      isKnocking = false;
    });
  }

  function quieten(): void {
    callOff?.();
    callOff = null;
  }

  function waitSeconds(): number {
    if (inARow.times < IN_A_ROW) return FIRST_TRY_AFTER_SECONDS;
    const patient = backoffSeconds(inARow.times, 0, random);
    return isAttended() ? Math.min(patient, LONGEST_WAIT_ATTENDED_SECONDS) : patient;
  }
}

function kindOf({ answeredBy, durationMs }: RequestOutcome): Connectivity {
  switch (answeredBy) {
    case 'api':
      return durationMs > SLOW_MS ? 'degraded' : 'online';
    case 'somethingElse':
      return 'degraded';
    case 'nobody':
      return 'offline';
  }
}
