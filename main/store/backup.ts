/** A second copy beside the database, made by SQLite's own backup while the kiosk goes on writing. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';

export type BackUp = () => Promise<Result<void>>;

const OWNER_ONLY_FILE = 0o600;

/** What is in it is sealed as it is in the database itself. */
export function backupOf(file: string): string {
  return `${file}.backup`;
}

/** STORE_UNAVAILABLE when there is no new copy; the one of before is replaced by a sound one only. */
export function createBackUp(database: Database.Database, file: string, log: Log): BackUp {
  let underWay: Promise<Result<void>> | null = null;

  return () => {
    underWay ??= makeCopy().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  async function makeCopy(): Promise<Result<void>> {
    const unfinished = `${backupOf(file)}.unfinished`;
    try {
      removeWithCompanions(unfinished);
      closeSync(openSync(unfinished, 'w', OWNER_ONLY_FILE));
      await database.backup(unfinished);
      if (!isSoundAlone(unfinished)) {
        log.error('store.backup-failed', { cause: 'not-sound' });
        return unavailable;
      }
      renameSync(unfinished, backupOf(file));
      return { ok: true, value: undefined };
    } catch (error) {
      // The kiosk ends in the middle of it.
      if (!database.open) return unavailable;
      if (!isOfTheDisk(error)) throw error;
      log.error('store.backup-failed', { cause: error.code });
      return unavailable;
    } finally {
      tidyUp(unfinished);
    }
  }
}

/** Alone: without a write-ahead log beside it, which would have to be moved with it. */
function isSoundAlone(copy: string): boolean {
  const database = new Database(copy);
  try {
    database.pragma('journal_mode = DELETE');
    return database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } finally {
    database.close();
  }
}

/** What was not finished fills up a disk that is nearly full: what people hand in has need of the room. */
function tidyUp(unfinished: string): void {
  try {
    removeWithCompanions(unfinished);
  } catch (error) {
    // The next backup begins with it.
    if (!isOfTheDisk(error)) throw error;
  }
}

function removeWithCompanions(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Of SQLite or of the file system: both have a code. */
function isOfTheDisk(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

const unavailable = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;
