/** Bytes of the database change by themselves, wherever they please: what people handed in arrives, or its loss is told. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { backupOf } from '../store/backup.ts';
import { ROWS_LOST, UNSURE_SALVAGES } from '../store/salvage.ts';
import { openStore, type Store } from '../store/store.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { pretendDeposits } from './testing/pretend-deposits.ts';

const SEEDS = Array.from({ length: 108 }, (_, seed) => seed + 1);
/** Nothing is to outlive the machine here. */
const QUICK_DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const PAGE_BYTES = 4_096;
const TENANTS = 6;
const WISHES_EACH = 25;
/** Once more when an index is made anew in the midst of it, and never for ever. */
const MOST_TRIES = 3;
const HOUR_MS = 3_600_000;

const sealing = createSealing(Buffer.alloc(32, 1));
const TROUBLES = [
  'bits',
  'bits',
  'bits',
  'indexes',
  'sector',
  'page',
  'first-page',
  'two-pages',
  'cut-off',
] as const;

let original: string;
let entered: string[];
let folder: string;
let file: string;

beforeAll(async () => {
  original = mkdtempSync(join(QUICK_DISK, 'flipped-original-'));
  entered = await fill(join(original, 'kiosk.sqlite'));
});

afterAll(() => rmSync(original, { recursive: true, force: true }));

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(QUICK_DISK, 'flipped-'));
  file = join(folder, 'kiosk.sqlite');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test.each(SEEDS)('whatever seed %i does to the file, no wish is lost without a word', async (seed) => {
  const random = randomOf(seed);
  const hasBackup = seed % 2 === 0;
  cpSync(join(original, 'kiosk.sqlite'), file);
  if (hasBackup) cpSync(backupOf(join(original, 'kiosk.sqlite')), backupOf(file));
  damage(TROUBLES[seed % TROUBLES.length] ?? 'bits', random);
  const bytes = readFileSync(file);

  const tries = new Map<string, number>();
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store, setAsideAs } = opened;
  const outbox = start(store, tries);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(store.mendIndexes().ok).toBe(true);
  expect(outbox.lookAgain()).toEqual({ ok: true, value: undefined });
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  await outbox.stop();

  const missing = entered.filter((id) => !tries.has(id)).length;
  const { told, mayMissMore } = toldIn(store);
  store.close();
  expect(mayMissMore || missing <= told).toBe(true);
  expect(hasBackup ? missing : 0).toBe(0);
  expect(Math.max(...tries.values(), 0)).toBeLessThanOrEqual(MOST_TRIES);
  expect(waitingIn(file)).toBe(0);
  if (setAsideAs !== null) expect(readFileSync(setAsideAs).equals(bytes)).toBe(true);
});

function damage(trouble: (typeof TROUBLES)[number], random: (below: number) => number): void {
  const bytes = readFileSync(file);
  const pages = bytes.byteLength / PAGE_BYTES;
  const flip = (at: number) => bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
  const overwrite = (page: number) => {
    for (let at = page * PAGE_BYTES; at < (page + 1) * PAGE_BYTES; at++) bytes.writeUInt8(random(256), at);
  };
  switch (trouble) {
    case 'bits':
      for (let count = 1 + random(12); count > 0; count--) flip(random(bytes.byteLength));
      break;
    case 'indexes': {
      const indexPages = pagesOfIndexes();
      for (let count = 1 + random(20); count > 0; count--) {
        const page = indexPages[random(indexPages.length)] ?? 1;
        // What stands on a page begins at its end.
        flip(page * PAGE_BYTES - 1 - random(2_000));
      }
      break;
    }
    case 'sector': {
      const at = 512 * random(bytes.byteLength / 512);
      bytes.fill(0, at, at + 512);
      break;
    }
    case 'page':
      overwrite(1 + random(pages - 1));
      break;
    case 'first-page':
      overwrite(0);
      break;
    case 'two-pages':
      overwrite(random(pages));
      overwrite(random(pages));
      break;
    case 'cut-off':
      truncateSync(file, random(bytes.byteLength));
      return;
  }
  writeFileSync(file, bytes);
}

/** As they were before anything happened to them. */
function pagesOfIndexes(): number[] {
  const database = new Database(join(original, 'kiosk.sqlite'), { readonly: true });
  try {
    return database
      .prepare<[], number>(
        `SELECT pageno FROM dbstat WHERE pagetype = 'leaf'
         AND name IN (SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'outbox')`,
      )
      .pluck()
      .all();
  } finally {
    database.close();
  }
}

/** Rows that staff see to, and rows that they are told the number of. */
function toldIn(store: Store): { told: number; mayMissMore: boolean } {
  const settled = store.outbox.settled();
  const counters = store.healthCounters.all();
  if (!settled.ok || !counters.ok) throw new Error('the store cannot be read');
  const seenTo = settled.value.filter(({ state }) => state !== 'delivered').length;
  const countOf = (counter: string) => counters.value.find(({ name }) => name === counter)?.count ?? 0;
  return { told: seenTo + countOf(ROWS_LOST), mayMissMore: countOf(UNSURE_SALVAGES) > 0 };
}

function waitingIn(database: string): number {
  const looked = new Database(database, { readonly: true });
  try {
    return looked
      .prepare<[], number>("SELECT COUNT(*) FROM outbox NOT INDEXED WHERE state = 'pending'")
      .pluck()
      .get() as number;
  } finally {
    looked.close();
  }
}

function start(store: Store, tries: Map<string, number>): Outbox {
  const outbox = createOutbox({
    rows: store.outbox,
    sealing,
    api: pretendDeposits({
      async createStatementDelivery({ idempotencyKey }) {
        tries.set(idempotencyKey, (tries.get(idempotencyKey) ?? 0) + 1);
        return { outcome: 'delivered' };
      },
    }),
    log: silentLog,
    onChange: () => undefined,
  });
  expect(outbox.start()).toEqual({ ok: true, value: undefined });
  return outbox;
}

/** Some rows are delivered before, as at any kiosk: what was there once is not missed. */
async function fill(database: string): Promise<string[]> {
  const opened = openStore(database, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const ids: string[] = [];
  const outbox = createOutbox({
    rows: store.outbox,
    sealing,
    api: pretendDeposits({ createStatementDelivery: () => new Promise(() => undefined) }),
    log: silentLog,
    onChange: () => undefined,
  });
  const added = store.atomically(() => {
    for (let wish = 0; wish < WISHES_EACH; wish++) {
      for (let tenant = 0; tenant < TENANTS; tenant++) {
        const prepared = outbox.prepare({
          kind: 'statement-delivery',
          tenantId: `t-${tenant}`,
          depositToken: 'deposit-token-of-twenty-characters',
          payload: { accountId: `a-${tenant}-${wish}`, from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
        });
        if (!prepared.ok || !prepared.value.add().ok) return { ok: false, error: { code: 'INTERNAL' } };
        ids.push(prepared.value.deliveryId);
      }
    }
    return { ok: true, value: undefined };
  });
  expect(added.ok).toBe(true);
  const before = ids.splice(0, TENANTS * 3);
  store.outbox.markDelivered(before.map((deliveryId) => ({ deliveryId, at: Date.now() })));
  expect(await store.backUp()).toEqual({ ok: true, value: undefined });
  store.close();
  expect(existsSync(`${database}-wal`)).toBe(false);
  return ids;
}

/** Mulberry32: the same seed, the same damage. Whole numbers below the given one. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
