/**
 * Nobody leafs through other people's rent notices at a public screen. Whether a reference was guessed or read from a
 * paper cannot be told, so every notice that is asked for counts, whatever comes of it; what counts is on disk, so
 * pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Limit } from '../session/fading-tries.ts';
import { createGuardedTries, type Verdict } from '../session/guarded-tries.ts';
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

export function createGuessThrottle(options: {
  tries: SignInTriesRepository;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): GuessThrottle {
  const { tries, log, now = Date.now } = options;
  const guarded = createGuardedTries({
    subject: 'rent-notice',
    limit: LIMIT,
    tries,
    delayed,
    verdictOn,
    log,
    now,
  });

  return { guard: async (ask) => (await guarded.guard(ask)).answer };
}

function verdictOn(answer: Result<unknown>): Verdict {
  return answer.ok || answer.error.code === 'RENT_NOTICE_UNKNOWN' ? 'counts' : 'void';
}

function delayed(retryAfterSeconds: number): Result<never> {
  return { ok: false, error: { code: 'RENT_NOTICE_DELAYED', retryAfterSeconds } };
}
