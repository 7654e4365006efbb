import { expect, test } from 'vitest';
import { caretInFours, inFours } from './iban-text.ts';

test.each([
  ['', ''],
  ['f', 'F'],
  ['fr76', 'FR76'],
  ['fr763', 'FR76 3'],
  ['FR7630006000011234567890189', 'FR76 3000 6000 0112 3456 7890 189'],
  ['FR 763 0006', 'FR76 3000 6'],
])('%j is written as on paper', (typed, written) => {
  expect(inFours(typed)).toBe(written);
});

test('what is already written so stays', () => {
  const written = inFours('FR7630006000011234567890189');

  expect(inFours(written)).toBe(written);
});

test('a hand that fell asleep on a key fills no screen', () => {
  expect(inFours('9'.repeat(500)).length).toBeLessThan(64);
});

test('the caret stays behind the character that was typed', () => {
  // A digit put in after FR76 3: what follows moves on, the caret does not jump to the end.
  expect(caretInFours('FR76 39000 6', 7)).toBe(7);
  expect(caretInFours('FR763', 5)).toBe(6);
  expect(caretInFours('', 0)).toBe(0);
});

test('a space that is erased does not hold the caret back', () => {
  // Backspace took the space after FR76: the next one takes the 6.
  expect(caretInFours('FR763000', 4)).toBe(4);
});
