/**
 * What can be saved from a damaged database: row by row, whatever can still be read of it, and from the last backup
 * what cannot. What the API has had already is handed in again under the same key, which changes nothing there.
 */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { schemaPagesOfFile, schemaPagesOfThisVersion, withBorrowedSchema } from './borrowed-schema.ts';
import { attempt, openToRead, type Row, readableRows, type Table } from './readable-rows.ts';
import { createRestore } from './restore-row.ts';
import { isSchemaWhole } from './schema.ts';

/** The names under which it is counted, among the health counters, how often that was needed, and what it could not do. */
export const SALVAGES = 'databaseSalvages';
export const ROWS_LOST = 'rowsLost';
export const UNSURE_SALVAGES = 'unsureSalvages';

export interface Salvaged {
  fromDamaged: number;
  fromBackup: number;
  /** What people entrusted to the kiosk, is known to have been there, and is not any more. */
  lost: number;
  /** Whether there may have been more of it: nobody can know what stood where nothing can be read. */
  mayMissMore: boolean;
}

/** What people would miss. */
interface Missed {
  /** Of wishes that were put there as far as they could be read: the backup may have them whole. */
  readonly mended: Set<unknown>;
  readonly keys: Map<string, { table: Table; key: readonly unknown[] }>;
  /** Tables of which some file has named every row. */
  readonly known: Set<string>;
}

const OUTBOX: Table = {
  name: 'outbox',
  key: ['sequence'],
  isCounted: true,
  listedBy: [
    'SELECT sequence FROM outbox INDEXED BY sqlite_autoindex_outbox_1',
    "SELECT sequence FROM outbox INDEXED BY outbox_pending WHERE state = 'pending'",
  ],
  notMissed: [
    "SELECT sequence FROM outbox INDEXED BY outbox_delivered WHERE state = 'delivered'",
    "SELECT sequence FROM outbox INDEXED BY outbox_health_reports WHERE kind = 'health-report'",
  ],
};
const PAYMENT_ATTEMPTS: Table = {
  name: 'payment_attempts',
  key: ['sequence'],
  isCounted: true,
  listedBy: [
    `SELECT sequence FROM payment_attempts INDEXED BY payment_attempts_open
     WHERE state IN ('CREATED', 'SENT', 'APPROVED', 'UNKNOWN')`,
  ],
};

/** What is in one of these, somebody would miss. */
const ENTRUSTED: readonly Table[] = [OUTBOX, PAYMENT_ATTEMPTS];

/** Whatever is referred to before what refers to it. */
const TABLES: readonly Table[] = [
  OUTBOX,
  { name: 'outbox_parts', key: ['rowid'], isCounted: true },
  { name: 'outbox_needs', key: ['delivery_id', 'needed_id'] },
  { name: 'outbox_audit', key: ['sequence'], isCounted: true },
  PAYMENT_ATTEMPTS,
  { name: 'payment_audit', key: ['sequence'], isCounted: true },
  { name: 'sign_in_tries', key: ['subject'] },
  { name: 'health_counters', key: ['name'] },
  { name: 'reference_data', key: ['name'] },
  { name: 'audit_entries', key: ['sequence'], isCounted: true },
  { name: 'audit_head', key: ['name'] },
  { name: 'staff_verifiers', key: ['subject'] },
];

/** `damaged` and `backup` are only read. Throws what the disk does to `into`. */
export function salvage(into: Database.Database, files: { damaged: string; backup: string }): Salvaged {
  const missed: Missed = { mended: new Set(), keys: new Map(), known: new Set() };
  let [fromDamaged, fromBackup] = [0, 0];
  into
    .transaction(() => {
      fromDamaged = copyDamaged(files, into, missed);
      fromBackup = copyAll(files.backup, into, { adapt: asOfAnEarlierHour });
      restoreAll(files.backup, into, missed.mended);
      // Where one had stood under the name of another, there is room for the other now.
      fromBackup += copyAll(files.backup, into, { adapt: asOfAnEarlierHour });
    })
    .immediate();
  const lost = [...missed.keys.values()].filter(({ table, key }) => !isThere(into, table, key)).length;
  return {
    fromDamaged,
    fromBackup,
    lost,
    mayMissMore: ENTRUSTED.some(({ name }) => !missed.known.has(name)),
  };
}

function copyDamaged(
  { damaged, backup }: { damaged: string; backup: string },
  into: Database.Database,
  missed: Missed,
): number {
  const copied = copyAll(damaged, into, { missed });
  if (isToldApart(damaged)) return copied;

  missed.known.clear();
  const pages = existsSync(backup) ? attempt(() => schemaPagesOfFile(backup)) : null;
  if (pages) return copied + copyBorrowing(pages, missed);
  // Where the tables of an empty database begin, those of this one need not: what is read is checked, and not all.
  const found = copyBorrowing(schemaPagesOfThisVersion(), missed);
  missed.known.clear();
  return copied + found;

  function copyBorrowing(borrowed: ReturnType<typeof schemaPagesOfFile>, noting: Missed): number {
    try {
      return withBorrowedSchema(damaged, borrowed, (copy) => copyAll(copy, into, { missed: noting }));
    } catch (error) {
      // No room for a copy. What there was is not known, and that is told.
      if (error instanceof Error && 'syscall' in error) return 0;
      throw error;
    }
  }
}

/** Whether its schema says which table is which. */
function isToldApart(file: string): boolean {
  const database = openToRead(file);
  if (!database) return false;
  try {
    return attempt(() => isSchemaWhole(database)) ?? false;
  } finally {
    database.close();
  }
}

/** An attempt that the terminal had not heard of at the time of the backup may have been charged since. */
function asOfAnEarlierHour(table: Table, row: Row): Row {
  const isAttempt = table.name === 'payment_attempts' && row.state === 'CREATED';
  return isAttempt ? { ...row, state: 'SENT', sent_at: row.created_at } : row;
}

function copyAll(
  file: string,
  into: Database.Database,
  { adapt = (_, row) => row, missed }: { adapt?: (table: Table, row: Row) => Row; missed?: Missed },
): number {
  const from = openToRead(file);
  if (!from) return 0;
  try {
    return TABLES.reduce((copied, table) => {
      const { rows, keys, areAllKnown } = readableRows(from, table);
      if (missed && ENTRUSTED.includes(table)) {
        for (const key of keys) missed.keys.set(JSON.stringify([table.name, key]), { table, key });
        if (areAllKnown) missed.known.add(table.name);
      }
      return copied + rows.filter((row) => putOrMend(into, table, adapt(table, row), missed)).length;
    }, 0);
  } finally {
    from.close();
  }
}

/** False for what is there already, and for what damage has made of a row. */
function putOrMend(into: Database.Database, table: Table, row: Row, missed?: Missed): boolean {
  if (put(into, table, row)) return true;
  const mended = table === OUTBOX ? mendedWish(row) : table === PAYMENT_ATTEMPTS ? mendedAttempt(row) : null;
  if (mended === null || !put(into, table, mended)) return false;
  if (table === OUTBOX) missed?.mended.add(mended.sequence);
  return true;
}

/** Handed in once more under the same key: the API knows what became of it. */
function mendedWish(row: Row): Row | null {
  if (!Buffer.isBuffer(row.sealed)) return null;
  return {
    sequence: row.sequence,
    delivery_id: String(row.delivery_id),
    kind: String(row.kind),
    lane: String(row.lane),
    state: 'pending',
    sealed: row.sealed,
    attempts: 0,
    enqueued_at: Number.isSafeInteger(row.enqueued_at) ? row.enqueued_at : 0,
    settled_at: null,
    refusal_code: null,
  };
}

/** Nobody knows what became of it: the terminal is asked, or staff are. */
function mendedAttempt(row: Row): Row | null {
  if (!Buffer.isBuffer(row.sealed)) return null;
  const createdAt = Number.isSafeInteger(row.created_at) ? row.created_at : 0;
  return {
    ...row,
    state: 'SENT',
    created_at: createdAt,
    sent_at: Number.isSafeInteger(row.sent_at) ? row.sent_at : createdAt,
    approved_at: null,
    ended_at: null,
    reason: null,
  };
}

function put(into: Database.Database, { name }: Table, row: Row): boolean {
  const columns = Object.keys(row).join(', ');
  const places = Object.keys(row)
    .map(() => '?')
    .join(', ');
  const insert = attempt(() => into.prepare(`INSERT OR IGNORE INTO ${name} (${columns}) VALUES (${places})`));
  try {
    return insert?.run(...Object.values(row)).changes === 1;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

function restoreAll(backup: string, into: Database.Database, mended: ReadonlySet<unknown>): void {
  const from = openToRead(backup);
  if (!from) return;
  const restore = createRestore(into);
  try {
    for (const row of readableRows(from, OUTBOX).rows) restore(row, mended.has(row.sequence));
  } finally {
    from.close();
  }
}

function isThere(into: Database.Database, { name, key }: Table, found: readonly unknown[]): boolean {
  const where = key.map((column) => `${column} = ?`).join(' AND ');
  return into.prepare(`SELECT 1 FROM ${name} WHERE ${where}`).get(...found) !== undefined;
}
