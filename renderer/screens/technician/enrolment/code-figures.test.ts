import { expect, test } from 'vitest';
import { ENROLMENT_CODE } from '../../../../preload/enrolment-contract.ts';
import { figuresOf, grouped } from './code-figures.ts';

test.each([
  ['1111 2222-3333', '111122223333'],
  ['code 12', '12'],
  ['1111222233334', '111122223333'],
])('of %s the figures are %s', (typed, figures) => {
  expect(figuresOf(typed)).toBe(figures);
});

test('figures stand in groups of four that are never torn apart', () => {
  expect(grouped('1111222233')).toBe('1111\u00a02222\u00a033');
  expect(grouped('')).toBe('');
});

test('what is complete here is complete there', () => {
  expect(ENROLMENT_CODE.test(figuresOf('9'.repeat(20)))).toBe(true);
});
