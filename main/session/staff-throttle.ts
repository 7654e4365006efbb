/**
 * Wrong staff codes slow the next try down, whoever tries. Nobody says whose code they type, so the kiosk counts for
 * all; what counts is on disk, so pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import { FOUR_AN_HOUR, type Limit } from './fading-tries.ts';
import { createGuardedTries, type Verdict } from './guarded-tries.ts';

export interface StaffThrottle {
  /**
   * Asks `ask` if no delay stands, and counts what comes of it. One try at a time.
   * STAFF_CODE_REFUSED for a wrong code and for one that came too early alike, with `retryAfterSeconds` while the next
   * try has to wait; STORE_UNAVAILABLE when nothing can be counted, since uncounted tries would be free.
   */
  guard<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

/** Six digits and ten people then last for a year, on average. */
const LIMIT: Limit = { ...FOUR_AN_HOUR, delayFromFailure: 3 };

export function createStaffThrottle(options: {
  tries: SignInTriesRepository;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): StaffThrottle {
  const { tries, log, now = Date.now } = options;
  const guarded = createGuardedTries({
    subject: 'staff',
    limit: LIMIT,
    tries,
    delayed: refused,
    verdictOn,
    log,
    now,
  });

  return {
    async guard(ask) {
      const { answer, waitSeconds } = await guarded.guard(ask);
      return isRefusal(answer) ? refused(waitSeconds) : answer;
    },
  };
}

/** Where nobody has looked at the code, the try does not count. */
function verdictOn(answer: Result<unknown>): Verdict {
  if (answer.ok) return 'clears';
  return isRefusal(answer) ? 'counts' : 'void';
}

function isRefusal(answer: Result<unknown>): boolean {
  return !answer.ok && answer.error.code === 'STAFF_CODE_REFUSED';
}

function refused(waitSeconds: number): Result<never> {
  const code = 'STAFF_CODE_REFUSED';
  return { ok: false, error: waitSeconds > 0 ? { code, retryAfterSeconds: waitSeconds } : { code } };
}
