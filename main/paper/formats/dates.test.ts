import { expect, test } from 'vitest';
import {
  dayBefore,
  formatDayInFigures,
  formatDayInWords,
  isDay,
  isInstant,
  momentInFrance,
} from './dates.ts';

test.each([
  ['2018-06-26', '26 juin 2018'],
  ['2018-01-01', '1er janvier 2018'],
  ['2018-12-31', '31 décembre 2018'],
  ['2018-08-11', '11 août 2018'],
])('%s is written %s', (day, expected) => {
  expect(formatDayInWords(day, 'fr')).toBe(expected.replaceAll(' ', '\u00a0'));
});

test('English has no special first of the month', () => {
  expect(formatDayInWords('2018-01-01', 'en')).toBe('1\u00a0January\u00a02018');
});

test('in figures the day comes first', () => {
  expect(formatDayInFigures('2018-06-26')).toBe('26/06/2018');
});

test.each([
  ['2018-01-01', '2017-12-31'],
  ['2020-03-01', '2020-02-29'],
  // The nights on which French clocks change.
  ['2018-03-26', '2018-03-25'],
  ['2018-10-29', '2018-10-28'],
])('the day before %s is %s', (day, expected) => {
  expect(dayBefore(day)).toBe(expected);
});

test.each([
  '2018-02-30',
  '2018-13-01',
  '2018-00-10',
  '0000-01-01',
  '2018-6-1',
  '26/06/2018',
  '',
  '2018-06-26T00:00:00Z',
])('%j is not a day', (text) => {
  expect(isDay(text)).toBe(false);
});

test('29 February is a day in leap years only', () => {
  expect([isDay('2020-02-29'), isDay('2018-02-29')]).toEqual([true, false]);
});

test.each([
  ['2018-07-11T07:05:59.000Z', '2018-07-11', '09:05'],
  ['2018-12-31T23:30:00Z', '2019-01-01', '00:30'],
  // The hour that comes twice when summer time ends.
  ['2018-10-28T00:59:00Z', '2018-10-28', '02:59'],
  ['2018-10-28T01:00:00Z', '2018-10-28', '02:00'],
])('at %s the agency’s wall shows %s, %s', (instant, day, time) => {
  expect(momentInFrance(instant)).toEqual({ day, time });
});

test.each([
  ['2018-07-11T07:05:00.000Z', true],
  ['2018-07-11T07:05:00Z', true],
  ['2018-07-11T07:05:00+02:00', false],
  ['2018-07-11', false],
  ['2018-13-11T07:05:00Z', false],
  ['', false],
])('%j is an instant: %s', (text, expected) => {
  expect(isInstant(text)).toBe(expected);
});
