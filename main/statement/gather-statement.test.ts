import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { LedgerEntry } from '../tenant-api/generated/model/index.ts';
import type { ListedLedger, TenantConnection } from '../tenant-api/tenant-api.ts';
import { pretendConnection } from '../tenant-api/testing/pretend-connection.ts';
import { gatherStatement, MAX_STATEMENT_ENTRIES } from './gather-statement.ts';

const period = { accountId: 'account-1', from: '2018-01-01', to: '2018-12-31' };
const still = new AbortController().signal;

test('all pages become one period, the oldest entry first', async () => {
  const connection = answering([page([entry(3), entry(2)], 'next', 3), page([entry(1)], null, 3)]);

  const gathered = await gatherStatement(connection, period, still);

  expect(gathered).toEqual({
    ok: true,
    value: { openingBalanceCents: 0, closingBalanceCents: 300, entries: [entry(1), entry(2), entry(3)] },
  });
});

test('an empty period is a period', async () => {
  const gathered = await gatherStatement(answering([page([], null, 0)]), period, still);

  expect(gathered).toMatchObject({ ok: true, value: { entries: [] } });
});

test('a page that is missing makes no statement', async () => {
  const gathered = await gatherStatement(answering([page([entry(1)], null, 2)]), period, still);

  expect(gathered).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
});

test('a period that is far too long is refused at its first page', async () => {
  const connection = answering([page([entry(1)], 'next', MAX_STATEMENT_ENTRIES + 1)]);

  const gathered = await gatherStatement(connection, period, still);

  expect(gathered).toEqual({ ok: false, error: { code: 'PERIOD_TOO_LONG' } });
  expect(connection.readLedgerPage).toHaveBeenCalledTimes(1);
});

test('an API that never stops handing out pages is stopped', async () => {
  const connection = answering([]);
  vi.mocked(connection.readLedgerPage).mockResolvedValue({ ok: true, value: page([entry(1)], 'again', 10) });

  expect(await gatherStatement(connection, period, still)).toEqual({
    ok: false,
    error: { code: 'API_BROKEN_ANSWER' },
  });
});

test('a session that has ended reads no further page', async () => {
  const ended = AbortSignal.abort();
  const connection = answering([page([entry(1)], null, 1)]);

  expect(await gatherStatement(connection, period, ended)).toEqual({
    ok: false,
    error: { code: 'SESSION_OVER' },
  });
  expect(connection.readLedgerPage).not.toHaveBeenCalled();
});

test('what the API could not do is passed on as it is', async () => {
  const connection = answering([{ ok: false, error: { code: 'API_TIMEOUT' } }]);

  expect(await gatherStatement(connection, period, still)).toEqual({
    ok: false,
    error: { code: 'API_TIMEOUT' },
  });
});

function answering(answers: (ListedLedger | Result<ListedLedger>)[]): TenantConnection {
  const left = [...answers];
  return pretendConnection({
    readLedgerPage: vi.fn(async () => {
      const answer = left.shift();
      if (!answer) throw new Error('asked for more pages than there are');
      return 'ok' in answer ? answer : { ok: true as const, value: answer };
    }),
  });
}

function page(items: LedgerEntry[], nextCursor: string | null, entryCount: number): ListedLedger {
  return {
    items,
    nextCursor,
    entryCount,
    openingBalanceCents: 0,
    closingBalanceCents: entryCount * 100,
    recentPayments: [],
  };
}

function entry(number: number): LedgerEntry {
  return {
    id: `entry-${number}`,
    postedOn: '2018-06-26',
    label: 'LOG 004473 06/18',
    direction: 'debit',
    amountCents: 100,
    balanceAfterCents: number * 100,
  };
}
