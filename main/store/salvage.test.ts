import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { backupOf } from './backup.ts';
import { openStore, type Store } from './store.ts';

const PAGE_BYTES = 4_096;

let file: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'salvage-'));
  file = join(folder, 'kiosk.sqlite');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('of a queue with a page overwritten in the middle, all but that page is saved, in its order', () => {
  const before = open();
  addMany(before, 0, 200);
  before.close();
  overwrite(leafOfOutbox());

  const after = open();

  const saved = idsIn(after);
  expect(saved.length).toBeGreaterThan(150);
  expect(saved.length).toBeLessThan(200);
  expect(saved).toEqual(saved.toSorted((a, b) => numberOf(a) - numberOf(b)));
  expect(new Database(file, { readonly: true }).pragma('quick_check(1)', { simple: true })).toBe('ok');
});

test('what was there at the last backup is there again, what came after it as far as it can be read', async () => {
  const before = open();
  addMany(before, 0, 100);
  expect(await before.backUp()).toEqual({ ok: true, value: undefined });
  addMany(before, 100, 200);
  before.outbox.markDelivered([{ deliveryId: 'd-199', at: 9 }]);
  before.close();
  overwrite(leafOfOutbox());

  const after = open();

  const saved = idsIn(after);
  expect(saved.length).toBeGreaterThanOrEqual(199 - 20);
  expect(saved.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, number) => `d-${number}`));
  expect(after.outbox.stateOf('d-199')).toEqual({ ok: true, value: 'delivered' });
});

test.each([
  [
    'is half there',
    `UPDATE outbox SET delivery_id = 'd-', lane = '', state = '', sealed = zeroblob(300), enqueued_at = 0
     WHERE sequence = 3`,
  ],
  [
    'stands in the place and under the name of another',
    `DELETE FROM outbox WHERE sequence = 4;
     UPDATE outbox SET delivery_id = 'd-3' WHERE sequence = 3`,
  ],
])('a wish that %s is there again as the backup has it, with its neighbours', async (_how, damage) => {
  const before = open();
  addMany(before, 0, 6);
  await before.backUp();
  before.close();
  const damaged = new Database(file);
  damaged.unsafeMode();
  damaged.pragma('ignore_check_constraints = ON');
  damaged.exec(damage);
  damaged.pragma('writable_schema = ON');
  damaged.exec("UPDATE sqlite_schema SET sql = replace(sql, 'pending', 'pendent') WHERE name = 'outbox'");
  damaged.close();

  const after = open();
  const next = after.outbox.nextOf('lane');

  expect(next).toMatchObject({
    value: [0, 1, 2, 3, 4, 5].map((number) => ({
      deliveryId: `d-${number}`,
      sealed: Buffer.alloc(300, 7),
      enqueuedAt: 1,
    })),
  });
});

test('a file that says it is of another SQLite, which this one may only read, is saved whole', () => {
  const before = open();
  addMany(before, 0, 6);
  before.close();
  const bytes = readFileSync(file);
  const WRITE_VERSION_AT = 18;
  bytes.writeUInt8(bytes.readUInt8(WRITE_VERSION_AT) ^ 4, WRITE_VERSION_AT);
  writeFileSync(file, bytes);

  const after = open();

  expect(idsIn(after)).toEqual(['d-0', 'd-1', 'd-2', 'd-3', 'd-4', 'd-5']);
});

test('when nothing of it can be read, the backup is what there is', async () => {
  const before = open();
  add(before, 'd-1');
  before.healthCounters.add({ name: 'starts', count: 3, lastAt: 1 });
  await before.backUp();
  before.close();
  writeFileSync(file, 'this was a database once'.repeat(500));

  const after = open();

  expect(idsIn(after)).toEqual(['d-1']);
  expect(after.healthCounters.all()).toMatchObject({
    value: [
      { name: 'databaseSalvages', count: 1 },
      { name: 'starts', count: 3 },
      { name: 'unsureSalvages', count: 1 },
    ],
  });
});

test('a payment that a backup takes for not begun may have been charged since', async () => {
  const before = open();
  before.paymentAttempts.add({
    attemptId: 'a-1',
    state: 'CREATED',
    account: 'fingerprint',
    amountCents: 2_774,
    currency: 'EUR',
    terminal: 'caisse-ap',
    isWhole: true,
    sealed: Buffer.alloc(8),
    createdAt: 5,
    sentAt: null,
    approvedAt: null,
    endedAt: null,
    reason: null,
    authorisationNumber: null,
  });
  await before.backUp();
  before.close();
  writeFileSync(file, 'x'.repeat(9_000));

  const after = open();

  expect(after.paymentAttempts.read('a-1')).toMatchObject({ value: { state: 'SENT', sentAt: 5 } });
});

test('a backup is whole, alone, for its owner only, and taken while the kiosk writes', async () => {
  const store = open();
  addMany(store, 0, 2_000);

  const backingUp = store.backUp();
  add(store, 'meanwhile');
  expect(await backingUp).toEqual({ ok: true, value: undefined });

  const copy = new Database(backupOf(file), { readonly: true });
  onTestFinished(() => {
    copy.close();
  });
  expect(copy.prepare('SELECT COUNT(*) FROM outbox').pluck().get()).toBeGreaterThanOrEqual(2_000);
  expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(statSync(backupOf(file)).mode & 0o777).toBe(0o600);
});

test('a backup that is not finished leaves the one of before, and takes up no room', async () => {
  const store = open();
  add(store, 'd-1');
  await store.backUp();
  const bytes = readFileSync(backupOf(file));
  addMany(store, 2, 3_000);

  const backingUp = store.backUp();
  store.close();

  expect(await backingUp).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
  expect(readFileSync(backupOf(file)).equals(bytes)).toBe(true);
  expect(existsSync(`${backupOf(file)}.unfinished`)).toBe(false);
});

function open(): Store {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  let isOpen = true;
  const close = () => {
    if (isOpen) store.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...store, close };
}

function add(store: Store, deliveryId: string): void {
  const row = { deliveryId, kind: 'k', lane: 'lane', sealed: Buffer.alloc(300, 7), enqueuedAt: 1 };
  expect(store.outbox.add(row).ok).toBe(true);
}

/** Together, since each by itself is synced to the disk. */
function addMany(store: Store, from: number, to: number): void {
  const added = store.atomically(() => {
    for (let number = from; number < to; number++) add(store, `d-${number}`);
    return { ok: true, value: undefined };
  });
  expect(added.ok).toBe(true);
}

/** In the order in which they would be delivered. */
function idsIn(store: Store): string[] {
  const ids: string[] = [];
  store.atomically(() => {
    for (;;) {
      const next = store.outbox.nextOf('lane');
      if (!next.ok || next.value.length === 0) return { ok: true, value: undefined };
      ids.push(...next.value.map(({ deliveryId }) => deliveryId));
      store.outbox.markDelivered(next.value.map(({ deliveryId }) => ({ deliveryId, at: 1 })));
    }
  });
  return ids;
}

function numberOf(deliveryId: string): number {
  return Number(deliveryId.slice(2));
}

/** A page that holds rows of the queue, and nothing that leads to others; the first of the file is number 1. */
function leafOfOutbox(): number {
  const TABLE_LEAF = 0x0d;
  const bytes = readFileSync(file);
  const sealed = Buffer.alloc(300, 7);
  const leaves: number[] = [];
  for (let page = 2; page * PAGE_BYTES <= bytes.length; page++) {
    const content = bytes.subarray((page - 1) * PAGE_BYTES, page * PAGE_BYTES);
    if (content[0] === TABLE_LEAF && content.includes(sealed)) leaves.push(page);
  }
  const middle = leaves[Math.floor(leaves.length / 2)];
  if (middle === undefined) throw new Error('there is no such page');
  return middle;
}

function overwrite(page: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (page - 1) * PAGE_BYTES, page * PAGE_BYTES);
  writeFileSync(file, bytes);
}
