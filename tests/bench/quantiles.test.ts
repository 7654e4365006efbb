import { expect, test } from 'vitest';
import { median, quantile } from './quantiles.ts';

test('the median of an odd and of an even number of figures', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('the 95th percentile lies between the two largest of a few', () => {
  expect(quantile([10, 20, 30, 40], 0.95)).toBeCloseTo(38.5);
});

test('no figures are no figure', () => {
  expect(() => median([])).toThrow('no figures');
});
