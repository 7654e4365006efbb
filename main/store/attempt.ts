import Database from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';

export type Attempt = <Value>(work: () => Value) => Result<Value>;

/**
 * Makes what a disk can do to us (full, locked, read-only, damaged) the value STORE_UNAVAILABLE.
 * Anything else that is thrown is a bug and goes on.
 */
export function createAttempt(log: Log): Attempt {
  return (work) => {
    try {
      return { ok: true, value: work() };
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || isOurMistake(error.code)) throw error;
      log.error('store.failed', { sqliteCode: error.code });
      return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
    }
  };
}

/** Bad SQL or a broken rule of the schema says something about this program, not about the disk. */
function isOurMistake(sqliteCode: string): boolean {
  return (
    sqliteCode === 'SQLITE_ERROR' ||
    sqliteCode.startsWith('SQLITE_CONSTRAINT') ||
    sqliteCode.startsWith('SQLITE_MISMATCH') ||
    sqliteCode.startsWith('SQLITE_MISUSE') ||
    sqliteCode.startsWith('SQLITE_RANGE')
  );
}
