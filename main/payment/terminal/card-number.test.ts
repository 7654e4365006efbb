import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeCardNumber } from './card-number.ts';

/** Numbers that schemes publish for tests. */
const TEST_CARDS = [
  '4970101234567890',
  '5555555555554444',
  '378282246310005',
  '36227206271667',
  '6304000000000000',
];

describe('a card number', () => {
  test.each(TEST_CARDS.map(withRightCheckDigit))('%s is seen in one piece, and inside a text', (number) => {
    expect(looksLikeCardNumber(number)).toBe(true);
    expect(looksLikeCardNumber(`CARTE:${number}=2512`)).toBe(true);
    expect(looksLikeCardNumber(`%B${number}^MARTIN/JEANNE^2512`)).toBe(true);
  });

  test.each(['4970 1012 3456 7890', '4970-1012-3456-7890', '4970.1012.3456.7890', '37 82 82 24 63 10 00 5'])(
    '%s is seen in groups',
    (grouped) => {
      expect(looksLikeCardNumber(repaired(grouped))).toBe(true);
    },
  );

  test.each(['/', '\t', ' * ', ', ', '\r\n', '\0', ': '])(
    'is seen in groups of four with %j between them',
    (mark) => {
      expect(looksLikeCardNumber(`CARTE ${repaired(['4970', '1012', '3456', '7890'].join(mark))}`)).toBe(
        true,
      );
    },
  );

  test.each(['3782 822463 10005', '3622 720627 1667'])('%s is seen as its scheme groups it', (grouped) => {
    expect(looksLikeCardNumber(grouped)).toBe(true);
  });

  test('is seen after other figures on the same line', () => {
    expect(looksLikeCardNumber('12 5555555555554444 27')).toBe(true);
  });

  test('of any length from 13 to 19 digits is seen', () => {
    const someDigits = fc.stringMatching(/^[1-9]\d{11,17}$/);

    fc.assert(fc.property(someDigits, (digits) => looksLikeCardNumber(withCheckDigit(digits))));
  });
});

describe('what is none', () => {
  test.each([
    ['a number with a wrong check digit', '5555555555554445'],
    ['twelve digits', '555555555555'],
    ['twenty digits', '55555555555544440000'],
    ['a masked number', '############4444'],
    ['an application on a chip', 'A0000000042010'],
    ['an amount, a day and an hour', '112,45 EUR LE 23/11/26 A 05:47:52'],
    ['the figures of a ticket’s line', '001 000012 01 0000123'],
    ['years and hours on lines of their own', '2026\n0547\n2027\n2028'],
    ['a card’s number of which only the ends are shown', '4970 **** **** 7890'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(looksLikeCardNumber(text)).toBe(false);
  });

  test('a number whose last digit is another', () => {
    const someDigits = fc.stringMatching(/^[1-9]\d{11,17}$/);

    fc.assert(
      fc.property(someDigits, fc.integer({ min: 1, max: 9 }), (digits, more) => {
        const right = withCheckDigit(digits);
        const wrong = digits + ((Number(right.at(-1)) + more) % 10);
        return !looksLikeCardNumber(wrong);
      }),
    );
  });
});

/** Luhn, written the other way round: the digit that brings the sum to a multiple of ten. */
function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] : Number(digit)))
    .reduce<number>((total, value) => total + (value ?? 0), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function withRightCheckDigit(number: string): string {
  return withCheckDigit(number.slice(0, -1));
}

function repaired(grouped: string): string {
  const right = withRightCheckDigit(grouped.replace(/\D/g, ''));
  return grouped.slice(0, -1) + right.at(-1);
}
