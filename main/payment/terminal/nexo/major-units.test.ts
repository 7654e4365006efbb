import fc from 'fast-check';
import { expect, test } from 'vitest';
import { majorUnits } from './major-units.ts';

test.each([
  [1, '0.01'],
  [10, '0.1'],
  [100, '1'],
  [2_774, '27.74'],
  [11_245, '112.45'],
  [33_333, '333.33'],
  [99_999_999_999, '999999999.99'],
])('%i cents are written %s', (cents, written) => {
  expect(JSON.stringify(majorUnits(cents))).toBe(written);
});

test('every amount is written exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (cents) => {
      const written = JSON.stringify(majorUnits(cents));

      const [whole = '', part = ''] = written.split('.');
      expect(part.length).toBeLessThanOrEqual(2);
      expect(BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))).toBe(BigInt(cents));
    }),
  );
});
