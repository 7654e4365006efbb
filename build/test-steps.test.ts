import { expect, test } from 'vitest';
import { chooseSteps, TEST_STEPS } from './test-steps.ts';

test('everything is tested unless a part is asked for', () => {
  expect(chooseSteps([])).toEqual(TEST_STEPS);
});

test('a part can be asked for alone', () => {
  expect(chooseSteps(['unit'])).toEqual(TEST_STEPS.filter(({ group }) => group === 'unit'));
});

test('a part that does not exist is named, with those that do', () => {
  expect(chooseSteps(['units'])).toBe('"units" is not understood. There is: check, unit, chaos, e2e.');
});
