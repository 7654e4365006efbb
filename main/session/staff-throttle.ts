/**
 * Wrong staff codes slow the next try down, whoever tries. Nobody says whose code they type, so the kiosk counts for
 * all; what counts is on disk, so pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { SignInTries, SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import { afterFailure, faded, type Limit, lockSeconds } from './fading-tries.ts';

export interface StaffThrottle {
  /**
   * Asks `ask` if no delay stands, and counts what comes of it. One try at a time.
   * STAFF_CODE_REFUSED for a wrong code and for one that came too early alike, with `retryAfterSeconds` while the next
   * try has to wait; STORE_UNAVAILABLE when nothing can be counted, since uncounted tries would be free.
   */
  guard<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

/** Four guesses an hour to somebody who never gives up; six digits and ten people then last for a year, on average. */
const LIMIT: Limit = {
  delayFromFailure: 3,
  firstDelaySeconds: 30,
  longestDelaySeconds: 900,
  forgiveOneAfterSeconds: 900,
};

const SUBJECT = 'staff';

/** While a try is under way. Only a screen that was tampered with asks twice at once. */
const BUSY_SECONDS = 1;

export function createStaffThrottle(options: {
  tries: SignInTriesRepository;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): StaffThrottle {
  const { tries, log, now = Date.now } = options;
  let isBusy = false;

  return {
    async guard(ask) {
      if (isBusy) return refused(BUSY_SECONDS);
      isBusy = true;
      try {
        return await guardOne(ask);
      } finally {
        isBusy = false;
      }
    },
  };

  async function guardOne<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const kept = tries.read(SUBJECT);
    if (!kept.ok) return kept;
    const before = faded(kept.value, LIMIT, now());

    const waitSeconds = lockSeconds(before, now());
    if (waitSeconds > 0) {
      // What a clock that was put back has moved is written down, or the lock would move along with the clock.
      note(before);
      log.info('staff.delayed', { waitSeconds });
      return refused(waitSeconds);
    }

    // Counted before it is looked at: a kiosk that is switched off in between has counted it.
    const after = afterFailure(before, LIMIT, now());
    const counted = note(after);
    if (!counted.ok) return counted;

    const answer = await ask();
    if (answer.ok) note(null);
    else if (answer.error.code === 'STAFF_CODE_REFUSED') return refused(lockSeconds(after, now()));
    // Nobody has looked at the code: the try does not count.
    else note(before);
    return answer;
  }

  function note(change: SignInTries | null): Result<void> {
    return tries.write(new Map([[SUBJECT, change]]));
  }
}

function refused(waitSeconds: number): Result<never> {
  const code = 'STAFF_CODE_REFUSED';
  return { ok: false, error: waitSeconds > 0 ? { code, retryAfterSeconds: waitSeconds } : { code } };
}
