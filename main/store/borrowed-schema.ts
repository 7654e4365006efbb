/**
 * Where the pages are damaged that say which table begins where, everything behind them is there and cannot be found.
 * Those pages are the same in a backup, and in any database that has taken the same steps: a copy of the damaged file
 * gets theirs, and can be read.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { makeEmptyDatabase } from './schema.ts';

/** Number of a page, from 1, and what stands on it. */
type Pages = ReadonlyMap<number, Buffer>;

/** Of every database here. */
const PAGE_BYTES = 4_096;

/** https://www.sqlite.org/fileformat.html#the_database_header */
const PAGE_COUNT_AT = 28;
const FREE_LIST_BYTES = 8;

const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** Throws SqliteError for a backup that cannot be read, and what the file system throws. */
export function schemaPagesOfFile(file: string): Pages {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  const descriptor = openSync(file, 'r');
  try {
    return pagesOf(database, (number) => {
      const page = Buffer.alloc(PAGE_BYTES);
      readSync(descriptor, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
      return page;
    });
  } finally {
    closeSync(descriptor);
    database.close();
  }
}

/** Of a database that was made by this version of the program. */
export function schemaPagesOfThisVersion(): Pages {
  const database = makeEmptyDatabase();
  try {
    const bytes = database.serialize();
    return pagesOf(database, (number) => bytes.subarray((number - 1) * PAGE_BYTES, number * PAGE_BYTES));
  } finally {
    database.close();
  }
}

/** The copy is gone when it returns; the damaged file is only read. Throws what the file system throws. */
export function withBorrowedSchema<Value>(
  damaged: string,
  pages: Pages,
  work: (copy: string) => Value,
): Value {
  const copy = `${damaged}.being-read`;
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(damaged + suffix))
        copyFileSync(damaged + suffix, copy + suffix, constants.COPYFILE_FICLONE);
    }
    putInto(copy, pages);
    return work(copy);
  } finally {
    for (const suffix of COMPANIONS) rmSync(copy + suffix, { force: true });
  }
}

function pagesOf(database: Database.Database, read: (number: number) => Buffer): Pages {
  const numbers = database
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
    .pluck()
    .all();
  return new Map(numbers.map((number) => [number, read(number)]));
}

function putInto(copy: string, pages: Pages): void {
  const descriptor = openSync(copy, 'r+');
  try {
    for (const [number, page] of pages) {
      writeSync(descriptor, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
    }
    // The lender is of another length, and has other free pages.
    const header = Buffer.alloc(4 + FREE_LIST_BYTES);
    header.writeUInt32BE(Math.floor(fstatSync(descriptor).size / PAGE_BYTES), 0);
    writeSync(descriptor, header, 0, header.byteLength, PAGE_COUNT_AT);
  } finally {
    closeSync(descriptor);
  }
}
