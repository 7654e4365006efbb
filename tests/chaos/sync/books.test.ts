import { expect, test } from 'vitest';
import { areEqual, compare, type Entered } from './books.ts';

const one: Entered = { number: 1, deliveryId: 'one', lane: 'a', cites: null };
const two: Entered = { number: 2, deliveryId: 'two', lane: 'a', cites: null };

test.each([
  ['all is there once', [one, two], { 1: 1, 2: 1 }, ['one', 'two']],
  ['of two lanes the second was faster', [one, { ...two, lane: 'b' }], { 1: 1, 2: 1 }, ['two', 'one']],
  ['nobody had said that it was saved', [one, { ...two, deliveryId: null }], { 1: 1 }, ['one']],
])('books are equal when %s', (_, entered, times, order) => {
  expect(areEqual(compare(entered, landlord(times, order)))).toBe(true);
});

test.each([
  ['is missing', [one, two], { 1: 1 }, ['one'], 'lost'],
  ['is there twice', [one], { 1: 2 }, ['one'], 'doubled'],
  ['was not promised, and is there twice', [{ ...one, deliveryId: null }], { 1: 2 }, [], 'doubled'],
  ['came before an earlier one', [one, two], { 1: 1, 2: 1 }, ['two', 'one'], 'disordered'],
  [
    'came before what it cites',
    [one, { ...two, lane: 'b', cites: 'one' }],
    { 1: 1, 2: 1 },
    ['two', 'one'],
    'disordered',
  ],
] as const)('books differ when a wish %s', (_, entered, times, order, difference) => {
  expect(compare(entered, landlord(times, order))[difference]).toHaveLength(1);
});

function landlord(times: Readonly<Record<number, number>>, order: readonly string[]) {
  return { times: new Map(Object.entries(times).map(([number, count]) => [Number(number), count])), order };
}
