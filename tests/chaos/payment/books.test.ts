import { describe, expect, test } from 'vitest';
import { type Books, compare, type KioskLine } from './books.ts';

const ALLOWED = { unknownIsAllowed: true };
const SETTLED_BY_NOW = { unknownIsAllowed: false };

const taken = { amountCents: 2_001, isApproved: true };
const refused = { amountCents: 2_001, isApproved: false };
const booked = { id: 'one', amountCents: 2_001 };

describe('books that agree', () => {
  test.each<readonly [string, Books]>([
    ['paid and booked', books([taken], ['SETTLED'], [booked])],
    ['refused', books([refused], ['NOT_PERFORMED'], [])],
    ['never sent', books([], ['NOT_PERFORMED'], [])],
    ['nothing at all', books([], [], [])],
  ])('%s', (_, agreeing) => {
    expect(compare(agreeing, SETTLED_BY_NOW)).toEqual({ lost: [], doubled: [] });
  });

  test('taken and not known is kept while it is shown to staff, and no longer', () => {
    const unknown = books([taken], ['UNKNOWN'], []);

    expect(compare({ ...unknown, shownToStaff: ['one'] }, ALLOWED)).toEqual({ lost: [], doubled: [] });
    expect(compare(unknown, ALLOWED).lost).toHaveLength(1);
    expect(compare({ ...unknown, shownToStaff: ['one'] }, SETTLED_BY_NOW).lost).toHaveLength(1);
  });
});

test.each<readonly [string, Books]>([
  ['the kiosk never wrote it down', books([taken], [], [])],
  ['the kiosk believes that nothing happened', books([taken], ['NOT_PERFORMED'], [])],
  ['the kiosk still waits for an answer', books([taken], ['SENT'], [])],
  ['the kiosk has not told the landlord', books([taken], ['APPROVED'], [])],
  ['the kiosk believes that the landlord has it', books([taken], ['SETTLED'], [])],
  [
    'the landlord has it under another number',
    books([taken], ['SETTLED'], [{ id: 'another', amountCents: 2_001 }]),
  ],
  ['the landlord has another amount', books([taken], ['SETTLED'], [{ id: 'one', amountCents: 2_010 }])],
])('lost: %s', (_, books) => {
  expect(compare(books, ALLOWED).lost).toHaveLength(1);
});

test.each<readonly [string, Books]>([
  ['taken twice', books([taken, taken], ['SETTLED'], [booked])],
  ['booked twice', books([taken], ['SETTLED'], [booked, { ...booked, id: 'two' }])],
  ['tried twice', books([taken], ['SETTLED', 'UNKNOWN'], [booked])],
  ['booked though refused', books([refused], ['NOT_PERFORMED'], [booked])],
  ['held for paid though nothing was taken', books([], ['SETTLED'], [])],
])('doubled: %s', (_, books) => {
  expect(compare(books, ALLOWED).doubled).toHaveLength(1);
});

function books(
  terminal: Books['terminal'],
  states: readonly KioskLine['state'][],
  landlord: Books['landlord'],
): Books {
  const kiosk = states.map((state, at) => ({
    attemptId: at === 0 ? 'one' : 'two',
    amountCents: 2_001,
    state,
  }));
  return { terminal, kiosk, landlord, shownToStaff: [] };
}
