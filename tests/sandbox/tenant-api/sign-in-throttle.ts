import type { Clock } from './clock.ts';

/** Slows down whoever guesses the password of one account. An e-mail that nobody has is slowed down just the same. */
export interface SignInThrottle {
  /** Counts a try before its outcome is known, so that many at once gain nothing. Seconds to wait, 0 to go on. */
  admit(email: string): number;
  /** The password was right: all is forgotten. */
  forgive(email: string): void;
}

const FREE_TRIES = 5;
const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 900;
/** Beyond it the oldest are forgotten, so that made-up e-mails cannot fill the memory. */
const MAX_EMAILS = 10_000;

export function createSignInThrottle(clock: Clock): SignInThrottle {
  const tries = new Map<string, { count: number; closedUntilMilliseconds: number }>();

  return {
    admit(email) {
      const now = clock.nowMilliseconds();
      const before = tries.get(email) ?? { count: 0, closedUntilMilliseconds: 0 };
      if (now < before.closedUntilMilliseconds)
        return Math.ceil((before.closedUntilMilliseconds - now) / 1_000);

      const count = before.count + 1;
      tries.delete(email);
      tries.set(email, { count, closedUntilMilliseconds: now + delayAfterSeconds(count) * 1_000 });
      const [oldest] = tries.keys();
      if (tries.size > MAX_EMAILS && oldest !== undefined) tries.delete(oldest);
      return 0;
    },
    forgive(email) {
      tries.delete(email);
    },
  };
}

/** 5 tries → 30 s, 6 → 60 s, 7 → 120 s … */
function delayAfterSeconds(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(FIRST_DELAY_SECONDS * 2 ** (count - FREE_TRIES), LONGEST_DELAY_SECONDS);
}
