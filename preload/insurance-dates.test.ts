import { expect, test } from 'vitest';
import { doubtAbout, faultOf, faultOfStart, faultOnAnyDay } from './insurance-dates.ts';

const TODAY = '2018-07-11';
const YEAR = { from: '2018-09-01', to: '2019-08-31' };

test.each([
  ['a year that begins soon', YEAR, null],
  ['one that ends today', { from: '2017-07-12', to: TODAY }, null],
  ['one that ended yesterday', { from: '2017-07-11', to: '2018-07-10' }, 'overAlready'],
  ['an end before its beginning', { from: '2019-09-01', to: '2019-08-31' }, 'endsBeforeStart'],
  ['a year that begins in two', { from: '2020-09-01', to: '2021-08-31' }, 'startsTooLate'],
  ['one that began in another age', { from: '1018-09-01', to: '1019-08-31' }, 'overAlready'],
  ['a year that was mistyped', { from: '2018-09-01', to: '2091-08-31' }, 'tooLong'],
])('%s', (_, period, fault) => {
  expect(faultOf(period, TODAY)).toBe(fault);
});

test('where the day is not known for sure, only what can never be is wrong', () => {
  const faults = [
    { from: '2017-07-11', to: '2018-07-10' },
    { from: '2020-09-01', to: '2021-08-31' },
    { from: '2019-09-01', to: '2019-08-31' },
    { from: '2018-09-01', to: '2091-08-31' },
  ].map(faultOnAnyDay);

  expect(faults).toEqual([null, null, 'endsBeforeStart', 'tooLong']);
});

test('a beginning is judged before the end is known', () => {
  const days = ['2019-07-11', '2019-07-13', '2013-07-13', '1018-09-01'];

  expect(days.map((day) => faultOfStart(day, TODAY))).toEqual([
    null,
    'startsTooLate',
    null,
    'startedTooLongAgo',
  ]);
});

test.each([
  ['the year after the one that is known', { from: '2019-08-31', to: '2020-08-30' }, null],
  ['the same year again', YEAR, 'knownAlready'],
  ['a year that begins within it', { from: '2019-03-01', to: '2020-02-29' }, 'overlaps'],
  ['two years', { from: '2019-09-01', to: '2021-08-31' }, 'longerThanUsual'],
])('%s', (_, period, doubt) => {
  expect(doubtAbout(period, [YEAR])).toBe(doubt);
});
