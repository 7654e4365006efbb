import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Facts, silentLog } from '../log/log.ts';
import { openStore, type Store } from './store.ts';

let file: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'indexes-'));
  file = join(folder, 'kiosk.sqlite');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('a row that an index hides is shown again by the next start', () => {
  const before = open();
  add(before, 'd-1');
  add(before, 'd-2');
  before.close();
  hideFromIndex('outbox_pending');

  const lines: [string, Facts | undefined][] = [];
  const after = open(lines);

  expect(lines).toContainEqual(['store.indexes-mended', { table: 'outbox' }]);
  expect(after.outbox.nextOf('lane')).toMatchObject({
    value: [{ deliveryId: 'd-1' }, { deliveryId: 'd-2' }],
  });
  after.close();
});

test('what an index does not lead to is still settled while the kiosk runs', () => {
  const store = open();
  add(store, 'd-1');
  hideFromIndex('sqlite_autoindex_outbox_1');

  expect(store.outbox.markDelivered([{ deliveryId: 'd-1', at: 2 }]).ok).toBe(true);
  expect(store.outbox.settled()).toMatchObject({ value: [{ deliveryId: 'd-1', state: 'delivered' }] });
  expect(store.outbox.nextOf('lane')).toEqual({ ok: true, value: [] });
  store.close();
});

test('a very long queue is looked through later', () => {
  const store = open();
  addMany(store, 2_500);
  store.close();
  hideFromIndex('outbox_pending');

  const after = open();

  expect(after.isLookedThrough).toBe(false);
  expect(after.mendIndexes()).toEqual({ ok: true, value: 'mended' });
  expect(after.mendIndexes()).toEqual({ ok: true, value: 'sound' });
  after.close();
});

test('two rows of one name in a very long queue: the next start saves all but the second, and tells it', () => {
  const store = open();
  addMany(store, 2_500);
  store.close();
  nameTheSame('d-1000', 'd-1001');

  const doubtful = open();
  expect(doubtful.mendIndexes()).toEqual({ ok: true, value: 'damaged' });
  doubtful.close();
  const opened = openStore(file, { log: silentLog });

  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.setAsideAs).not.toBeNull();
  expect(existsSync(`${file}.to-be-salvaged`)).toBe(false);
  expect(opened.store.healthCounters.all()).toMatchObject({
    value: [
      { name: 'databaseSalvages', count: 1 },
      { name: 'rowsLost', count: 1 },
    ],
  });
  expect(opened.store.mendIndexes()).toEqual({ ok: true, value: 'sound' });
  opened.store.close();
});

test('a file that was emptied is no new kiosk while its backup is there', async () => {
  const store = open();
  add(store, 'd-1');
  await store.backUp();
  store.close();
  truncateSync(file);

  const after = open();

  expect(after.outbox.nextOf('lane')).toMatchObject({ value: [{ deliveryId: 'd-1' }] });
  after.close();
});

test('a table that damage has given another name is found by the schema of the backup', async () => {
  const store = open();
  add(store, 'd-1');
  await store.backUp();
  add(store, 'd-2');
  store.close();
  changeSchema("UPDATE sqlite_schema SET sql = replace(sql, 'kind ', 'kine ') WHERE name = 'outbox'");

  const after = open();

  expect(after.outbox.nextOf('lane')).toMatchObject({
    value: [{ deliveryId: 'd-1' }, { deliveryId: 'd-2' }],
  });
  after.close();
});

function open(lines: [string, Facts | undefined][] = []): Store {
  const opened = openStore(file, {
    log: { ...silentLog, error: (event, facts) => void lines.push([event, facts]) },
  });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.store;
}

function add(store: Store, deliveryId: string, bytes = 300): void {
  const row = { deliveryId, kind: 'k', lane: 'lane', sealed: Buffer.alloc(bytes, 7), enqueuedAt: 1 };
  expect(store.outbox.add(row).ok).toBe(true);
}

/** Large ones: what counts is the length of the file. */
function addMany(store: Store, count: number): void {
  store.atomically(() => {
    for (let number = 0; number < count; number++) add(store, `d-${number}`, 4_000);
    return { ok: true, value: undefined };
  });
}

/** Empties an index behind the back of its table. */
function hideFromIndex(index: string): void {
  const database = new Database(file);
  const rootPage = database
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(index) as number;
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  // For as long as this connection lasts, the root page is that of a table: its cells can be deleted.
  database
    .prepare(
      `INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
       VALUES ('table', 'behind', 'behind', ?, 'CREATE TABLE behind (a PRIMARY KEY, b, c) WITHOUT ROWID')`,
    )
    .run(rootPage);
  database.pragma('writable_schema = RESET');
  database.exec('DELETE FROM behind');
  database.pragma('writable_schema = ON');
  database.exec("DELETE FROM sqlite_schema WHERE name = 'behind'");
  database.close();
}

/** In the table only, where the kind follows the name. */
function nameTheSame(name: string, other: string): void {
  const bytes = readFileSync(file);
  bytes.write(name, bytes.indexOf(`${other}klane`), 'latin1');
  writeFileSync(file, bytes);
}

function changeSchema(sql: string): void {
  const database = new Database(file);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  database.exec(sql);
  database.close();
}
