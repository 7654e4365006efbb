/**
 * How the database is, for whoever looks from outside: while the kiosk runs, before it has ever run, or when it
 * cannot. Nothing is written and nothing is locked.
 */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type HealthCounter, KEY_REPLACEMENTS, SELECT_COUNTERS } from './health-counters-repository.ts';
import { NOT_HEALTH_REPORT } from './health-report-row.ts';
import { healthCounters } from './migrations/0003-health-counters.ts';
import { paymentAttempts } from './migrations/0004-payment-attempts.ts';
import { outboxAudit } from './migrations/0008-outbox-audit.ts';
import { migrations } from './migrations/migrations.ts';
import { NOT_SET_ASIDE } from './refused-rows-repository.ts';
import { SALVAGES } from './salvage.ts';

/** What people handed in, and what is about them: a health report waits for nobody. */
export interface OutboxLook {
  /** Not delivered yet. */
  waiting: number;
  /** When the oldest of them was handed in, in milliseconds since 1970; null when none waits. */
  oldestEnqueuedAt: number | null;
  refused: number;
  /** Of these, money that has moved. */
  refusedPayments: number;
  unreadable: number;
  /** What of it staff have to see to, by kind and by the API's code, the most frequent first. */
  refusals: Refusal[];
}

export interface Refusal {
  kind: string;
  /** `unreadable` for what this kiosk itself cannot read. */
  code: string;
  count: number;
}

export interface PaymentsLook {
  /** Of which nobody knows what became. */
  unknown: number;
  /** Of these, the ones of a terminal that sent a card number. */
  withCardNumber: number;
}

export type StoreLook =
  | {
      ok: true;
      schemaVersion: number;
      outbox: OutboxLook;
      payments: PaymentsLook;
      counters: HealthCounter[];
      /** When it was last made anew of what could be saved, in milliseconds since 1970; null when it never was. */
      salvagedAt: number | null;
      /** When what waited could last not be read with the key that there was; null when that never was so. */
      keyReplacedAt: number | null;
    }
  /** `newer`: a later version of the program has been here. `cause` is SQLite's own code. */
  | { ok: false; reason: 'missing' | 'damaged' | 'newer' | 'unreadable'; cause: string | null };

/** The kiosk writes for milliseconds at a time. */
const BUSY_TIMEOUT_MS = 500;
const NO_OUTBOX: OutboxLook = {
  waiting: 0,
  oldestEnqueuedAt: null,
  refused: 0,
  refusedPayments: 0,
  unreadable: 0,
  refusals: [],
};
const NO_PAYMENTS: PaymentsLook = { unknown: 0, withCardNumber: 0 };

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
  const counters =
    schemaVersion >= healthCounters.version ? database.prepare<[], HealthCounter>(SELECT_COUNTERS).all() : [];
  const lastAtOf = (counter: string) => counters.find(({ name }) => name === counter)?.lastAt ?? null;
  return {
    ok: true,
    schemaVersion,
    outbox: schemaVersion >= 1 ? outboxOf(database, schemaVersion) : NO_OUTBOX,
    payments: schemaVersion >= paymentAttempts.version ? paymentsOf(database) : NO_PAYMENTS,
    counters,
    salvagedAt: lastAtOf(SALVAGES),
    keyReplacedAt: lastAtOf(KEY_REPLACEMENTS),
  };
}

function outboxOf(database: Database.Database, schemaVersion: number): OutboxLook {
  // What staff have handed in by hand waits for nobody any more.
  const settledByHand =
    schemaVersion >= paymentAttempts.version
      ? "SELECT attempt_id FROM payment_attempts WHERE state = 'SETTLED'"
      : 'SELECT NULL WHERE FALSE';
  const isToBeSeenTo = schemaVersion >= outboxAudit.version ? NOT_SET_ASIDE : 'TRUE';
  const select = database.prepare<[], Omit<OutboxLook, 'refusals'>>(`
    SELECT COUNT(*) FILTER (WHERE state = 'pending') AS waiting,
           MIN(enqueued_at) FILTER (WHERE state = 'pending') AS oldestEnqueuedAt,
           COUNT(*) FILTER (WHERE state = 'refused' AND ${isToBeSeenTo}) AS refused,
           COUNT(*) FILTER (WHERE state IN ('refused', 'unreadable') AND kind = 'payment'
             AND delivery_id NOT IN (${settledByHand})) AS refusedPayments,
           COUNT(*) FILTER (WHERE state = 'unreadable' AND ${isToBeSeenTo}) AS unreadable
    FROM outbox WHERE ${NOT_HEALTH_REPORT}`);
  const selectRefusals = database.prepare<[], Refusal>(`
    SELECT kind, COALESCE(refusal_code, state) AS code, COUNT(*) AS count
    FROM outbox
    WHERE state IN ('refused', 'unreadable') AND delivery_id NOT IN (${settledByHand}) AND ${isToBeSeenTo}
      AND ${NOT_HEALTH_REPORT}
    GROUP BY kind, code ORDER BY count DESC, kind, code`);
  return { ...NO_OUTBOX, ...select.get(), refusals: selectRefusals.all() };
}

function paymentsOf(database: Database.Database): PaymentsLook {
  const select = database.prepare<[], PaymentsLook>(`
    SELECT COUNT(*) AS unknown, COUNT(*) FILTER (WHERE reason = 'CARD_NUMBER_IN_ANSWER') AS withCardNumber
    FROM payment_attempts WHERE state = 'UNKNOWN'`);
  return select.get() ?? NO_PAYMENTS;
}
