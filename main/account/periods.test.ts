import { expect, test } from 'vitest';
import type { Account } from '../tenant-api/generated/model/index.ts';
import { sampleAccount } from '../tenant-api/testing/sample-account.ts';
import { monthsBefore, periodsOf } from './periods.ts';

const account: Account = {
  ...sampleAccount,
  lease: { ...sampleAccount.lease, startsOn: '2017-03-15' },
  periods: [
    { from: '2018-01-01', to: '2018-12-31', entryCount: 7 },
    { from: '2017-01-01', to: '2017-12-31', entryCount: 0 },
    { from: '2016-01-01', to: '2016-12-31', entryCount: 2 },
  ],
};

test('the whole history reaches from the oldest entry or the lease’s start to today', () => {
  expect(periodsOf(account)[0]).toEqual({ kind: 'all', from: '2016-01-01', to: '2018-07-31', entryCount: 9 });
});

test('years without an entry are left out, and the current year ends today', () => {
  expect(periodsOf(account).filter(({ kind }) => kind === 'year')).toEqual([
    { kind: 'year', from: '2018-01-01', to: '2018-07-31', entryCount: 7 },
    { kind: 'year', from: '2016-01-01', to: '2016-12-31', entryCount: 2 },
  ]);
});

test('an entry booked ahead of today is not lost from the whole history', () => {
  const ahead = { ...account, periods: [{ from: '2019-01-01', to: '2019-12-31', entryCount: 1 }] };

  expect(periodsOf(ahead)[0]).toMatchObject({ from: '2017-03-15', to: '2019-12-31' });
});

test('a lease that starts next month still has a period', () => {
  const coming = { ...account, lease: { ...account.lease, startsOn: '2018-09-01' }, periods: [] };

  expect(periodsOf(coming)[0]).toEqual({ kind: 'all', from: '2018-07-31', to: '2018-07-31', entryCount: 0 });
});

test.each([
  ['2018-07-31', 3, '2018-04-30'],
  ['2018-05-31', 3, '2018-02-28'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2018-01-15', 3, '2017-10-15'],
  ['2026-11-23', 12, '2025-11-23'],
])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});
