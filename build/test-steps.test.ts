import { expect, test } from 'vitest';
import { chooseTurns, TEST_TURNS } from './test-steps.ts';

test('everything is tested unless a part is asked for', () => {
  expect(chooseTurns([])).toEqual(TEST_TURNS);
});

test('a part can be asked for alone', () => {
  expect(chooseTurns(['unit'])).toEqual([TEST_TURNS.flat().filter(({ group }) => group === 'unit')]);
});

test('a part that does not exist is named, with those that do', () => {
  expect(chooseTurns(['units'])).toBe('"units" is not understood. There is: check, unit, chaos, e2e.');
});
