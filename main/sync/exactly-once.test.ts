/** The promise of the outbox, held against an API and a kiosk that fail in every way they can. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { type Attempt, createAttempt } from '../store/attempt.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations/migrations.ts';
import { createOutboxRepository } from '../store/outbox-repository.ts';
import type { DepositApi, DepositOutcome } from '../tenant-api/tenant-api.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { pretendDeposits } from './testing/pretend-deposits.ts';

/** Fixed, so that a failure in continuous integration is the same failure here. */
const SEED = 20_180_710;

const sealing = createSealing(Buffer.alloc(32, 1));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const anyTrouble = fc.constantFrom(
  'none',
  'never-arrives',
  'answer-lost',
  'answer-late',
  'busy',
  'server-error',
  'throws',
);
const anyAction = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('enqueue' as const), tenant: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 900 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wake' as const) }) },
);

test('every wish takes effect once, in the order of its tenant, through any trouble', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAction, { minLength: 1, maxLength: 25 }),
      fc.array(anyTrouble, { minLength: 1, maxLength: 40 }),
      fc.array(fc.double({ min: 0.1, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 10 }),
      async (actions, troubles, chances) => {
        const api = createTroubledApi(troubles);
        const wished = new Map<string, string[]>();
        const disk = createDisk();
        let kiosk = startKiosk(disk, api, chances);
        let count = 0;

        for (const action of actions) {
          switch (action.do) {
            case 'enqueue': {
              const tenantId = `t-${action.tenant}`;
              const accountId = `${tenantId}-wish-${count++}`;
              const enqueued = kiosk.outbox.enqueue({
                kind: 'statement-delivery',
                tenantId,
                depositToken: 'token',
                payload: { accountId, from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
              });
              expect(enqueued.ok).toBe(true);
              wished.set(tenantId, [...(wished.get(tenantId) ?? []), accountId]);
              break;
            }
            case 'wait':
              await vi.advanceTimersByTimeAsync(action.seconds * 1_000);
              break;
            case 'restart':
              await Promise.all([kiosk.outbox.stop(), vi.advanceTimersByTimeAsync(60_000)]);
              kiosk = startKiosk(disk, api, chances);
              break;
            case 'kill':
              kiosk.kill();
              kiosk = startKiosk(disk, api, chances);
              break;
            case 'wake':
              kiosk.outbox.wake();
              break;
          }
        }
        api.endTrouble();
        await vi.advanceTimersByTimeAsync(4 * 3_600_000);

        expect(api.booksByTenant()).toEqual(Object.fromEntries(wished));
        expect(disk.prepare(`SELECT COUNT(*) FROM outbox WHERE state <> 'delivered'`).pluck().get()).toBe(0);
        await kiosk.outbox.stop();
        disk.close();
      },
    ),
    { seed: SEED, numRuns: 200 },
  );
});

type StatementDeposits = Pick<DepositApi, 'createStatementDelivery'>;

interface Kiosk {
  outbox: Outbox;
  /** Nothing more is done or noted by it, as after a power cut. */
  kill(): void;
}

/** What is proven here is the logic, not the disk: see power-cut.test.ts for that. */
function createDisk(): Database.Database {
  const disk = new Database(':memory:');
  migrate(disk, migrations);
  return disk;
}

function startKiosk(disk: Database.Database, api: StatementDeposits, chances: readonly number[]): Kiosk {
  let isAlive = true;
  let draws = 0;

  const attempt = createAttempt(silentLog);
  const attemptWhileAlive: Attempt = (work) => {
    if (!isAlive) throw new Error('a dead kiosk writes nothing');
    return attempt(work);
  };
  const outbox = createOutbox({
    rows: createOutboxRepository(disk, attemptWhileAlive),
    sealing,
    api: pretendDeposits({
      createStatementDelivery: async (deposit) => {
        const outcome = await api.createStatementDelivery(deposit);
        // A dead kiosk hears no answer.
        return isAlive ? outcome : new Promise(() => undefined);
      },
    }),
    log: silentLog,
    onChange: () => undefined,
    random: () => chances[draws++ % chances.length] ?? 0,
    after: (seconds, work) => {
      const timer = setTimeout(() => isAlive && work(), seconds * 1_000);
      return () => clearTimeout(timer);
    },
  });
  outbox.start();

  return {
    outbox,
    kill: () => {
      isAlive = false;
    },
  };
}

/** Keeps books by idempotency key, as the contract has it, and fails in the order it is told. */
function createTroubledApi(
  troubles: readonly string[],
): StatementDeposits & { endTrouble(): void; booksByTenant(): Record<string, string[]> } {
  const books = new Map<string, string>();
  let calls = 0;
  let isOver = false;

  return {
    async createStatementDelivery({ accountId, idempotencyKey }): Promise<DepositOutcome> {
      const trouble = isOver ? 'none' : troubles[calls++ % troubles.length];
      switch (trouble) {
        case 'never-arrives':
          return { outcome: 'later', error: { code: 'API_UNREACHABLE' } };
        case 'answer-lost':
          book(idempotencyKey, accountId);
          return { outcome: 'later', error: { code: 'API_TIMEOUT' } };
        case 'answer-late':
          book(idempotencyKey, accountId);
          await new Promise((resolve) => setTimeout(resolve, 10_000));
          return { outcome: 'delivered' };
        case 'busy':
          return { outcome: 'later', error: { code: 'API_REFUSED', retryAfterSeconds: 120 } };
        case 'server-error':
          return { outcome: 'later', error: { code: 'API_UNREACHABLE', retryAfterSeconds: 0 } };
        case 'throws':
          throw new TypeError('a bug');
        default:
          book(idempotencyKey, accountId);
          return { outcome: 'delivered' };
      }
    },
    endTrouble: () => {
      isOver = true;
    },
    booksByTenant: () => {
      const byTenant: Record<string, string[]> = {};
      for (const accountId of books.values()) {
        const tenantId = accountId.slice(0, 3);
        byTenant[tenantId] = [...(byTenant[tenantId] ?? []), accountId];
      }
      return byTenant;
    },
  };

  function book(key: string, accountId: string): void {
    const earlier = books.get(key);
    if (earlier !== undefined && earlier !== accountId) throw new Error('the same key for another wish');
    books.set(key, accountId);
  }
}
