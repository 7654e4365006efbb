import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { lookIntoStore } from './look-into-store.ts';
import { migrations } from './migrations/migrations.ts';
import { openStore, type Store } from './store.ts';

const row = { kind: 'some-kind', lane: 'lane', sealed: Buffer.alloc(8) };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-'));
  file = join(folder, 'kiosk.sqlite');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

test('what waits, what was refused and what was counted is seen while the kiosk has the file open', () => {
  const store = open();
  store.outbox.add({ ...row, deliveryId: 'older', enqueuedAt: 1_000 });
  store.outbox.add({ ...row, deliveryId: 'newer', enqueuedAt: 2_000 });
  store.outbox.add({ ...row, deliveryId: 'delivered', enqueuedAt: 500 });
  store.outbox.markDelivered([{ deliveryId: 'delivered', at: 600 }]);
  store.outbox.add({ ...row, deliveryId: 'refused', enqueuedAt: 500 });
  store.outbox.markRefused('refused', 'account.not_found', 600);
  for (const deliveryId of ['again', 'other', 'lost'])
    store.outbox.add({ ...row, deliveryId, enqueuedAt: 500 });
  store.outbox.markRefused('again', 'account.not_found', 600);
  store.outbox.markRefused('other', 'tenant.no_email', 600);
  store.outbox.markUnreadable('lost', 600);
  store.healthCounters.add({ name: 'hangs', count: 2, lastAt: 7 });

  expect(lookIntoStore(file)).toEqual({
    ok: true,
    salvagedAt: null,
    keyReplacedAt: null,
    schemaVersion: migrations.length,
    outbox: {
      waiting: 2,
      oldestEnqueuedAt: 1_000,
      refused: 3,
      refusedPayments: 0,
      unreadable: 1,
      refusals: [
        { kind: 'some-kind', code: 'account.not_found', count: 2 },
        { kind: 'some-kind', code: 'tenant.no_email', count: 1 },
        { kind: 'some-kind', code: 'unreadable', count: 1 },
      ],
    },
    payments: { unknown: 0, withCardNumber: 0 },
    counters: [{ name: 'hangs', count: 2, lastAt: 7 }],
  });
});

test('looking holds nobody up, and a kiosk that is at rest is looked into as well', () => {
  open().close();

  const look = lookIntoStore(file);

  expect(look).toMatchObject({ ok: true, outbox: { waiting: 0, oldestEnqueuedAt: null } });
  const store = open();
  expect(store.outbox.add({ ...row, deliveryId: 'd', enqueuedAt: 1 }).ok).toBe(true);
});

test('a file of an earlier version of the program is read, and stays as it is', () => {
  const database = new Database(file);
  database.exec(migrations[0]?.sql ?? '');
  database.pragma('user_version = 1');
  database.close();
  const before = readFileSync(file);

  expect(lookIntoStore(file)).toMatchObject({ ok: true, schemaVersion: 1, counters: [] });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('where there is none, none is made', () => {
  expect(lookIntoStore(file)).toEqual({ ok: false, reason: 'missing', cause: null });
  expect(readdirSync(folder)).toEqual([]);
});

test('a damaged file is told, and left where it is', () => {
  writeFileSync(file, 'this is no database '.repeat(1_000));

  expect(lookIntoStore(file)).toMatchObject({ ok: false, reason: 'damaged' });
  expect(readdirSync(folder)).toEqual(['kiosk.sqlite']);
});

test('a file of a later version of the program is told', () => {
  const database = new Database(file);
  database.pragma('user_version = 99');
  database.close();

  expect(lookIntoStore(file)).toMatchObject({ ok: false, reason: 'newer' });
});

test('what is no file is told', () => {
  expect(lookIntoStore(folder)).toMatchObject({ ok: false, reason: 'unreadable' });
});

function open(): Store {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  onTestFinished(() => opened.store.close());
  return opened.store;
}
