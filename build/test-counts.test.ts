import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.ts';

test("vitest's tests are counted", () => {
  const testResults = [{ status: 'failed', assertionResults: [{}, {}] }];

  expect(countVitest({ numPassedTests: 7, numFailedTests: 2, testResults })).toEqual({
    passed: 7,
    failed: 2,
  });
});

test('a file that cannot be loaded is a failure though it has no tests', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ];

  expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
    passed: 1,
    failed: 1,
  });
});

test("Playwright's tests are counted, and one that passed at the second try has passed", () => {
  const stats = { expected: 12, unexpected: 2, flaky: 1 };

  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 13, failed: 2 });
});

test('what goes wrong outside of any test is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0 };

  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 0, failed: 1 });
});
