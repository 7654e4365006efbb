import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney } from './money.ts';

test.each([
  [0, '0,00 €'],
  [5, '0,05 €'],
  [27_74, '27,74 €'],
  [1_234_56, '1 234,56 €'],
  [-12_00, '−12,00 €'],
  [-5, '−0,05 €'],
  [100_000_000_00, '100 000 000,00 €'],
  [Number.MAX_SAFE_INTEGER, '90 071 992 547 409,91 €'],
])('%i cents read %s in French', (cents, expected) => {
  expect(formatMoney(cents, 'fr')).toBe(expected.replaceAll(' ', '\u00a0'));
});

test.each([
  [1_234_56, '€1,234.56'],
  [-12_00, '−€12.00'],
])('%i cents read %s in English', (cents, expected) => {
  expect(formatMoney(cents, 'en')).toBe(expected);
});

test('an amount never holds a space at which it could be torn apart, nor a character that fonts lack', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom('fr', 'en'), (cents, locale) => {
      expect(formatMoney(cents, locale)).toMatch(/^[\d\u00a0,.€\u2212]+$/);
    }),
  );
});

test('every amount can be read back to the cent', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      const digits = formatMoney(cents, 'fr')
        .replace('\u2212', '-')
        .replace(/[^\d-]/g, '');

      expect(Number(digits) + 0).toBe(cents + 0);
    }),
  );
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not an amount', (cents) => {
  expect(() => formatMoney(cents, 'fr')).toThrow(RangeError);
});
