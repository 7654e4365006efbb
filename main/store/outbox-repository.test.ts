import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createAttempt } from './attempt.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createOutboxRepository, type OutboxRepository } from './outbox-repository.ts';

test('what is next in a lane is its oldest rows, with what was sealed', () => {
  const { rows } = openRows();
  add(rows, 'first', 'lane-a', Buffer.from([1, 2, 3]));
  add(rows, 'second', 'lane-a');

  const next = rows.nextOf('lane-a');

  expect(next).toMatchObject({
    ok: true,
    value: [
      {
        deliveryId: 'first',
        kind: 'some-kind',
        lane: 'lane-a',
        sealed: Buffer.from([1, 2, 3]),
        attempts: 0,
        enqueuedAt: 1_000,
        needs: 'met',
      },
      { deliveryId: 'second' },
    ],
  });
});

test('what is large is read when it is its turn, and alone', () => {
  const { rows } = openRows();
  const large = Buffer.alloc(5_000, 7);
  for (const [deliveryId, sealed] of [
    ['small', Buffer.of(1)],
    ['large', large],
    ['behind', Buffer.of(2)],
  ] as const)
    add(rows, deliveryId, 'lane', sealed);

  const first = rows.nextOf('lane');
  rows.markDelivered([{ deliveryId: 'small', at: 2 }]);
  const second = rows.nextOf('lane');

  expect(first).toMatchObject({ value: [{ deliveryId: 'small', sealed: Buffer.of(1) }] });
  expect(second).toMatchObject({ value: [{ deliveryId: 'large', sealed: large }] });
  expect([first, second].map((next) => next.ok && next.value.length)).toEqual([1, 1]);
});

test('a row says what became of what it needs', () => {
  const { rows } = openRows();
  for (const name of ['page one', 'page two']) add(rows, name, `lane of ${name}`);
  const needs = ['page one', 'page two', 'page one'];
  rows.add({ deliveryId: 'request', kind: 'k', lane: 'lane', sealed: Buffer.alloc(8), enqueuedAt: 1, needs });
  const needsOfHead = () => {
    const next = rows.nextOf('lane');
    return next.ok ? next.value[0]?.needs : null;
  };

  const atFirst = needsOfHead();
  rows.markDelivered([{ deliveryId: 'page one', at: 2 }]);
  const halfWay = needsOfHead();
  const inNeed = rows.lanesInNeedOf('page two');
  rows.markRefused('page two', 'document.damaged', 3);
  const withoutIt = needsOfHead();
  rows.markNeedRefused('request', 4);

  expect([atFirst, halfWay, withoutIt]).toEqual(['pending', 'pending', 'lost']);
  expect(inNeed).toEqual({ ok: true, value: ['lane'] });
  expect(rows.lanesInNeedOf('page two')).toEqual({ ok: true, value: [] });
  expect(rows.settled()).toMatchObject({
    value: [{}, {}, { state: 'refused', refusalCode: 'outbox.need_refused', attempts: 0 }],
  });
});

test('what was delivered so long ago that it is forgotten is still met', () => {
  const { rows } = openRows();
  add(rows, 'page', 'lane');
  rows.add({
    deliveryId: 'r',
    kind: 'k',
    lane: 'l',
    sealed: Buffer.alloc(8),
    enqueuedAt: 1,
    needs: ['page'],
  });
  rows.markDelivered([{ deliveryId: 'page', at: 2 }]);

  rows.pruneDelivered(3);

  expect(rows.nextOf('l')).toMatchObject({ value: [{ deliveryId: 'r', needs: 'met' }] });
});

test('what needs something that was never handed in is a bug, and nothing of it is kept', () => {
  const { rows } = openRows();

  const adding = () =>
    rows.add({ deliveryId: 'r', kind: 'k', lane: 'l', sealed: Buffer.alloc(8), enqueuedAt: 1, needs: ['x'] });

  expect(adding).toThrow(/FOREIGN KEY/);
  expect(rows.nextOf('l')).toEqual({ ok: true, value: [] });
});

test('what can be read again takes its old place', () => {
  const { rows } = openRows();
  add(rows, 'first', 'lane');
  add(rows, 'second', 'lane');
  rows.markUnreadable('first', 2);

  const unreadable = rows.unreadable();
  rows.markReadable('first');

  expect(unreadable).toMatchObject({ value: [{ deliveryId: 'first', lane: 'lane' }] });
  expect(rows.nextOf('lane')).toMatchObject({ value: [{ deliveryId: 'first' }, { deliveryId: 'second' }] });
});

test('a payment is delivered before what waits in front of it, and payments one after the other', () => {
  const { rows } = openRows();
  for (const [deliveryId, kind] of [
    ['receipt', 'payment-receipt-delivery'],
    ['payment', 'payment'],
    ['next payment', 'payment'],
  ] as const) {
    rows.add({ deliveryId, kind, lane: 'lane', sealed: Buffer.alloc(8), enqueuedAt: 1_000 });
  }

  const order = ['payment', 'next payment', 'receipt'].map((expected) => {
    const next = rows.nextOf('lane');
    rows.markDelivered([{ deliveryId: expected, at: 2_000 }]);
    return next.ok ? next.value[0]?.deliveryId : null;
  });

  expect(order).toEqual(['payment', 'next payment', 'receipt']);
});

test('lanes come in the order in which their oldest row was added', () => {
  const { rows } = openRows();
  add(rows, '1', 'lane-z');
  add(rows, '2', 'lane-a');
  add(rows, '3', 'lane-z');

  expect(rows.pendingLanes(0)).toEqual({ ok: true, value: { lanes: ['lane-z', 'lane-a'], goOnAfter: null } });
});

test('a settled row makes way for the next and empties the lane in the end', () => {
  const { rows } = openRows();
  add(rows, 'delivered', 'lane');
  add(rows, 'refused', 'lane');
  add(rows, 'unreadable', 'lane');

  rows.countAttempt('delivered');
  rows.markDelivered([{ deliveryId: 'delivered', at: 2_000 }]);
  rows.markRefused('refused', 'account.not_found', 3_000);
  rows.markUnreadable('unreadable', 4_000);

  expect(rows.nextOf('lane')).toEqual({ ok: true, value: [] });
  expect(rows.pendingLanes(0)).toEqual({ ok: true, value: { lanes: [], goOnAfter: null } });
  const settled = { kind: 'some-kind', enqueuedAt: 1_000, refusalCode: null };
  expect(rows.settled()).toEqual({
    ok: true,
    value: [
      { ...settled, deliveryId: 'delivered', state: 'delivered', attempts: 2, settledAt: 2_000 },
      {
        ...settled,
        deliveryId: 'refused',
        state: 'refused',
        attempts: 1,
        settledAt: 3_000,
        refusalCode: 'account.not_found',
      },
      { ...settled, deliveryId: 'unreadable', state: 'unreadable', attempts: 0, settledAt: 4_000 },
    ],
  });
});

test('what is settled stays settled', () => {
  const { rows } = openRows();
  add(rows, 'd', 'lane');
  rows.markDelivered([{ deliveryId: 'd', at: 2_000 }]);

  rows.markRefused('d', 'too.late', 3_000);

  expect(rows.settled()).toMatchObject({ value: [{ state: 'delivered', settledAt: 2_000 }] });
});

test('nothing of a delivered row can be found in the file', () => {
  const { rows, database, file } = openRows();
  const sealed = Buffer.from('sealed-bytes-that-must-go'.repeat(400));
  add(rows, 'd', 'lane', sealed);
  add(rows, 'still-here', 'lane', Buffer.from('sealed-bytes-that-must-stay'));

  rows.markDelivered([{ deliveryId: 'd', at: 2_000 }]);
  database.pragma('wal_checkpoint(TRUNCATE)');

  const bytes = readFileSync(file);
  expect(bytes.includes('sealed-bytes-that-must-go')).toBe(false);
  expect(bytes.includes('sealed-bytes-that-must-stay')).toBe(true);
});

test('only delivered rows are pruned, and only those settled long enough ago', () => {
  const { rows } = openRows();
  for (const name of ['old', 'new', 'refused']) add(rows, name, 'lane');
  rows.markDelivered([{ deliveryId: 'old', at: 1_000 }]);
  rows.markDelivered([{ deliveryId: 'new', at: 5_000 }]);
  rows.markRefused('refused', 'a.b', 1_000);

  const pruned = rows.pruneDelivered(5_000);

  expect(pruned).toEqual({ ok: true, value: 1 });
  expect(rows.settled()).toMatchObject({ value: [{ deliveryId: 'new' }, { deliveryId: 'refused' }] });
});

test('a full disk is a value, and what was there before is still there', () => {
  const { rows, database } = openRows();
  add(rows, 'before', 'lane');
  database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`);

  const added = rows.add({
    deliveryId: 'too-much',
    kind: 'some-kind',
    lane: 'lane',
    sealed: Buffer.alloc(100_000),
    enqueuedAt: 1_000,
  });

  expect(added).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
  expect(rows.nextOf('lane')).toMatchObject({ value: [{ deliveryId: 'before' }] });
});

test('a database locked by another process is a value', () => {
  const { rows, file } = openRows();
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');

  const added = rows.add({
    deliveryId: 'd',
    kind: 'k',
    lane: 'lane',
    sealed: Buffer.alloc(1),
    enqueuedAt: 1_000,
  });
  other.close();

  expect(added).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
});

test('the same delivery twice is a mistake of this program, not of the disk', () => {
  const { rows } = openRows();
  add(rows, 'd', 'lane');

  expect(() => add(rows, 'd', 'lane')).toThrow(/UNIQUE/);
});

function openRows(): { rows: OutboxRepository; database: Database.Database; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-rows-'));
  const file = join(folder, 'kiosk.sqlite');
  const database = new Database(file, { timeout: 0 });
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  migrate(database, migrations);
  database.pragma('journal_mode = WAL');
  database.pragma('secure_delete = ON');
  return { rows: createOutboxRepository(database, createAttempt(silentLog)), database, file };
}

function add(rows: OutboxRepository, deliveryId: string, lane: string, sealed = Buffer.alloc(8)): void {
  const added = rows.add({ deliveryId, kind: 'some-kind', lane, sealed, enqueuedAt: 1_000 });
  expect(added.ok).toBe(true);
}

test('a row whose place in an index is damaged is set aside like any other, and not met for ever', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'store.sqlite');
  const whole = new Database(file);
  migrate(whole, migrations);
  add(createOutboxRepository(whole, createAttempt(silentLog)), 'delivery-told', 'lane');
  whole.close();
  const bytes = readFileSync(file);
  // It stands in the table and in the index; in one of the two it is another one now.
  bytes.write('delivery-tale', bytes.lastIndexOf('delivery-told'));
  writeFileSync(file, bytes);
  const damaged = new Database(file);
  onTestFinished(() => void damaged.close());
  const rows = createOutboxRepository(damaged, createAttempt(silentLog));
  const next = rows.nextOf('lane');
  const [met] = next.ok ? next.value : [];
  expect(damaged.pragma('integrity_check', { simple: true })).not.toBe('ok');

  const setAside = rows.markUnreadable(met?.deliveryId ?? '', 2);

  expect(setAside.ok).toBe(true);
  expect(rows.nextOf('lane')).toEqual({ ok: true, value: [] });
});

test('a row that cannot be found at all is a failure of the store', () => {
  const { rows } = openRows();

  expect(rows.markUnreadable('nobody knows it', 2)).toEqual({
    ok: false,
    error: { code: 'STORE_UNAVAILABLE' },
  });
});
