/**
 * Nobody leafs through other people's rent notices at a public screen. Whether a reference was guessed or read from a
 * paper cannot be told, so every notice that is asked for counts, whatever comes of it; what counts is on disk, so
 * pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { afterFailure, faded, type Limit, lockSeconds } from '../session/fading-tries.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';

export interface GuessThrottle {
  /**
   * Asks `ask` if no delay stands, and counts it. One at a time.
   * RENT_NOTICE_DELAYED, with `retryAfterSeconds`, before anything is asked; STORE_UNAVAILABLE when nothing can be
   * counted, since uncounted guesses would be free.
   */
  guard<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

/**
 * Ten in a row for a morning on which everybody comes to pay, then one every two minutes, which is as long as paying
 * takes. There are a million million references.
 */
const LIMIT: Limit = {
  delayFromFailure: 10,
  firstDelaySeconds: 15,
  longestDelaySeconds: 300,
  forgiveOneAfterSeconds: 120,
};

const SUBJECT = 'rent-notice';

/** While one is being asked for. Only a screen that was tampered with asks twice at once. */
const BUSY_SECONDS = 1;

export function createGuessThrottle(options: {
  tries: SignInTriesRepository;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): GuessThrottle {
  const { tries, log, now = Date.now } = options;
  let isBusy = false;

  return {
    async guard(ask) {
      if (isBusy) return delayed(BUSY_SECONDS);
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
      tries.write(new Map([[SUBJECT, before]]));
      log.info('rent-notice.delayed', { waitSeconds });
      return delayed(waitSeconds);
    }

    // Counted before it is asked: a kiosk that is switched off in between has counted it.
    const counted = tries.write(new Map([[SUBJECT, afterFailure(before, LIMIT, now())]]));
    if (!counted.ok) return counted;

    const answer = await ask();
    const wasLookedUp = answer.ok || answer.error.code === 'RENT_NOTICE_UNKNOWN';
    // Nobody has learnt anything: the guess does not count.
    if (!wasLookedUp) tries.write(new Map([[SUBJECT, before]]));
    return answer;
  }
}

function delayed(retryAfterSeconds: number): Result<never> {
  return { ok: false, error: { code: 'RENT_NOTICE_DELAYED', retryAfterSeconds } };
}
