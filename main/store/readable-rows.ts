/** What can still be read of a table that is damaged, and which rows it is known to have had. */
import Database from 'better-sqlite3';

export type Row = Record<string, unknown>;

export interface Table {
  readonly name: string;
  readonly key: readonly [string, ...string[]];
  /** The key is one number, counted up. */
  readonly isCounted?: boolean;
  /** What else names the keys of its rows: indexes lie on other pages than the rows. */
  readonly listedBy?: readonly string[];
  /** Likewise, of rows that nobody would miss. */
  readonly notMissed?: readonly string[];
}

export interface ReadableRows {
  readonly rows: readonly Row[];
  /** Keys of what somebody would miss, whether it can be read or not. */
  readonly keys: readonly (readonly unknown[])[];
  /** Whether these are all of them. */
  readonly areAllKnown: boolean;
}

type Key = readonly unknown[];
type Keys = Map<string, Key>;

/** Tried one by one where neither end leads to: a few seconds at the most. */
const MOST_PROBED = 200_000;

export function readableRows(from: Database.Database, table: Table): ReadableRows {
  const { name, key, isCounted = false, listedBy = [], notMissed = [] } = table;
  const scanned = scanFromBothEnds(from, table);
  const lists = listedBy.map((query) => list(from, query));
  const known: Keys = new Map([scanned.keys, ...lists.map(({ keys }) => keys)].flatMap((keys) => [...keys]));
  const inBetween = isCounted && !scanned.isWhole ? probes(known) : [];

  const select = attempt(() =>
    from.prepare<unknown[], Row>(
      `SELECT * FROM ${name} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
    ),
  );
  const rows = [...known.values(), ...inBetween].flatMap((found) => {
    const row = attempt(() => select?.get(...found));
    return row ? [row] : [];
  });

  for (const query of notMissed) for (const place of list(from, query).keys.keys()) known.delete(place);
  return {
    rows: isCounted ? inOrder(rows, key[0]) : rows,
    keys: [...known.values()],
    areAllKnown: scanned.isWhole || lists.some(({ isWhole }) => isWhole),
  };
}

/** By keys first, up to where it is damaged: a row that cannot be read does not hide the next one. */
function scanFromBothEnds(from: Database.Database, { name, key }: Table): { keys: Keys; isWhole: boolean } {
  const keys: Keys = new Map();
  for (const order of ['ASC', 'DESC']) {
    const isWhole = attempt(() => {
      const ordered = key.map((column) => `${column} ${order}`).join(', ');
      const select = from
        .prepare<[], unknown[]>(`SELECT ${key.join(', ')} FROM ${name} NOT INDEXED ORDER BY ${ordered}`)
        .raw();
      for (const found of select.iterate()) {
        const place = JSON.stringify(found);
        // Met the other end: nothing is missing in between.
        if (keys.has(place)) return true;
        keys.set(place, found);
      }
      return true;
    });
    if (isWhole) return { keys, isWhole };
  }
  return { keys, isWhole: false };
}

function list(from: Database.Database, query: string): { keys: Keys; isWhole: boolean } {
  const keys: Keys = new Map();
  const isWhole = attempt(() => {
    for (const found of from.prepare<[], unknown[]>(query).raw().iterate()) {
      keys.set(JSON.stringify(found), found);
    }
    return true;
  });
  return { keys, isWhole: isWhole ?? false };
}

/** Every number that has not been met, as far as the highest that was. */
function probes(known: Keys): Key[] {
  const numbers = [...known.values()].map(([number]) => Number(number)).filter(Number.isSafeInteger);
  const highest = numbers.reduce((highestYet, number) => Math.max(highestYet, number), 0);
  const count = Math.min(highest, MOST_PROBED);
  return Array.from({ length: count }, (_, at) => [at + 1]).filter((key) => !known.has(JSON.stringify(key)));
}

function inOrder(rows: Row[], column: string): Row[] {
  return rows.toSorted((a, b) => Number(a[column]) - Number(b[column]));
}

/** Null when it is no database at all, or not there. */
export function openToRead(file: string): Database.Database | null {
  return attempt(() => new Database(file, { readonly: true, fileMustExist: true }));
}

/** Null for what cannot be read. */
export function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}
