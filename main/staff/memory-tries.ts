import type { SignInTries, SignInTriesRepository } from '../store/sign-in-tries-repository.ts';

/** One below the first failure that is followed by a delay, see session/staff-throttle.ts. */
const FAILURES_AT_START = 2;

/**
 * Where tries are counted when the database cannot be opened: in memory, and as if some had failed already, since
 * pulling the plug forgives them.
 */
export function createMemoryTries(now: () => number = Date.now): SignInTriesRepository {
  const at = now();
  const atStart: SignInTries = {
    failures: FAILURES_AT_START,
    fadingSince: at,
    lastFailedAt: at,
    lockedUntil: at,
  };
  const held = new Map<string, SignInTries | null>();
  return {
    read: (subject) => ({ ok: true, value: held.has(subject) ? (held.get(subject) ?? null) : atStart }),
    write(changes) {
      for (const [subject, tries] of changes) held.set(subject, tries);
      return { ok: true, value: undefined };
    },
    forgetBefore: () => ({ ok: true, value: undefined }),
  };
}
