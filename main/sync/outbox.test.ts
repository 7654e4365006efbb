import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delivery } from '../../preload/contract.ts';
import { type Facts, silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { createAttempt } from '../store/attempt.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations/migrations.ts';
import { type Acknowledged, createOutboxRepository } from '../store/outbox-repository.ts';
import { openStore, type Store } from '../store/store.ts';
import type { DepositApi, DepositOutcome } from '../tenant-api/tenant-api.ts';
import { createOutbox, type Outbox, type Wish } from './outbox.ts';
import { pretendDeposits } from './testing/pretend-deposits.ts';

const DAY_MS = 86_400_000;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const delivered: DepositOutcome = { outcome: 'delivered' };
const later: DepositOutcome = { outcome: 'later', error: { code: 'API_UNREACHABLE' } };
const sealing = createSealing(Buffer.alloc(32, 1));

const wish = {
  kind: 'statement-delivery',
  tenantId: 't-1',
  depositToken: 'deposit-token-of-twenty-characters',
  payload: { accountId: 'acc-1', from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
} satisfies Wish;

const { tenantId: _tenantId, ...wishOfAccount } = wish;

let folder: string;
let store: Store;
let changes: Delivery[];
let createStatementDelivery: ReturnType<typeof vi.fn<DepositApi['createStatementDelivery']>>;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  store = open(join(folder, 'kiosk.sqlite'));
  changes = [];
  createStatementDelivery = vi.fn<DepositApi['createStatementDelivery']>(async () => delivered);
});

afterEach(() => {
  vi.useRealTimers();
  store.close();
  rmSync(folder, { recursive: true });
});

describe('a wish', () => {
  test('is saved, then transmitted with its id as the idempotency key', async () => {
    const { deliveryId } = enqueue(start());
    await settle();

    expect(deliveryId).toMatch(UUID_V7);
    expect(changes).toEqual([
      { deliveryId, state: 'saved' },
      { deliveryId, state: 'transmitted' },
    ]);
    expect(createStatementDelivery.mock.calls).toEqual([
      [
        {
          depositToken: wish.depositToken,
          accountId: 'acc-1',
          body: { from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
          idempotencyKey: deliveryId,
        },
      ],
    ]);
  });

  test('is told to whose it is until the API has taken it, and to nobody else', async () => {
    createStatementDelivery.mockResolvedValueOnce({ outcome: 'refused', problemCode: 'tenant.no_email' });
    createStatementDelivery.mockResolvedValue(later);
    const outbox = start();
    const refused = enqueue(outbox);
    await settle();
    const onAccount = outbox.enqueue({ ...wishOfAccount, accountId: 'acc-1' });
    await settle();

    const ofBoth = outbox.unsettledOf({ tenantId: 't-1', accountIds: ['acc-1'] });
    const ofTenant = outbox.unsettledOf({ tenantId: 't-1', accountIds: [] });
    const ofAnother = outbox.unsettledOf({ tenantId: 't-2', accountIds: ['acc-2'] });

    expect(ofBoth).toMatchObject({
      value: [
        { kind: 'statement-delivery', state: 'pending' },
        { deliveryId: refused.deliveryId, kind: 'statement-delivery', state: 'refused' },
      ],
    });
    expect(onAccount.ok).toBe(true);
    expect(ofTenant).toMatchObject({ value: [{ deliveryId: refused.deliveryId }] });
    expect(ofAnother).toEqual({ ok: true, value: [] });
  });

  test('is on disk, sealed, before anybody is told that it is saved', () => {
    const seen: unknown[] = [];
    createStatementDelivery.mockResolvedValue(later);

    start({ onChange: () => seen.push(nextOfLane()) });
    enqueue(start({ onChange: () => seen.push(nextOfLane()) }));

    expect(seen).toEqual([{ ok: true, value: [expect.objectContaining({ kind: 'statement-delivery' })] }]);
    const onDisk = ['kiosk.sqlite', 'kiosk.sqlite-wal'].map((name) =>
      readFileSync(join(folder, name), 'latin1'),
    );
    expect(onDisk.join()).not.toMatch(/acc-1|deposit-token|2018|t-1/);
  });

  test('is erased once it is delivered', async () => {
    enqueue(start());
    await settle();

    expect(store.outbox.settled()).toMatchObject({ ok: true, value: [{ state: 'delivered', attempts: 1 }] });
    expect(nextOfLane()).toEqual({ ok: true, value: [] });
  });

  test.each([{ from: '2018-02-30' }, { from: '2019-01-01' }, { accountId: '../tenant-sessions' }])(
    'that is not what its kind looks like is not taken (%j)',
    (changed) => {
      const payload = { ...wish.payload, ...changed };

      expect(start().enqueue({ ...wish, payload })).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
      expect(changes).toEqual([]);
    },
  );

  test('that the disk does not take is not promised', () => {
    const rows = { ...store.outbox, add: () => unavailable };

    expect(start({ rows }).enqueue(wish)).toEqual(unavailable);
    expect(changes).toEqual([]);
    expect(createStatementDelivery).not.toHaveBeenCalled();
  });
});

describe('a bad network', () => {
  test('is waited out, with the same key on every try', async () => {
    createStatementDelivery.mockResolvedValueOnce(later).mockRejectedValueOnce(new Error('bug'));

    const { deliveryId } = enqueue(start());
    await settle(3_600);

    expect(createStatementDelivery.mock.calls.map(([deposit]) => deposit.idempotencyKey)).toEqual([
      deliveryId,
      deliveryId,
      deliveryId,
    ]);
    expect(changes.at(-1)).toEqual({ deliveryId, state: 'transmitted' });
  });

  test('keeps the order of one tenant and does not hold up another', async () => {
    const order: string[] = [];
    createStatementDelivery.mockImplementation(async ({ accountId }) => {
      if (accountId === 'first' && order.length < 3) {
        order.push('first failed');
        return later;
      }
      order.push(accountId);
      return delivered;
    });
    const outbox = start();

    enqueue(outbox, { payload: { ...wish.payload, accountId: 'first' } });
    enqueue(outbox, { payload: { ...wish.payload, accountId: 'second' } });
    enqueue(outbox, { tenantId: 't-2', payload: { ...wish.payload, accountId: 'other' } });
    await settle(3_600);

    expect(order.indexOf('other')).toBeLessThan(order.indexOf('first'));
    expect(order.indexOf('first')).toBeLessThan(order.indexOf('second'));
  });

  test('that comes back is used at once', async () => {
    createStatementDelivery.mockResolvedValueOnce(later);
    const outbox = start({ random: () => 0.999 });
    enqueue(outbox);
    await settle();

    outbox.wake();
    await settle();

    expect(changes.at(-1)).toMatchObject({ state: 'transmitted' });
  });

  test('is not hammered when the API asks for time', async () => {
    createStatementDelivery.mockResolvedValueOnce({
      outcome: 'later',
      error: { code: 'API_REFUSED', retryAfterSeconds: 60 },
    });
    const outbox = start({ random: () => 0 });
    enqueue(outbox);

    await settle(59);
    outbox.wake();
    await settle();
    const before = createStatementDelivery.mock.calls.length;
    await settle(1);

    expect(before).toBe(1);
    expect(createStatementDelivery).toHaveBeenCalledTimes(2);
  });
});

describe('what was signed too long ago', () => {
  test('goes with what needs it as soon as whoever signed it signs in again', async () => {
    createStatementDelivery.mockImplementation(async ({ depositToken }) =>
      depositToken === 'of today' ? delivered : { outcome: 'refused', problemCode: 'token.expired' },
    );
    const outbox = start();
    const first = enqueue(outbox);
    const second = enqueue(outbox, { needs: [first.deliveryId] });
    await settle();
    const before = [outbox.stateOf(first.deliveryId), outbox.stateOf(second.deliveryId)];

    outbox.signAgain({ tenantId: 't-2', depositToken: 'of somebody else' });
    outbox.signAgain({ tenantId: 't-1', depositToken: 'of today' });
    await settle();

    expect(before).toMatchObject([{ value: 'refused' }, { value: 'refused' }]);
    expect(changes.slice(-2)).toEqual([
      { deliveryId: first.deliveryId, state: 'transmitted' },
      { deliveryId: second.deliveryId, state: 'transmitted' },
    ]);
    const keys = createStatementDelivery.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey);
    expect(keys).toEqual([first.deliveryId, first.deliveryId, second.deliveryId]);
  });

  test('and still waits its turn after a long outage goes at once, with the token of today', async () => {
    createStatementDelivery.mockResolvedValue(later);
    const outbox = start({ random: () => 0.999 });
    enqueue(outbox);
    enqueue(outbox, { tenantId: 't-2' });
    await settle(3_600);
    createStatementDelivery.mockReset().mockResolvedValue(delivered);
    outbox.wake();
    await settle(1);
    const sentBefore = createStatementDelivery.mock.calls.length;

    outbox.signAgain({ tenantId: 't-1', depositToken: 'of today' });
    await settle();

    expect(sentBefore).toBe(0);
    const tokens = createStatementDelivery.mock.calls.map(([{ depositToken }]) => depositToken);
    expect(tokens).toEqual(['of today']);
  });

  test('and is refused while whoever signed it signs in goes once more, and is told to nobody', async () => {
    const first = Promise.withResolvers<DepositOutcome>();
    createStatementDelivery.mockReturnValueOnce(first.promise);
    const outbox = start();
    const { deliveryId } = enqueue(outbox);
    await settle();

    outbox.signAgain({ tenantId: 't-1', depositToken: 'of today' });
    first.resolve({ outcome: 'refused', problemCode: 'token.expired' });
    await settle();

    const tokens = createStatementDelivery.mock.calls.map(([{ depositToken }]) => depositToken);
    expect(tokens).toEqual([wish.depositToken, 'of today']);
    expect(changes.map(({ state }) => state)).toEqual(['saved', 'transmitted']);
    expect(outbox.stateOf(deliveryId)).toEqual({ ok: true, value: 'delivered' });
  });

  test('is refused again, and not tried for ever, when the token of today is not good either', async () => {
    createStatementDelivery.mockResolvedValue({ outcome: 'refused', problemCode: 'token.invalid' });
    const outbox = start();
    const { deliveryId } = enqueue(outbox);
    await settle();

    outbox.signAgain({ tenantId: 't-1', depositToken: 'of today' });
    await settle(3_600);

    expect(createStatementDelivery).toHaveBeenCalledTimes(2);
    expect(outbox.stateOf(deliveryId)).toEqual({ ok: true, value: 'refused' });
  });

  test('stays where what it needs was refused for another reason', async () => {
    createStatementDelivery.mockResolvedValueOnce({ outcome: 'refused', problemCode: 'tenant.no_email' });
    const outbox = start();
    const first = enqueue(outbox);
    enqueue(outbox, { needs: [first.deliveryId] });
    await settle();
    const before = [...changes];

    outbox.signAgain({ tenantId: 't-1', depositToken: 'of today' });
    await settle();

    expect(changes).toEqual(before);
  });

  test('is left to staff who have seen to it, and what was refused for another reason stays', async () => {
    createStatementDelivery
      .mockResolvedValueOnce({ outcome: 'refused', problemCode: 'token.expired' })
      .mockResolvedValueOnce({ outcome: 'refused', problemCode: 'tenant.no_email' });
    const outbox = start();
    const first = enqueue(outbox);
    enqueue(outbox);
    await settle();
    store.refusedRows.setAside({ deliveryId: first.deliveryId, staffId: 'anne', at: 1 });

    outbox.signAgain({ tenantId: 't-1', depositToken: 'of today' });
    await settle();

    expect(createStatementDelivery).toHaveBeenCalledTimes(2);
  });
});

describe('an absurd wish for time', () => {
  test('holds up nothing for longer than an hour, and the log says so', async () => {
    const lines: [string, Facts | undefined][] = [];
    createStatementDelivery.mockResolvedValueOnce({
      outcome: 'later',
      error: { code: 'API_UNREACHABLE', retryAfterSeconds: 86_400 },
    });
    const log = { ...silentLog, warn: (event: string, facts?: Facts) => void lines.push([event, facts]) };
    enqueue(start({ random: () => 0, log }));

    await settle(3_600);

    expect(changes.at(-1)).toMatchObject({ state: 'transmitted' });
    expect(lines).toEqual([['sync.wait-shortened', { retryAfterSeconds: 86_400 }]]);
  });
});

describe('what cannot be delivered', () => {
  test('is told and kept with the reason when the API refuses it for good, and the next one goes on', async () => {
    createStatementDelivery.mockResolvedValueOnce({ outcome: 'refused', problemCode: 'tenant.no_email' });
    const outbox = start();

    const first = enqueue(outbox);
    const second = enqueue(outbox);
    await settle();

    expect(changes).toContainEqual({ deliveryId: first.deliveryId, state: 'refused' });
    expect(changes).toContainEqual({ deliveryId: second.deliveryId, state: 'transmitted' });
    expect(store.outbox.settled()).toMatchObject({
      value: [{ state: 'refused', refusalCode: 'tenant.no_email' }, { state: 'delivered' }],
    });
  });

  test('is set aside once when its seal does not open, and what follows goes on', async () => {
    createStatementDelivery.mockResolvedValue(later);
    const before = start({ sealing: createSealing(Buffer.alloc(32, 2)) });
    const lost = enqueue(before);
    await before.stop();
    createStatementDelivery.mockClear().mockResolvedValue(delivered);

    start();
    await settle(3_600);

    expect(createStatementDelivery).not.toHaveBeenCalled();
    expect(changes.at(-1)).toEqual({ deliveryId: lost.deliveryId, state: 'refused' });
    expect(store.outbox.settled()).toMatchObject({ value: [{ state: 'unreadable' }] });
  });

  test('is set aside when its row was swapped with another', async () => {
    const stolen = sealing.seal(
      JSON.stringify({ depositToken: 'x', payload: wish.payload }),
      'outbox other-row',
    );
    store.outbox.add({ deliveryId: 'd', kind: wish.kind, lane: 'lane', sealed: stolen, enqueuedAt: 0 });

    start();
    await settle();

    expect(createStatementDelivery).not.toHaveBeenCalled();
    expect(store.outbox.settled()).toMatchObject({ value: [{ state: 'unreadable' }] });
  });

  test('is set aside when no version of the program that is here knows its kind', async () => {
    for (const kind of ['teleportation', 'constructor']) {
      const sealed = sealing.seal('{"depositToken":"x","payload":{}}', `outbox ${kind} ${kind} lane`);
      store.outbox.add({ deliveryId: kind, kind, lane: 'lane', sealed, enqueuedAt: 0 });
    }

    start();
    await settle();

    expect(store.outbox.settled()).toMatchObject({
      value: [{ state: 'unreadable' }, { state: 'unreadable' }],
    });
  });
});

describe('a key that is gone', () => {
  const another = createSealing(Buffer.alloc(32, 2));

  test('is told once, and all that waited is kept aside for the day it comes back', async () => {
    createStatementDelivery.mockResolvedValue(later);
    const before = start();
    const first = enqueue(before);
    const second = enqueue(before);
    await before.stop();
    const onKeyReplaced = vi.fn();

    const withoutKey = start({ sealing: another, onKeyReplaced });
    const fresh = enqueue(withoutKey);
    await settle();
    await withoutKey.stop();
    const again = start({ sealing: another, onKeyReplaced });
    await settle();
    await again.stop();
    const states = [first, second, fresh].map(({ deliveryId }) => store.outbox.stateOf(deliveryId));
    createStatementDelivery.mockResolvedValue(delivered);
    start();
    await settle(3_600);

    expect(onKeyReplaced).toHaveBeenCalledOnce();
    expect(states).toMatchObject([{ value: 'unreadable' }, { value: 'unreadable' }, { value: 'pending' }]);
    expect(store.outbox.stateOf(first.deliveryId)).toEqual({ ok: true, value: 'delivered' });
    expect(store.outbox.stateOf(second.deliveryId)).toEqual({ ok: true, value: 'delivered' });
  });

  test('is not what one damaged row among others means', async () => {
    store.outbox.add({ deliveryId: 'd', kind: wish.kind, lane: 'x', sealed: Buffer.of(1), enqueuedAt: 0 });
    createStatementDelivery.mockResolvedValue(later);
    const before = start();
    enqueue(before);
    await before.stop();
    const onKeyReplaced = vi.fn();

    start({ onKeyReplaced });
    await settle();

    expect(onKeyReplaced).not.toHaveBeenCalled();
  });
});

describe('a disk that does not do what it is asked', () => {
  test('promises nothing while another program holds the database, and goes on afterwards', async () => {
    const outbox = start();
    const other = new Database(join(folder, 'kiosk.sqlite'));
    other.exec('BEGIN IMMEDIATE');

    const refused = outbox.enqueue(wish);
    other.exec('ROLLBACK');
    other.close();
    const { deliveryId } = enqueue(outbox);
    await settle();

    expect(refused).toEqual(unavailable);
    expect(changes).toEqual([
      { deliveryId, state: 'saved' },
      { deliveryId, state: 'transmitted' },
    ]);
  });

  test('loses nothing when it is full: what the API has had is handed in again under the same key', async () => {
    const { rows, fill, free } = rowsOnASmallDisk();
    const outbox = start({ rows });
    createStatementDelivery.mockResolvedValueOnce(later);
    const { deliveryId } = enqueue(outbox);
    await settle();

    fill();
    const refused = outbox.enqueue({ ...wish, payload: { ...wish.payload } });
    await settle(600);
    free();
    await settle(3_600);

    expect(refused).toEqual(unavailable);
    expect(changes.at(-1)).toEqual({ deliveryId, state: 'transmitted' });
    expect(new Set(createStatementDelivery.mock.calls.map(([deposit]) => deposit.idempotencyKey))).toEqual(
      new Set([deliveryId]),
    );
    await outbox.stop();
  });
});

describe('what needs something else', () => {
  const named = (accountId: string) => ({ payload: { ...wish.payload, accountId } });

  test('is delivered after it, though it is of another lane', async () => {
    createStatementDelivery.mockResolvedValueOnce(later);
    const outbox = start();
    const page = enqueue(outbox, named('page'));

    enqueue(outbox, { ...named('request'), tenantId: 't-2', needs: [page.deliveryId] });
    await settle(3_600);

    expect(createStatementDelivery.mock.calls.map(([{ accountId }]) => accountId)).toEqual([
      'page',
      'page',
      'request',
    ]);
  });

  test('is kept for staff without being tried when the API refuses it', async () => {
    createStatementDelivery.mockResolvedValueOnce({ outcome: 'refused', problemCode: 'document.damaged' });
    const outbox = start();
    const page = enqueue(outbox, named('page'));

    const request = enqueue(outbox, { ...named('request'), tenantId: 't-2', needs: [page.deliveryId] });
    await settle(3_600);

    expect(createStatementDelivery).toHaveBeenCalledTimes(1);
    expect(changes.at(-1)).toEqual({ deliveryId: request.deliveryId, state: 'refused' });
    expect(store.outbox.settled()).toMatchObject({
      value: [{ refusalCode: 'document.damaged' }, { refusalCode: 'outbox.need_refused' }],
    });
  });
});

describe('a central API that is away', () => {
  test('is asked by one for all, and heard of by all within as long as it was away', async () => {
    const calls: number[] = [];
    let isBack = false;
    createStatementDelivery.mockImplementation(async () => {
      calls.push(Date.now());
      return isBack ? delivered : later;
    });
    const outbox = start();
    const startedAt = Date.now();
    for (let tenant = 0; tenant < 50; tenant++) enqueue(outbox, { tenantId: `t-${tenant}` });

    await settle(3_600);
    const duringOutage = calls.length;
    isBack = true;
    await settle(2 * 3_600);

    // Four at first, the third of which says enough; then one at a time.
    expect(duringOutage).toBeLessThan(30);
    expect(changes.filter(({ state }) => state === 'transmitted')).toHaveLength(50);
    const lastAt = (calls.at(-1) ?? 0) - startedAt;
    expect(lastAt).toBeLessThanOrEqual((2 * 3_600 + 600) * 1_000);
    await outbox.stop();
  });
});

describe('over time', () => {
  test('a queue that has grown very long is taken up whole, a little at a time', async () => {
    const before = create();
    const wishes = 2_500;
    store.atomically(() => {
      for (let number = 0; number < wishes; number++) {
        const prepared = before.prepare({ ...wish, tenantId: `t-${number % 700}` });
        if (!prepared.ok) return prepared;
        prepared.value.add();
      }
      return { ok: true, value: undefined };
    });

    start();
    await settle(1);

    expect(changes.filter(({ state }) => state === 'transmitted')).toHaveLength(wishes);
  });

  test('what could not be read is delivered once its key is back', async () => {
    createStatementDelivery.mockResolvedValue(later);
    const before = start();
    const { deliveryId } = enqueue(before);
    await before.stop();
    const withoutKey = start({ sealing: createSealing(Buffer.alloc(32, 2)) });
    await settle();
    await withoutKey.stop();
    const meanwhile = store.outbox.stateOf(deliveryId);
    createStatementDelivery.mockResolvedValue(delivered);

    start();
    await settle();

    expect(meanwhile).toEqual({ ok: true, value: 'unreadable' });
    expect(changes.at(-1)).toEqual({ deliveryId, state: 'transmitted' });
  });

  test('a clock that is set by a year, forth or back, holds up nothing', async () => {
    const outbox = start();
    for (const years of [1, -2]) {
      createStatementDelivery.mockResolvedValueOnce(later);
      const { deliveryId } = enqueue(outbox);
      await settle();

      vi.setSystemTime(Date.now() + years * 365 * DAY_MS);
      await settle(60);

      expect(changes.at(-1)).toEqual({ deliveryId, state: 'transmitted' });
    }
  });

  test('what was pending is taken up by the next start', async () => {
    createStatementDelivery.mockResolvedValueOnce(later);
    const before = start();
    const { deliveryId } = enqueue(before);
    await settle();
    await before.stop();

    start();
    await settle();

    expect(createStatementDelivery.mock.calls.map(([deposit]) => deposit.idempotencyKey)).toEqual([
      deliveryId,
      deliveryId,
    ]);
    expect(changes.at(-1)).toEqual({ deliveryId, state: 'transmitted' });
  });

  test('what the API took is noted as soon as the disk takes it, and nobody is told before', async () => {
    let isDiskFull = true;
    const rows = {
      ...store.outbox,
      markDelivered: (acknowledged: readonly Acknowledged[]) =>
        isDiskFull ? unavailable : store.outbox.markDelivered(acknowledged),
    };
    const outbox = start({ rows, random: () => 0.5 });
    const { deliveryId } = enqueue(outbox);
    await settle(2);
    const before = changes.length;

    isDiskFull = false;
    await settle(60);

    expect(before).toBe(1);
    expect(createStatementDelivery).toHaveBeenCalledOnce();
    expect(changes.at(-1)).toEqual({ deliveryId, state: 'transmitted' });
  });

  test('what was acknowledged shortly before the kiosk was killed is sent again under its own key, in its order', async () => {
    const stopped = create();
    await stopped.stop();
    const ids = [enqueue(stopped), enqueue(stopped), enqueue(stopped)].map(({ deliveryId }) => deliveryId);
    const third = Promise.withResolvers<DepositOutcome>();
    createStatementDelivery
      .mockResolvedValueOnce({ outcome: 'delivered' })
      .mockResolvedValueOnce({ outcome: 'delivered' })
      .mockReturnValueOnce(third.promise);
    start({ after: () => () => undefined });
    await settle();
    const sentBefore = createStatementDelivery.mock.calls.length;
    const noted = store.outbox.settled();

    start();
    await settle(1);

    expect(sentBefore).toBe(3);
    expect(noted).toEqual({ ok: true, value: [] });
    expect(createStatementDelivery.mock.calls.map(([deposit]) => deposit.idempotencyKey)).toEqual([
      ...ids,
      ...ids,
    ]);
  });

  test('a payment is delivered before what was read already', async () => {
    const order: string[] = [];
    const first = Promise.withResolvers<DepositOutcome>();
    createStatementDelivery.mockImplementationOnce(() => first.promise);
    createStatementDelivery.mockImplementation(async () => {
      order.push('wish');
      return { outcome: 'delivered' };
    });
    const createPayment = async (): Promise<DepositOutcome> => {
      order.push('payment');
      return { outcome: 'delivered' };
    };
    const outbox = start({ api: pretendDeposits({ createStatementDelivery, createPayment }) });
    const { tenantId: _, ...aboutAccount } = { ...wish, accountId: 'acc-1' };
    for (const _ of [1, 2, 3]) outbox.enqueue(aboutAccount);
    await settle();

    outbox.enqueue({
      kind: 'payment',
      deliveryId: '0197a0a0-0000-7000-8000-000000000001',
      accountId: 'acc-1',
      payload: {
        payable: { kind: 'account', accountId: 'acc-1' },
        amountCents: 27_74,
        currency: 'EUR',
        paidAt: '2018-07-10T09:00:00Z',
        isWhole: true,
        terminal: {
          authorisationNumber: null,
          contract: null,
          readingMode: null,
          schemeCode: null,
          cardApplication: null,
          settledByStaff: false,
        },
      },
    });
    first.resolve({ outcome: 'delivered' });
    await settle();

    expect(order).toEqual(['payment', 'wish', 'wish']);
  });

  test('delivered rows are forgotten after thirty days, while the kiosk runs', async () => {
    const outbox = start();
    enqueue(outbox);
    await settle();

    await vi.advanceTimersByTimeAsync(29 * DAY_MS);
    const before = store.outbox.settled();
    await vi.advanceTimersByTimeAsync(2 * DAY_MS);

    expect(before).toMatchObject({ value: [{ state: 'delivered' }] });
    expect(store.outbox.settled()).toEqual({ ok: true, value: [] });
    await outbox.stop();
  });

  test('a store that cannot be read at the start says so', () => {
    const rows = { ...store.outbox, pendingLanes: () => unavailable };

    expect(create({ rows }).start()).toEqual(unavailable);
  });

  test('nothing but ids, codes and durations is logged', async () => {
    const lines: string[] = [];
    const note = (event: string, facts?: Facts) => lines.push(`${event} ${JSON.stringify(facts)}`);
    createStatementDelivery
      .mockResolvedValueOnce(later)
      .mockResolvedValueOnce({ outcome: 'refused', problemCode: 'account.not_found' });
    const outbox = start({ log: { info: note, warn: note, error: note } });

    enqueue(outbox);
    enqueue(outbox);
    await settle(600);

    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'sync.saved',
      'sync.saved',
      'sync.not-delivered',
      'sync.refused',
      'sync.delivered',
    ]);
    expect(lines.join()).not.toMatch(/acc-1|deposit-token|2018-|t-1/);
  });
});

type Options = Partial<Parameters<typeof createOutbox>[0]>;

function create(options: Options = {}): Outbox {
  return createOutbox({
    rows: store.outbox,
    sealing,
    api: pretendDeposits({ createStatementDelivery }),
    log: silentLog,
    onChange: (change) => changes.push(change),
    random: () => 0.5,
    ...options,
  });
}

function start(options: Options = {}): Outbox {
  const outbox = create(options);
  expect(outbox.start()).toEqual({ ok: true, value: undefined });
  return outbox;
}

function enqueue(
  outbox: Outbox,
  changed: Partial<typeof wish> & Pick<Wish, 'needs'> = {},
): { deliveryId: string } {
  const enqueued = outbox.enqueue({ ...wish, ...changed });
  if (!enqueued.ok) throw new Error(enqueued.error.code);
  return enqueued.value;
}

function nextOfLane() {
  return store.outbox.nextOf(sealing.fingerprint('outbox-lane', wish.tenantId));
}

function open(file: string): Store {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.store;
}

/** SQLite itself says that it is full as soon as the file would grow. */
function rowsOnASmallDisk() {
  const database = new Database(':memory:');
  migrate(database, migrations);
  const pages = () => database.pragma('page_count', { simple: true }) as number;
  const rows = createOutboxRepository(database, createAttempt(silentLog));
  return {
    rows,
    fill() {
      database.pragma(`max_page_count = ${pages()}`);
      for (let number = 0; ; number++) {
        const added = rows.add({
          deliveryId: `filler-${number}`,
          kind: 'filler',
          lane: 'filler',
          sealed: Buffer.alloc(100),
          enqueuedAt: 0,
        });
        if (!added.ok) return;
      }
    },
    free: () => database.pragma('max_page_count = 4294967294'),
  };
}

async function settle(seconds = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
}

const unavailable = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;
