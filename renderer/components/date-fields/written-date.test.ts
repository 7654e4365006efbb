import { expect, test } from 'vitest';
import { figuresOf, isFull, readDate, writtenOf } from './written-date.ts';

test.each([
  ['26', '6', '2018', '2018-06-26'],
  ['1', '01', '2019', '2019-01-01'],
  ['29', '2', '2020', '2020-02-29'],
  ['31', '12', '0099', '0099-12-31'],
])('%s / %s / %s is a day', (day, month, year, isoDay) => {
  expect(readDate({ day, month, year })).toEqual({ ok: true, day: isoDay });
});

test.each([
  ['', '6', '2018', { name: 'missing' }],
  ['26', '6', '', { name: 'missing' }],
  ['26', '6', '18', { name: 'shortYear' }],
  ['26', '6', '0000', { name: 'shortYear' }],
  ['26', '13', '2018', { name: 'noSuchMonth' }],
  ['26', '0', '2018', { name: 'noSuchMonth' }],
  ['31', '4', '2018', { name: 'noSuchDay', daysInMonth: 30 }],
  ['29', '2', '2019', { name: 'noSuchDay', daysInMonth: 28 }],
  ['0', '2', '2019', { name: 'noSuchDay', daysInMonth: 28 }],
])('%s / %s / %s is none', (day, month, year, fault) => {
  expect(readDate({ day, month, year })).toEqual({ ok: false, fault });
});

test('a field takes figures only, and no more than it has room for', () => {
  expect(figuresOf('day', ' 2a6 7')).toBe('26');
  expect(figuresOf('year', '20189')).toBe('2018');
});

test('a field is full when nothing can follow', () => {
  expect([isFull('day', '4'), isFull('day', '3'), isFull('day', '31')]).toEqual([true, false, true]);
  expect([isFull('month', '2'), isFull('month', '1'), isFull('year', '201')]).toEqual([true, false, false]);
});

test('a day is written back into its fields', () => {
  expect(writtenOf('2018-06-05')).toEqual({ day: '05', month: '06', year: '2018' });
});
