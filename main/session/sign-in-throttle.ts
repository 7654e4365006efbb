/**
 * Wrong passwords slow the next try down: for that account, wherever it is tried here, and for the whole kiosk,
 * whoever is tried. What counts is on disk, so pulling the plug gains nothing.
 */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { SignInTries, SignInTriesRepository } from '../store/sign-in-tries-repository.ts';

export interface SignInThrottle {
  /**
   * Asks `ask` if no delay stands, and counts what comes of it. One try at a time.
   * SIGN_IN_DELAYED, with `retryAfterSeconds`, before anything is asked; STORE_UNAVAILABLE when nothing can be
   * counted, since uncounted tries would be free.
   */
  guard<Value>(email: string, ask: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

interface Limit {
  /** The first failure that is followed by a delay. */
  delayFromFailure: number;
  firstDelaySeconds: number;
  longestDelaySeconds: number;
  /** One failure is forgiven each time so much time has passed without a lock. */
  forgiveOneAfterSeconds: number;
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

/** The longest `Retry-After` of the contract. By then every failure is forgiven, too. */
const LONGEST_LOCK_SECONDS = 86_400;

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

/** What is left of earlier failures now. */
function faded(kept: SignInTries | null, limit: Limit, now: number): SignInTries | null {
  if (!kept) return null;
  const tries = withoutClockJump(kept, now);
  const quietMs = Math.max(0, now - tries.fadingSince);
  const forgiven = Math.floor(quietMs / (limit.forgiveOneAfterSeconds * 1_000));
  return {
    ...tries,
    failures: Math.max(0, tries.failures - forgiven),
    fadingSince: tries.fadingSince + forgiven * limit.forgiveOneAfterSeconds * 1_000,
  };
}

/** A clock that shows less than at the last failure was put back: we take it that no time has passed since. */
function withoutClockJump(tries: SignInTries, now: number): SignInTries {
  const jumpMs = Math.max(0, tries.lastFailedAt - now);
  return {
    ...tries,
    fadingSince: tries.fadingSince - jumpMs,
    lastFailedAt: tries.lastFailedAt - jumpMs,
    lockedUntil: tries.lockedUntil - jumpMs,
  };
}

function afterFailure(before: SignInTries | null, limit: Limit, now: number): SignInTries {
  const failures = Math.min((before?.failures ?? 0) + 1, failuresAtLongestDelay(limit));
  const delayMs = delaySeconds(failures, limit) * 1_000;
  const wasFading = before !== null && before.failures > 0;
  return {
    failures,
    // Waiting out a lock is not being quiet: forgiving goes on when it ends.
    fadingSince: wasFading && delayMs === 0 ? before.fadingSince : now + delayMs,
    lastFailedAt: now,
    lockedUntil: now + delayMs,
  };
}

function delaySeconds(failures: number, limit: Limit): number {
  if (failures < limit.delayFromFailure) return 0;
  const doubled = limit.firstDelaySeconds * 2 ** (failures - limit.delayFromFailure);
  return Math.min(doubled, limit.longestDelaySeconds);
}

/** More than these are not remembered: the delay cannot grow, and forgiving should not take days. */
function failuresAtLongestDelay(limit: Limit): number {
  return limit.delayFromFailure + Math.ceil(Math.log2(limit.longestDelaySeconds / limit.firstDelaySeconds));
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

function lockSeconds(tries: SignInTries | null, now: number): number {
  if (!tries) return 0;
  return Math.min(Math.max(0, Math.ceil((tries.lockedUntil - now) / 1_000)), LONGEST_LOCK_SECONDS);
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
