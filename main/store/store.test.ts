import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Facts, type Log, silentLog } from '../log/log.ts';
import { lookIntoStore } from './look-into-store.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import type { NewOutboxRow } from './outbox-repository.ts';
import { openStore, type Store } from './store.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'data', 'kiosk.sqlite');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what was added is there after the store is opened again', () => {
  const before = open();
  before.outbox.add(row('d-1'));
  before.close();

  const after = open();

  expect(after.outbox.nextOf('lane-1')).toMatchObject({ ok: true, value: [{ deliveryId: 'd-1' }] });
  after.close();
});

test('nobody but the owner can read the file, its log or its folder', () => {
  const store = open();
  store.outbox.add(row('d-1'));

  expect(modeOf(file)).toBe(0o600);
  expect(modeOf(`${file}-wal`)).toBe(0o600);
  expect(modeOf(join(folder, 'data'))).toBe(0o700);
  store.close();
});

test('a file that others could read is closed to them', () => {
  open().close();
  chmodSync(file, 0o644);

  open().close();

  expect(modeOf(file)).toBe(0o600);
});

test('the file has a write-ahead log and carries the newest version', () => {
  const store = open();
  const seen = new Database(file, { readonly: true });

  expect(seen.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(seen.pragma('user_version', { simple: true })).toBe(migrations.length);
  seen.close();
  store.close();
});

test('a database of a later version is refused and left as it was', () => {
  open().close();
  const later = new Database(file);
  later.exec('CREATE TABLE from_the_future (id INTEGER)');
  later.pragma('user_version = 999');
  later.close();
  const bytes = readFileSync(file);

  const opened = openStore(file, { log: silentLog });

  expect(opened).toEqual({ ok: false, reason: 'newer-version' });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a file that is no database is set aside whole, and the kiosk starts with what there is', () => {
  open().close();
  writeFileSync(file, 'this was a database once'.repeat(500));

  const opened = openStore(file, { log: silentLog, now: () => Date.UTC(2026, 2, 14, 8, 30) });

  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.setAsideAs).toBe(`${file}.damaged-20260314T083000Z`);
  expect(readFileSync(`${file}.damaged-20260314T083000Z`, 'utf8')).toContain('this was a database once');
  expect(opened.store.outbox.pendingLanes(0)).toMatchObject({ value: { lanes: [] } });
  opened.store.close();
});

test('a page that was overwritten is noticed when the store is opened', () => {
  const store = open();
  for (let index = 0; index < 200; index++) store.outbox.add(row(`d-${index}`));
  store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4_096 * 2, 4_096 * 4);
  writeFileSync(file, bytes);

  const opened = openStore(file, { log: silentLog });

  if (!opened.ok) throw new Error(opened.reason);
  expect(opened.setAsideAs).not.toBeNull();
  expect(existsSync(opened.setAsideAs ?? '')).toBe(true);
  opened.store.close();
});

test('a second damaged file of the same second does not replace the first', () => {
  const now = () => Date.UTC(2026, 2, 14);
  for (const text of ['first', 'second']) {
    open().close();
    writeFileSync(file, text.repeat(2_000));
    const opened = openStore(file, { log: silentLog, now });
    if (!opened.ok) throw new Error(opened.reason);
    opened.store.close();
  }

  const kept = readdirSync(join(folder, 'data')).filter((name) => name.includes('.damaged-'));

  expect(kept.toSorted()).toEqual([
    'kiosk.sqlite.damaged-20260314T000000Z',
    'kiosk.sqlite.damaged-20260314T000000Z-2',
  ]);
});

test('before another version changes the schema, the database is copied as it was', () => {
  mkdirSync(join(folder, 'data'));
  const earlier = new Database(file);
  migrate(earlier, migrations.slice(0, 5));
  earlier.exec(`INSERT INTO outbox (delivery_id, kind, lane, state, sealed, enqueued_at)
                VALUES ('d-1', 'k', 'lane-1', 'pending', x'07', 1)`);
  earlier.close();

  open().close();
  const copy = new Database(`${file}.before-migration`, { readonly: true });
  const copied = [
    copy.pragma('user_version', { simple: true }),
    copy.prepare('SELECT sealed FROM outbox').pluck().get(),
  ];
  copy.close();

  expect(copied).toEqual([5, Buffer.of(7)]);
  expect(modeOf(`${file}.before-migration`)).toBe(0o600);
});

test('a database that cannot be copied first is not changed', () => {
  mkdirSync(join(folder, 'data'));
  const earlier = new Database(file);
  migrate(earlier, migrations.slice(0, 5));
  earlier.close();
  mkdirSync(`${file}.before-migration.unfinished`);

  const opened = openStore(file, { log: silentLog });

  const untouched = new Database(file, { readonly: true });
  expect(opened).toEqual({ ok: false, reason: 'unusable' });
  expect(untouched.pragma('user_version', { simple: true })).toBe(5);
  untouched.close();
});

test('a database that was made anew says so to whoever looks into it', () => {
  open().close();
  writeFileSync(file, 'this was a database once'.repeat(500));
  const before = lookIntoStore(file);

  const opened = openStore(file, { log: silentLog, now: () => Date.UTC(2026, 2, 14) });
  if (opened.ok) opened.store.close();

  expect(before).toMatchObject({ ok: false, reason: 'damaged' });
  expect(lookIntoStore(file)).toMatchObject({ ok: true, salvagedAt: Date.UTC(2026, 2, 14) });
});

test('a place that cannot be written makes the store unusable, not the program', () => {
  writeFileSync(join(folder, 'data'), 'a file where a folder should be');

  expect(openStore(file, { log: silentLog })).toEqual({ ok: false, reason: 'unusable' });
});

test('the log says what happened without saying what was stored or where', () => {
  const lines: [string, Facts | undefined][] = [];
  const log: Log = {
    info: (event, facts) => lines.push([event, facts]),
    warn: (event, facts) => lines.push([event, facts]),
    error: (event, facts) => lines.push([event, facts]),
  };
  open(log).close();
  writeFileSync(file, 'x'.repeat(9_000));
  open(log).close();

  expect(lines).toEqual([
    ['store.migrated', { from: 0, to: migrations.length }],
    ['store.damaged-file-set-aside', undefined],
    ['store.salvaged', { fromDamaged: 0, fromBackup: 0, lost: 0, mayMissMore: true }],
    ['store.migrated', { from: 0, to: migrations.length }],
  ]);
});

function open(log: Log = silentLog): Store {
  const opened = openStore(file, { log });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.store;
}

function row(deliveryId: string): NewOutboxRow {
  return { deliveryId, kind: 'k', lane: 'lane-1', sealed: Buffer.alloc(300, 7), enqueuedAt: 1 };
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
