/**
 * Whether the central API is worth asking. While it does not answer, one row at a time is tried, more and more
 * seldom, however many wait; and what has piled up is not thrown at it the moment that it is back.
 */
import { backoffSeconds } from './backoff.ts';
import type { After } from './lanes.ts';

export interface Circuit {
  /** How many lanes may be under way together at this moment. */
  lanesAtOnce(): number;
  /** The API has taken or refused something: it is there. */
  answered(): void;
  /** It was not there, or was in no state to answer, or has asked for time (`retryAfterSeconds` above 0). */
  failed(retryAfterSeconds: number): void;
  /** Somebody else has heard from it. */
  isBack(): void;
  stop(): void;
}

type State =
  | { name: 'closed' }
  | { name: 'open'; isAskedToWait: boolean; callOff: () => void }
  /** Long enough: what comes of the next try decides. */
  | { name: 'tryingOne' };

/** As many as a kiosk's line and the API's patience bear. */
const LANES_AT_ONCE = 4;

/** One lost packet is no outage. */
const FAILURES_TO_OPEN = 3;

/** The longest that a row waits because others do, too. */
const LONGEST_SPREAD_SECONDS = 3_600;

export function createCircuit(parts: {
  after: After;
  random: () => number;
  /** A clock that nobody sets. */
  monotonicSeconds: () => number;
  /** There may be room for a lane that there was none for. */
  onRoom: () => void;
  /**
   * It is there again. What has piled up over an outage is handed over within as many seconds as the outage has
   * lasted: then all the kiosks of a landlord together ask for no more than twice of what they always ask for.
   */
  onBack: (spreadSeconds: number) => void;
}): Circuit {
  const { after, random, monotonicSeconds, onRoom, onBack } = parts;
  let state: State = { name: 'closed' };
  let failures = 0;
  /** When it was first missed. */
  let awaySince: number | null = null;

  return {
    lanesAtOnce() {
      switch (state.name) {
        case 'closed':
          return LANES_AT_ONCE;
        case 'open':
          return 0;
        case 'tryingOne':
          return 1;
      }
    },
    answered() {
      if (state.name !== 'closed') return close();
      failures = 0;
      awaySince = null;
    },
    isBack: close,
    failed(retryAfterSeconds) {
      failures += 1;
      awaySince ??= monotonicSeconds();
      if (retryAfterSeconds > 0) open(retryAfterSeconds);
      else if (state.name === 'tryingOne' || (state.name === 'closed' && failures >= FAILURES_TO_OPEN))
        open(0);
    },
    stop() {
      if (state.name === 'open') state.callOff();
    },
  };

  function open(retryAfterSeconds: number): void {
    if (state.name === 'open') state.callOff();
    const callOff = after(backoffSeconds(failures, retryAfterSeconds, random), () => {
      state = { name: 'tryingOne' };
      onRoom();
    });
    state = { name: 'open', isAskedToWait: retryAfterSeconds > 0, callOff };
  }

  function close(): void {
    if (state.name === 'open' && state.isAskedToWait) return;
    if (state.name === 'open') state.callOff();
    const awaySeconds = awaySince === null ? 0 : monotonicSeconds() - awaySince;
    state = { name: 'closed' };
    failures = 0;
    awaySince = null;
    onBack(Math.min(awaySeconds, LONGEST_SPREAD_SECONDS));
  }
}
