/**
 * What can be saved from a damaged database: row by row, whatever can still be read of it, and from the last backup
 * what cannot. What the API has had already is handed in again under the same key, which changes nothing there.
 */
import Database from 'better-sqlite3';

/** The name under which it is counted, among the health counters, how often that was needed. */
export const SALVAGES = 'databaseSalvages';

export interface Salvaged {
  fromDamaged: number;
  fromBackup: number;
}

interface Table {
  readonly name: string;
  readonly key: readonly string[];
}

/** Whatever is referred to before what refers to it. */
const TABLES: readonly Table[] = [
  { name: 'outbox', key: ['sequence'] },
  { name: 'outbox_parts', key: ['delivery_id', 'number'] },
  { name: 'outbox_needs', key: ['delivery_id', 'needed_id'] },
  { name: 'outbox_audit', key: ['sequence'] },
  { name: 'payment_attempts', key: ['sequence'] },
  { name: 'payment_audit', key: ['sequence'] },
  { name: 'sign_in_tries', key: ['subject'] },
  { name: 'health_counters', key: ['name'] },
  { name: 'reference_data', key: ['name'] },
  { name: 'audit_entries', key: ['sequence'] },
  { name: 'audit_head', key: ['name'] },
  { name: 'staff_verifiers', key: ['subject'] },
];

type Row = Record<string, unknown>;

/** `damaged` and `backup` are only read. Throws what the disk does to `into`. */
export function salvage(into: Database.Database, files: { damaged: string; backup: string }): Salvaged {
  const salvaged: Salvaged = { fromDamaged: 0, fromBackup: 0 };
  into
    .transaction(() => {
      salvaged.fromDamaged = copyAll(files.damaged, into, (_, row) => row);
      salvaged.fromBackup = copyAll(files.backup, into, asOfAnEarlierHour);
    })
    .immediate();
  return salvaged;
}

/** An attempt that the terminal had not heard of at the time of the backup may have been charged since. */
function asOfAnEarlierHour(table: Table, row: Row): Row {
  const isAttempt = table.name === 'payment_attempts' && row.state === 'CREATED';
  return isAttempt ? { ...row, state: 'SENT', sent_at: row.created_at } : row;
}

function copyAll(file: string, into: Database.Database, adapt: (table: Table, row: Row) => Row): number {
  const from = openToRead(file);
  if (!from) return 0;
  try {
    return TABLES.reduce((copied, table) => copied + copyTable(from, into, table, adapt), 0);
  } finally {
    from.close();
  }
}

function openToRead(file: string): Database.Database | null {
  return read(() => new Database(file, { readonly: true, fileMustExist: true }));
}

function copyTable(
  from: Database.Database,
  into: Database.Database,
  table: Table,
  adapt: (table: Table, row: Row) => Row,
): number {
  let copied = 0;
  for (const row of readableRows(from, table)) {
    if (put(into, table, adapt(table, row))) copied += 1;
  }
  return copied;
}

/** From both ends up to where it is damaged, by keys first: a row that cannot be read does not hide the next one. */
function readableRows(from: Database.Database, { name, key }: Table): Row[] {
  const keys = new Map<string, unknown[]>();
  for (const order of ['ASC', 'DESC']) {
    read(() => {
      const ordered = key.map((column) => `${column} ${order}`).join(', ');
      const select = from
        .prepare<[], unknown[]>(`SELECT ${key.join(', ')} FROM ${name} ORDER BY ${ordered}`)
        .raw();
      for (const found of select.iterate()) {
        const place = JSON.stringify(found);
        // Met the other end: nothing is missing in between.
        if (keys.has(place)) return;
        keys.set(place, found);
      }
    });
  }
  const select = read(() =>
    from.prepare<unknown[], Row>(
      `SELECT * FROM ${name} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
    ),
  );
  return [...keys.values()]
    .map((found) => read(() => select?.get(...found) ?? null))
    .filter((row) => row !== null);
}

/** False for what is there already, and for what damage has made of a row. */
function put(into: Database.Database, { name }: Table, row: Row): boolean {
  const columns = Object.keys(row).join(', ');
  const places = Object.keys(row)
    .map(() => '?')
    .join(', ');
  try {
    const insert = into.prepare(`INSERT OR IGNORE INTO ${name} (${columns}) VALUES (${places})`);
    return insert.run(...Object.values(row)).changes === 1;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/** Null for what cannot be read. */
function read<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}
