/**
 * An index that does not say what its table says hides rows, or shows some twice, without any error. It is made anew
 * from the table, which loses nothing.
 */
import Sqlite, { type Database } from 'better-sqlite3';
import type { Log } from '../log/log.ts';

/** `damaged`: it is not the indexes alone. */
export type IndexState = 'sound' | 'mended' | 'damaged';

/** Few rows, and one that is hidden may be money that has moved. */
export const TABLES_OF_MONEY = ['payment_attempts', 'payment_audit'] as const;

/** What grows with an outage, and with the years. */
export const TABLES_THAT_GROW = [
  'outbox',
  'outbox_needs',
  'outbox_parts',
  'outbox_audit',
  'audit_entries',
] as const;

/** Throws what the disk does to it. */
export function mendIndexes(database: Database, tables: readonly string[], log: Log): IndexState {
  const wrong = tables.filter((table) => !isWhole(database, table));
  if (wrong.length === 0) return 'sound';
  for (const table of wrong) {
    if (!isMadeAnew(database, table) || !isWhole(database, table)) {
      log.error('store.indexes-not-mended', { table });
      return 'damaged';
    }
    log.error('store.indexes-mended', { table });
  }
  return 'mended';
}

/** False where the table itself breaks the rule of an index, or the index is too damaged to be taken away. */
function isMadeAnew(database: Database, table: string): boolean {
  try {
    database.exec(`REINDEX ${table}`);
    return true;
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && /^SQLITE_(CONSTRAINT|CORRUPT)/.test(error.code)) return false;
    throw error;
  }
}

/** With its indexes, which the quick check leaves out. */
function isWhole(database: Database, table: string): boolean {
  return database.pragma(`integrity_check('${table}')`, { simple: true }) === 'ok';
}
