import { describe, expect, test } from 'vitest';
import {
  count,
  dayInTable,
  dayInText,
  duration,
  fileSize,
  instantInText,
  isolated,
  money,
  signedMoney,
  unbroken,
} from './formats.ts';

const NBSP = '\u00a0';

describe('money', () => {
  test('is written as French people write it, with no-break spaces only', () => {
    const written = money(123_456, 'fr');

    expect(written).toBe(`1${NBSP}234,56${NBSP}€`);
  });

  test('never carries the narrow space that Intl puts between thousands', () => {
    const written = money(123_456_789_00, 'fr');

    expect(written).toBe(`123${NBSP}456${NBSP}789,00${NBSP}€`);
  });

  test('has a real minus sign below zero', () => {
    expect(money(-1_200, 'fr')).toBe(`−12,00${NBSP}€`);
    expect(money(-1_200, 'en')).toBe('−€12.00');
  });

  test('keeps every cent of the largest amount that the contract allows', () => {
    expect(money(99_999_999_999, 'fr')).toBe(`999${NBSP}999${NBSP}999,99${NBSP}€`);
  });

  test('nothing is nothing', () => {
    expect(money(0, 'fr')).toBe(`0,00${NBSP}€`);
  });

  test('in a ledger says by a sign which way it went', () => {
    expect(signedMoney(23_857, 'debit', 'fr')).toBe(`+${NBSP}238,57${NBSP}€`);
    expect(signedMoney(19_195, 'credit', 'fr')).toBe(`−${NBSP}191,95${NBSP}€`);
  });
});

describe('days', () => {
  test('are written out in a sentence', () => {
    expect(dayInText('2018-06-26', 'fr')).toBe(`26${NBSP}juin${NBSP}2018`);
    expect(dayInText('2018-06-26', 'en')).toBe(`26${NBSP}June${NBSP}2018`);
  });

  test('the first of a month is "1er" in French', () => {
    expect(dayInText('2019-01-01', 'fr')).toBe(`1er${NBSP}janvier${NBSP}2019`);
  });

  test('the eleventh is not', () => {
    expect(dayInText('2019-01-11', 'fr')).toBe(`11${NBSP}janvier${NBSP}2019`);
  });

  test('are short in a table', () => {
    expect(dayInTable('2018-06-26', 'fr')).toBe('26/06/2018');
    expect(dayInTable('2018-06-26', 'en')).toBe('26/06/2018');
  });
});

test('an instant is told on the agency’s clock', () => {
  expect(instantInText('2018-07-11T07:05:00.000Z', 'fr')).toBe(`11/07/2018${NBSP}09:05`);
  expect(instantInText('2018-07-11T07:05:00.000Z', 'en')).toBe(`11/07/2018,${NBSP}09:05`);
});

describe('durations', () => {
  test.each([
    [1, `1${NBSP}seconde`],
    [45, `45${NBSP}secondes`],
    [60, `1${NBSP}minute`],
    [130, `2${NBSP}minutes${NBSP}10${NBSP}secondes`],
    [0, `0${NBSP}seconde`],
    [-3, `0${NBSP}seconde`],
    [1.2, `2${NBSP}secondes`],
  ])('%d seconds', (seconds, written) => {
    expect(duration(seconds, 'fr')).toBe(written);
  });
});

test('a count has its thousands apart', () => {
  expect(count(2_000, 'fr')).toBe(`2${NBSP}000`);
  expect(count(2_000, 'en')).toBe('2,000');
});

test('a telephone number stays in one piece', () => {
  expect(unbroken('05 36 49 10 00')).toBe(['05', '36', '49', '10', '00'].join(NBSP));
});

test('an Arabic name does not turn the sentence around it', () => {
  expect(isolated('السيد محمد')).toBe('\u2068السيد محمد\u2069');
});

test.each([
  [0, 'fr', `1${NBSP}ko`],
  [34_600, 'fr', `35${NBSP}ko`],
  [1_250_000, 'fr', `1,3${NBSP}Mo`],
  [1_250_000, 'en', `1.3${NBSP}MB`],
] as const)('a file of %i bytes is said in %s as %s', (bytes, locale, text) => {
  expect(fileSize(bytes, locale)).toBe(text);
});
