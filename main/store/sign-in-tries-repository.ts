/** Failed sign-ins, by subject: this kiosk, or an account under a name that gives nobody away. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

/** Instants are milliseconds since 1970. */
export interface SignInTries {
  /** Those not forgiven yet. */
  failures: number;
  /** From when on the next failure is being forgiven. */
  fadingSince: number;
  lastFailedAt: number;
  lockedUntil: number;
}

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface SignInTriesRepository {
  /** Null for a subject that never failed, or whose failures were forgotten. */
  read(subject: string): Result<SignInTries | null>;
  /** Null forgets the subject. All or nothing. */
  write(changes: ReadonlyMap<string, SignInTries | null>): Result<void>;
  /** Forgets subjects that have not failed since. */
  forgetBefore(lastFailedBefore: number): Result<void>;
}

export function createSignInTriesRepository(database: Database, attempt: Attempt): SignInTriesRepository {
  const select = database.prepare<[string], SignInTries>(`
    SELECT failures, fading_since AS fadingSince, last_failed_at AS lastFailedAt, locked_until AS lockedUntil
    FROM sign_in_tries WHERE subject = ?`);
  const replace = database.prepare<[string, number, number, number, number]>(`
    INSERT OR REPLACE INTO sign_in_tries (subject, failures, fading_since, last_failed_at, locked_until)
    VALUES (?, ?, ?, ?, ?)`);
  const remove = database.prepare<[string]>('DELETE FROM sign_in_tries WHERE subject = ?');
  const removeOld = database.prepare<[number]>('DELETE FROM sign_in_tries WHERE last_failed_at < ?');

  const writeAll = database.transaction((changes: ReadonlyMap<string, SignInTries | null>) => {
    for (const [subject, tries] of changes) {
      if (tries) {
        replace.run(subject, tries.failures, tries.fadingSince, tries.lastFailedAt, tries.lockedUntil);
      } else {
        remove.run(subject);
      }
    }
  });

  return {
    read: (subject) => attempt(() => select.get(subject) ?? null),
    write: (changes) => attempt(() => writeAll.immediate(changes)),
    forgetBefore: (lastFailedBefore) =>
      attempt(() => {
        removeOld.run(lastFailedBefore);
      }),
  };
}
