import { expect, test } from 'vitest';
import type { Meter } from '../../../preload/dwelling-contract.ts';
import { comparison, monthRows, total, yearRows } from './series.ts';

test('the last twelve months stand beside the same months of the year before', () => {
  const rows = monthRows(meterFrom('2017-01', 24, (index) => 1_000 + index));

  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({ name: '2018-01', used: 1_012, before: 1_000 });
  expect(rows.at(-1)).toMatchObject({ name: '2018-12', used: 1_023, before: 1_011 });
});

test('a month that was not read is in no total and in no comparison', () => {
  const rows = monthRows(meterFrom('2017-01', 24, (index) => (index === 20 ? null : 1_000)));

  expect(total(rows)).toBe(11_000);
  expect(comparison(rows, 'before')).toEqual({ used: 11_000, other: 11_000, count: 11 });
});

test('a young meter is compared with nothing of the year before', () => {
  const rows = monthRows(meterFrom('2018-01', 5, () => 1_000));

  expect(comparison(rows, 'before')).toBeNull();
  expect(comparison(rows, 'similar')).toEqual({ used: 5_000, other: 10_000, count: 5 });
});

test('a meter that was never read has no total', () => {
  expect(total(monthRows(meterFrom('2018-01', 3, () => null)))).toBeNull();
});

test('a year that goes on is compared with the same months of the year before', () => {
  const rows = yearRows(meterFrom('2016-01', 30, (index) => (index < 24 ? 1_000 : 900)));

  expect(rows.map(({ name, used, before, monthsRead }) => [name, used, before, monthsRead])).toEqual([
    ['2016', 12_000, null, 12],
    ['2017', 12_000, 12_000, 12],
    ['2018', 5_400, 6_000, 6],
  ]);
});

test('a year with a month that the year before lacks is not compared with it', () => {
  const rows = yearRows(meterFrom('2017-01', 24, (index) => (index === 3 ? null : 1_000)));

  expect(rows.map(({ before }) => before)).toEqual([null, null]);
  expect(rows[0]).toMatchObject({ used: 11_000, similar: 22_000 });
});

function meterFrom(first: string, count: number, used: (index: number) => number | null): Meter {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
  const months = Array.from({ length: count }, (_, index) => ({
    month: `${Math.floor((start + index) / 12)}-${String(((start + index) % 12) + 1).padStart(2, '0')}`,
    thousandths: used(index),
    isEstimated: false,
    similarThousandths: 2_000,
  }));
  return { id: 'meter-1', energy: 'coldWater', unit: 'm3', months, replacedOn: [] };
}
