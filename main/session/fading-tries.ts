/** How failures are counted, slow the next try down, and are forgiven; whose failures they are is for others to say. */
import type { SignInTries } from '../store/sign-in-tries-repository.ts';

export interface Limit {
  /** The first failure that is followed by a delay. */
  delayFromFailure: number;
  firstDelaySeconds: number;
  longestDelaySeconds: number;
  /** One failure is forgiven each time so much time has passed without a lock. */
  forgiveOneAfterSeconds: number;
}

/**
 * About four guesses an hour at what belongs to one person, to somebody who never gives up: the rate at which failures
 * are forgiven. A forgetful person meets 30 seconds.
 */
export const FOUR_AN_HOUR = {
  firstDelaySeconds: 30,
  longestDelaySeconds: 900,
  forgiveOneAfterSeconds: 900,
} as const satisfies Partial<Limit>;

/** About twenty guesses an hour at one kiosk, which is shared: its delays are short and fade quickly. */
export const TWENTY_AN_HOUR = {
  longestDelaySeconds: 300,
  forgiveOneAfterSeconds: 180,
} as const satisfies Partial<Limit>;

/** The longest `Retry-After` of the contract, and the longest delay of all. By then every failure is forgiven, too. */
export const LONGEST_LOCK_SECONDS = 86_400;

/** What is left of earlier failures now. */
export function faded(kept: SignInTries | null, limit: Limit, now: number): SignInTries | null {
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

export function afterFailure(before: SignInTries | null, limit: Limit, now: number): SignInTries {
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

/** How long the next try has to wait; 0 when it need not. */
export function lockSeconds(tries: SignInTries | null, now: number): number {
  if (!tries) return 0;
  return Math.min(Math.max(0, Math.ceil((tries.lockedUntil - now) / 1_000)), LONGEST_LOCK_SECONDS);
}
