import { expect, test } from 'vitest';
import type { Account, AccountPeriod } from '../../preload/contract.ts';
import { askedPeriod, currentSelection, selectionOf } from './selection.ts';

const all: AccountPeriod = { kind: 'all', from: '2010-01-01', to: '2018-07-10', entryCount: 40 };
const year2017: AccountPeriod = { kind: 'year', from: '2017-01-01', to: '2017-12-31', entryCount: 12 };
const flat = account('flat', [all, year2017]);
const garage = account('garage', [{ ...all, from: '2015-03-01' }]);

test('begins with the first lease and its most useful period', () => {
  expect(currentSelection([flat, garage], null)).toEqual({ account: flat, period: all });
});

test('there is nothing to look at without a lease', () => {
  expect(currentSelection([], null)).toBeNull();
});

test('keeps to what was chosen, with the figures of now', () => {
  const paid = { ...garage, balanceCents: -500 };

  const selection = currentSelection([flat, paid], { account: garage, period: all });

  expect(selection?.account).toBe(paid);
});

test('goes back to the first lease when the chosen one is gone', () => {
  expect(currentSelection([flat], { account: garage, period: all })?.account).toBe(flat);
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
    residenceId: null,
    balanceCents: 0,
    asOf: '2018-07-10',
    holders: [],
    startsOn: '2018-02-01',
    endsOn: null,
    life: 'current',
    beingRecorded: [],
    periods,
  };
}
