/**
 * How the database is, for whoever looks from outside: while the kiosk runs, before it has ever run, or when it
 * cannot. Nothing is written and nothing is locked.
 */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type HealthCounter, SELECT_COUNTERS } from './health-counters-repository.ts';
import { healthCounters } from './migrations/0003-health-counters.ts';
import { migrations } from './migrations/migrations.ts';

export interface OutboxLook {
  /** Not delivered yet. */
  waiting: number;
  /** When the oldest of them was handed in, in milliseconds since 1970; null when none waits. */
  oldestEnqueuedAt: number | null;
  refused: number;
  unreadable: number;
}

export type StoreLook =
  | { ok: true; schemaVersion: number; outbox: OutboxLook; counters: HealthCounter[] }
  /** `newer`: a later version of the program has been here. `cause` is SQLite's own code. */
  | { ok: false; reason: 'missing' | 'damaged' | 'newer' | 'unreadable'; cause: string | null };

/** The kiosk writes for milliseconds at a time. */
const BUSY_TIMEOUT_MS = 500;
const NO_OUTBOX: OutboxLook = { waiting: 0, oldestEnqueuedAt: null, refused: 0, unreadable: 0 };

export function lookIntoStore(file: string): StoreLook {
  if (!existsSync(file)) return { ok: false, reason: 'missing', cause: null };
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    return look(database);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const isDamaged = error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_NOTADB');
    return { ok: false, reason: isDamaged ? 'damaged' : 'unreadable', cause: error.code };
  } finally {
    database?.close();
  }
}

function look(database: Database.Database): StoreLook {
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
    return { ok: false, reason: 'damaged', cause: null };
  }
  const schemaVersion = database.pragma('user_version', { simple: true }) as number;
  if (schemaVersion > (migrations.at(-1)?.version ?? 0)) return { ok: false, reason: 'newer', cause: null };
  return {
    ok: true,
    schemaVersion,
    outbox: schemaVersion >= 1 ? outboxOf(database) : NO_OUTBOX,
    counters:
      schemaVersion >= healthCounters.version
        ? database.prepare<[], HealthCounter>(SELECT_COUNTERS).all()
        : [],
  };
}

function outboxOf(database: Database.Database): OutboxLook {
  const select = database.prepare<[], OutboxLook>(`
    SELECT COUNT(*) FILTER (WHERE state = 'pending') AS waiting,
           MIN(enqueued_at) FILTER (WHERE state = 'pending') AS oldestEnqueuedAt,
           COUNT(*) FILTER (WHERE state = 'refused') AS refused,
           COUNT(*) FILTER (WHERE state = 'unreadable') AS unreadable
    FROM outbox`);
  return select.get() ?? NO_OUTBOX;
}
