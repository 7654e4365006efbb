/**
 * Wrong passwords slow the next try down: for that account, wherever it is tried here, and for the whole kiosk,
 * whoever is tried. What counts is on disk, so pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { SignInTries, SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import { afterFailure, faded, type Limit, LONGEST_LOCK_SECONDS, lockSeconds } from './fading-tries.ts';

export interface SignInThrottle {
  /**
   * Asks `ask` if no delay stands, and counts what comes of it. One try at a time.
   * SIGN_IN_DELAYED, with `retryAfterSeconds`, before anything is asked; STORE_UNAVAILABLE when nothing can be
   * counted, since uncounted tries would be free.
   */
  guard<Value>(email: string, ask: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

/**
 * Both leave about four guesses an hour at one account, and twenty an hour at one kiosk, to somebody who never gives
 * up: the rate at which failures are forgiven. A forgetful person meets 30 seconds after five tries. The kiosk is
 * shared, so its delays are short and fade quickly; a sign-in that succeeds does not clear them, or anybody with an
 * account of their own could.
 */
const LIMITS = {
  account: {
    delayFromFailure: 5,
    firstDelaySeconds: 30,
    longestDelaySeconds: 900,
    forgiveOneAfterSeconds: 900,
  },
  kiosk: {
    delayFromFailure: 5,
    firstDelaySeconds: 10,
    longestDelaySeconds: 300,
    forgiveOneAfterSeconds: 180,
  },
} as const satisfies Record<string, Limit>;

const KIOSK_SUBJECT = 'kiosk';

/** While a try is under way. Only a screen that was tampered with asks twice at once. */
const BUSY_SECONDS = 1;

export function createSignInThrottle(options: {
  tries: SignInTriesRepository;
  sealing: Pick<Sealing, 'fingerprint'>;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): SignInThrottle {
  const { tries, sealing, log, now = Date.now } = options;
  let isBusy = false;

  return {
    async guard(email, ask) {
      if (isBusy) return delayed(BUSY_SECONDS);
      isBusy = true;
      try {
        return await guardOne(sealing.fingerprint('sign-in-account', normalised(email)), ask);
      } finally {
        isBusy = false;
      }
    },
  };

  async function guardOne<Value>(
    accountSubject: string,
    ask: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const account = tries.read(accountSubject);
    const kiosk = tries.read(KIOSK_SUBJECT);
    if (!account.ok) return account;
    if (!kiosk.ok) return kiosk;
    const before = {
      account: faded(account.value, LIMITS.account, now()),
      kiosk: faded(kiosk.value, LIMITS.kiosk, now()),
    };

    const waitSeconds = Math.max(lockSeconds(before.account, now()), lockSeconds(before.kiosk, now()));
    if (waitSeconds > 0) {
      // What a clock that was put back has moved is written down, or the lock would move along with the clock.
      note(before);
      log.info('session.sign-in-delayed', { waitSeconds });
      return delayed(waitSeconds);
    }

    // Counted before it is asked: a kiosk that is switched off in between has counted it.
    const counted = note({
      account: afterFailure(before.account, LIMITS.account, now()),
      kiosk: afterFailure(before.kiosk, LIMITS.kiosk, now()),
    });
    if (!counted.ok) return counted;

    const answer = await ask();
    // A note that cannot be written from here on leaves the failure counted: the safe side. The store logs it.
    if (answer.ok) {
      note({ account: null, kiosk: before.kiosk });
      return answer;
    }
    switch (answer.error.code) {
      case 'CREDENTIALS_INVALID':
        tries.forgetBefore(now() - LONGEST_LOCK_SECONDS * 1_000);
        return answer;
      case 'SIGN_IN_DELAYED':
        note({ ...before, account: lockedFor(before.account, answer.error.retryAfterSeconds ?? 0, now()) });
        return answer;
      default:
        // Nobody has looked at the password: the try does not count.
        note(before);
        return answer;
    }

    function note(changes: { account: SignInTries | null; kiosk: SignInTries | null }): Result<void> {
      return tries.write(
        new Map([
          [accountSubject, changes.account],
          [KIOSK_SUBJECT, changes.kiosk],
        ]),
      );
    }
  }
}

/** What the API asks for counts when it is longer than ours. */
function lockedFor(before: SignInTries | null, seconds: number, now: number): SignInTries {
  const lockedUntil = now + Math.min(seconds, LONGEST_LOCK_SECONDS) * 1_000;
  return {
    failures: before?.failures ?? 0,
    fadingSince: before?.fadingSince ?? now,
    lastFailedAt: now,
    lockedUntil: Math.max(before?.lockedUntil ?? 0, lockedUntil),
  };
}

/** Case, spaces, invisible characters and ways of writing one letter make no new account. */
function normalised(email: string): string {
  return email
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
}

function delayed(retryAfterSeconds: number): {
  ok: false;
  error: { code: 'SIGN_IN_DELAYED'; retryAfterSeconds: number };
} {
  return { ok: false, error: { code: 'SIGN_IN_DELAYED', retryAfterSeconds } };
}
