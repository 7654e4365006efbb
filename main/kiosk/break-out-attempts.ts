/** Counts what people try in order to get out, and says when it is more than a mistake. */
import type { Attempt } from './measure.ts';

/**
 * Somebody who leans on the keyboard, or looks for a sign with Ctrl and Alt, comes to three or four within a few
 * seconds and then stops. Whoever looks for the way out goes on.
 */
export const TOO_MANY_ATTEMPTS = 8;
export const WITHIN_MS = 20_000;

export interface BreakOutAttempts {
  note(attempt: Attempt): void;
}

export function createBreakOutAttempts(parts: {
  /** Each of them, for the terminal's health. */
  onAttempt: (attempt: Attempt) => void;
  /** Then the count begins anew. */
  onTooMany: () => void;
  nowMs?: () => number;
}): BreakOutAttempts {
  const { onAttempt, onTooMany, nowMs = () => performance.now() } = parts;
  let recentMs: number[] = [];

  return {
    note(attempt) {
      onAttempt(attempt);
      const now = nowMs();
      recentMs = [...recentMs.filter((ms) => now - ms < WITHIN_MS), now];
      if (recentMs.length < TOO_MANY_ATTEMPTS) return;
      recentMs = [];
      onTooMany();
    },
  };
}
