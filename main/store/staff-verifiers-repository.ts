/** By what staff are known while the line is cut, under seal. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface StaffVerifiersRepository {
  read(subject: string): Result<Uint8Array | null>;
  /** In place of the one before. */
  write(subject: string, sealed: Uint8Array): Result<void>;
  remove(subject: string): Result<void>;
}

export function createStaffVerifiersRepository(
  database: Database,
  attempt: Attempt,
): StaffVerifiersRepository {
  const select = database.prepare<[string], { sealed: Uint8Array }>(
    'SELECT sealed FROM staff_verifiers WHERE subject = ?',
  );
  const replace = database.prepare<[string, Uint8Array]>(
    'INSERT OR REPLACE INTO staff_verifiers (subject, sealed) VALUES (?, ?)',
  );
  const remove = database.prepare<[string]>('DELETE FROM staff_verifiers WHERE subject = ?');

  return {
    read: (subject) => attempt(() => select.get(subject)?.sealed ?? null),
    write: (subject, sealed) =>
      attempt(() => {
        replace.run(subject, sealed);
      }),
    remove: (subject) =>
      attempt(() => {
        remove.run(subject);
      }),
  };
}
