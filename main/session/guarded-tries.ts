/**
 * Tries of which it cannot be said whose they are: the kiosk counts for all, one at a time, and slows the next one
 * down. What counts is on disk, so pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { SignInTries, SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import { afterFailure, faded, type Limit, lockSeconds } from './fading-tries.ts';

/** What an answer says of the try: it counts, it clears all that were counted, or nobody has learnt anything by it. */
export type Verdict = 'counts' | 'clears' | 'void';

export interface GuardedTries {
  /**
   * Asks `ask` if no delay stands, and counts what comes of it. `waitSeconds`: how long the next try has to wait.
   * STORE_UNAVAILABLE when nothing can be counted, since uncounted tries would be free.
   */
  guard<Value>(ask: () => Promise<Result<Value>>): Promise<{ answer: Result<Value>; waitSeconds: number }>;
}

/** While a try is under way. Only a screen that was tampered with asks twice at once. */
const BUSY_SECONDS = 1;

export function createGuardedTries(options: {
  /** Under which they are counted on disk, and told in the log when they come too early. */
  subject: 'staff' | 'rent-notice' | 'password-reset';
  limit: Limit;
  tries: SignInTriesRepository;
  /** The answer to a try that comes too early. */
  delayed: (retryAfterSeconds: number) => Result<never>;
  verdictOn: (answer: Result<unknown>) => Verdict;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
}): GuardedTries {
  const { subject, limit, tries, delayed, verdictOn, log, now } = options;
  let isBusy = false;

  return {
    async guard(ask) {
      if (isBusy) return tooEarly(BUSY_SECONDS);
      isBusy = true;
      try {
        return await guardOne(ask);
      } finally {
        isBusy = false;
      }
    },
  };

  async function guardOne<Value>(
    ask: () => Promise<Result<Value>>,
  ): Promise<{ answer: Result<Value>; waitSeconds: number }> {
    const kept = tries.read(subject);
    if (!kept.ok) return { answer: kept, waitSeconds: 0 };
    const before = faded(kept.value, limit, now());

    const waitSeconds = lockSeconds(before, now());
    if (waitSeconds > 0) {
      // What a clock that was put back has moved is written down, or the lock would move along with the clock.
      note(before);
      log.info(`${subject}.delayed`, { waitSeconds });
      return tooEarly(waitSeconds);
    }

    // Counted before it is asked: a kiosk that is switched off in between has counted it.
    const after = afterFailure(before, limit, now());
    const counted = note(after);
    if (!counted.ok) return { answer: counted, waitSeconds: 0 };

    const answer = await ask();
    switch (verdictOn(answer)) {
      case 'counts':
        return { answer, waitSeconds: lockSeconds(after, now()) };
      case 'clears':
        note(null);
        return { answer, waitSeconds: 0 };
      case 'void':
        note(before);
        return { answer, waitSeconds: 0 };
    }
  }

  function tooEarly(waitSeconds: number) {
    return { answer: delayed(waitSeconds), waitSeconds };
  }

  function note(change: SignInTries | null): Result<void> {
    return tries.write(new Map([[subject, change]]));
  }
}
