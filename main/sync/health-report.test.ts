import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { lookIntoStore, type OutboxLook } from '../store/look-into-store.ts';
import { openStore, type Store } from '../store/store.ts';
import type { DepositApi, DepositOutcome } from '../tenant-api/tenant-api.ts';
import { createOutbox, type Outbox, type PreparedWish, type Wish } from './outbox.ts';
import { pretendDeposits } from './testing/pretend-deposits.ts';

const delivered: DepositOutcome = { outcome: 'delivered' };
const away: DepositOutcome = { outcome: 'later', error: { code: 'API_UNREACHABLE' } };
const HOUR_SECONDS = 3_600;
const REPORTS = 40;

let folder: string;
let file: string;
let store: Store;
let outbox: Outbox;
let changes: Delivery[];
let reported: number;
let createKioskHealthReport: ReturnType<typeof vi.fn<DepositApi['createKioskHealthReport']>>;
let createStatementDelivery: ReturnType<typeof vi.fn<DepositApi['createStatementDelivery']>>;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'health-report-'));
  file = join(folder, 'kiosk.sqlite');
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  store = opened.store;
  changes = [];
  reported = 0;
  createKioskHealthReport = vi.fn<DepositApi['createKioskHealthReport']>(async () => delivered);
  createStatementDelivery = vi.fn<DepositApi['createStatementDelivery']>(async () => delivered);
  outbox = start();
});

afterEach(async () => {
  await outbox.stop();
  vi.useRealTimers();
  store.close();
  rmSync(folder, { recursive: true });
});

test('a report is delivered once, under the key of its row, and keeps its tries and its fate', async () => {
  createKioskHealthReport.mockResolvedValueOnce(away);

  report();
  await pass(HOUR_SECONDS);

  expect(told()).toEqual([1, 1]);
  expect(keys()).toEqual(['report-1', 'report-1']);
  expect(rows()).toEqual([['report-1', 'delivered', 2]]);
});

test('however long there is no network, one row is left, the last one, which is delivered when it is back', async () => {
  createKioskHealthReport.mockResolvedValue(away);
  for (let number = 0; number < REPORTS; number += 1) {
    report();
    await pass(300);
  }
  const waiting = pending();

  createKioskHealthReport.mockReset().mockResolvedValue(delivered);
  outbox.wake();
  await pass(2 * HOUR_SECONDS);

  expect(waiting).toEqual([`report-${REPORTS}`]);
  expect(told()).toEqual([REPORTS]);
  expect(pending()).toEqual([]);
});

test('what waits is on disk, and the next start delivers it', async () => {
  createKioskHealthReport.mockResolvedValue(away);
  report();
  await pass(0);
  await outbox.stop();
  createKioskHealthReport.mockReset().mockResolvedValue(delivered);

  outbox = start();
  await pass(HOUR_SECONDS);

  expect(keys()).toEqual(['report-1']);
});

test('a report on its way comes to its end; the one after it comes after it', async () => {
  let answer = (_: DepositOutcome) => {};
  createKioskHealthReport.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  report();
  await pass(0);

  report();
  report();
  const waiting = pending();
  answer(delivered);
  await pass(1);

  expect(waiting).toEqual(['report-1', 'report-3']);
  expect(told()).toEqual([1, 3]);
});

test('a report that is refused is dropped: staff are not troubled, and the next one is delivered', async () => {
  createKioskHealthReport.mockResolvedValueOnce({ outcome: 'refused', problemCode: 'request.invalid' });

  report();
  await pass(1);
  const left = rows();
  report();
  await pass(1);

  expect(left).toEqual([]);
  expect(store.refusedRows.list()).toEqual({ ok: true, value: [] });
  expect(told()).toEqual([1, 2]);
});

test('a report that cannot be read any more is dropped, and no key is said to be lost', async () => {
  createKioskHealthReport.mockResolvedValue(away);
  report();
  await pass(0);
  await outbox.stop();
  const onKeyReplaced = vi.fn();

  outbox = start({ sealing: createSealing(Buffer.alloc(32, 2)), onKeyReplaced });
  await pass(1);

  expect(onKeyReplaced).not.toHaveBeenCalled();
  expect(rows()).toEqual([]);
  expect(look()).toMatchObject({ unreadable: 0, refusals: [] });
});

test('nobody waits for a report: it is not counted, not told, and keeps nothing from being at rest', async () => {
  let answer = (_: DepositOutcome) => {};
  createKioskHealthReport.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));

  report();
  await pass(0);

  expect(createKioskHealthReport).toHaveBeenCalledOnce();
  expect(outbox.isDelivering()).toBe(false);
  expect(look()).toMatchObject({ waiting: 0, oldestEnqueuedAt: null });
  answer(delivered);
  await pass(1);
  expect(pending()).toEqual([]);
  expect(changes).toEqual([]);
});

test('what people handed in goes first, whenever both are due', async () => {
  const order: string[] = [];
  createKioskHealthReport.mockImplementation(async () => {
    order.push('report');
    return delivered;
  });
  createStatementDelivery.mockImplementation(async ({ accountId }) => {
    order.push(accountId);
    return delivered;
  });
  const wishes = [prepareReport(), ...['a', 'b', 'c', 'd', 'e', 'f'].map(prepareWish)];
  for (const prepared of wishes) expect(prepared.add().ok).toBe(true);

  outbox.start();
  await pass(1);

  expect(order).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'report']);
});

test('an API that is there and takes no report still takes at once what people hand in', async () => {
  createKioskHealthReport.mockResolvedValue({ outcome: 'later', error: { code: 'API_BROKEN_ANSWER' } });
  report();
  await pass(HOUR_SECONDS);
  expect(createKioskHealthReport.mock.calls.length).toBeGreaterThan(3);

  handIn(prepareWish('a'));
  await pass(0);

  expect(createStatementDelivery).toHaveBeenCalledOnce();
});

function report(): void {
  handIn(prepareReport());
}

function prepareReport(): PreparedWish {
  reported += 1;
  return prepare({
    kind: 'health-report',
    machine: 'health',
    deliveryId: `report-${reported}`,
    payload: {
      at: '2018-07-11T12:00:00.000Z',
      uptimeSeconds: reported,
      versions: { kiosk: '0.1.0', electron: '45.4.1', chromium: '150.0.1.2' },
      parts: [{ part: 'printer', id: 'a4', state: 'fit', code: 'OK' }],
      outbox: { waiting: 0, oldestMinutes: 0, refused: 0 },
      freeDiskMegabytes: 7,
      temperatureCelsius: null,
    },
  });
}

function prepareWish(accountId: string): PreparedWish {
  return prepare({
    kind: 'statement-delivery',
    tenantId: `t-${accountId}`,
    depositToken: 'deposit-token-of-twenty-characters',
    payload: { accountId, from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
  });
}

function prepare(wish: Wish): PreparedWish {
  const prepared = outbox.prepare(wish);
  if (!prepared.ok) throw new Error(prepared.error.code);
  return prepared.value;
}

function handIn(prepared: PreparedWish): void {
  expect(prepared.add()).toEqual({ ok: true, value: undefined });
  prepared.begin();
}

/** By the second that each of them says. */
function told(): number[] {
  return createKioskHealthReport.mock.calls.map(([{ body }]) => body.uptimeSeconds);
}

function keys(): string[] {
  return createKioskHealthReport.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey);
}

function pending(): string[] {
  const ids = Array.from({ length: reported }, (_, index) => `report-${index + 1}`);
  return ids.filter((id) => {
    const state = store.outbox.stateOf(id);
    return state.ok && state.value === 'pending';
  });
}

function rows(): unknown[] {
  const settled = store.outbox.settled();
  if (!settled.ok) throw new Error(settled.error.code);
  return [
    ...pending(),
    ...settled.value.map(({ deliveryId, state, attempts }) => [deliveryId, state, attempts]),
  ];
}

function look(): OutboxLook {
  const looked = lookIntoStore(file);
  if (!looked.ok) throw new Error(looked.reason);
  return looked.outbox;
}

type Options = Pick<Parameters<typeof createOutbox>[0], 'onKeyReplaced'> & {
  sealing?: ReturnType<typeof createSealing>;
};

function start(options: Options = {}): Outbox {
  const started = createOutbox({
    rows: store.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    api: pretendDeposits({
      createKioskHealthReport: (deposit) => createKioskHealthReport(deposit),
      createStatementDelivery: (deposit) => createStatementDelivery(deposit),
    }),
    log: silentLog,
    onChange: (change) => changes.push(change),
    ...options,
  });
  expect(started.start()).toEqual({ ok: true, value: undefined });
  return started;
}

/** So many seconds go by, and what is under way comes to its end. */
async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1_000 + 100);
}
