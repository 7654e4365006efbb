import { expect, test } from 'vitest';
import type { Account, AccountPeriod } from '../../preload/contract.ts';
import { askedPeriod, firstSelection, selectionOf } from './selection.ts';

const all: AccountPeriod = { kind: 'all', from: '2010-01-01', to: '2018-07-10', entryCount: 40 };
const year2017: AccountPeriod = { kind: 'year', from: '2017-01-01', to: '2017-12-31', entryCount: 12 };
const flat = account('flat', [all, year2017]);
const garage = account('garage', [{ ...all, from: '2015-03-01' }]);

test('begins with the first lease and its most useful period', () => {
  expect(firstSelection([flat, garage])).toEqual({ account: flat, period: all });
});

test('there is nothing to look at without a lease', () => {
  expect(firstSelection([])).toBeNull();
});

test('another lease is shown over the period of the same kind, with its own days', () => {
  expect(selectionOf(garage, all).period.from).toBe('2015-03-01');
});

test('a year that the other lease does not know gives way to its first period', () => {
  expect(selectionOf(garage, year2017).period.kind).toBe('all');
});

test('asks main by the days, and by nothing else of the account', () => {
  expect(askedPeriod({ account: flat, period: year2017 })).toEqual({
    accountId: 'flat',
    from: '2017-01-01',
    to: '2017-12-31',
  });
});

function account(id: string, periods: AccountPeriod[]): Account {
  return {
    id,
    leaseNumber: id,
    addressLines: [],
    balanceCents: 0,
    asOf: '2018-07-10',
    beingRecorded: [],
    periods,
  };
}
