import { expect, test } from 'vitest';
import { dayOfMonth } from './day-of-month.ts';

test('a day is named as people say it', () => {
  expect([1, 2, 5, 26].map((day) => dayOfMonth(day, 'fr'))).toEqual(['1er', '2', '5', '26']);
  expect([1, 2, 3, 5, 11, 12, 22, 26].map((day) => dayOfMonth(day, 'en'))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '5th',
    '11th',
    '12th',
    '22nd',
    '26th',
  ]);
});
