import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffSeconds } from './backoff.ts';

const almostOne = () => 0.999_999;

test('the ceiling doubles with every failure, up to ten minutes', () => {
  const ceilings = [1, 2, 3, 4, 9, 10, 50].map((failures) =>
    Math.round(backoffSeconds(failures, 0, almostOne)),
  );

  expect(ceilings).toEqual([2, 4, 8, 16, 512, 600, 600]);
});

test('the wait may be anything below the ceiling, nothing included', () => {
  expect(backoffSeconds(5, 0, () => 0)).toBe(0);
  expect(backoffSeconds(5, 0, () => 0.5)).toBe(16);
});

test('who asks for a day is asked again after an hour', () => {
  expect(backoffSeconds(1, 86_400, () => 0)).toBe(3_600);
  expect(backoffSeconds(1, Number.MAX_SAFE_INTEGER, almostOne)).toBeLessThan(3_602);
});

test('what the API asked for is always waited out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 0, max: 3_600 }),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      (failures, retryAfterSeconds, chance) => {
        const seconds = backoffSeconds(failures, retryAfterSeconds, () => chance);

        expect(seconds).toBeGreaterThanOrEqual(retryAfterSeconds);
        expect(seconds).toBeLessThanOrEqual(retryAfterSeconds + 600);
      },
    ),
  );
});
