import type { SignInTries, SignInTriesRepository } from '../../store/sign-in-tries-repository.ts';

/** Tries as they are counted on disk, without one. */
export function triesInMemory(): SignInTriesRepository {
  const held = new Map<string, SignInTries | null>();
  return {
    read: (subject) => ({ ok: true, value: held.get(subject) ?? null }),
    write(changes) {
      for (const [subject, tries] of changes) held.set(subject, tries);
      return { ok: true, value: undefined };
    },
    forgetBefore: () => ({ ok: true, value: undefined }),
  };
}
