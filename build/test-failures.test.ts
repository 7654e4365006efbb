import { expect, test } from 'vitest';
import { playwrightFailures, playwrightUnsteady, vitestFailures, vitestUnsteady } from './test-failures.ts';

test('a failed test of vitest is named with its file and the first lines of what it said', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);

  const failures = vitestFailures({
    testResults: [
      {
        name: 'main/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'adds up', status: 'failed', failureMessages: [`\u001b[31m${lines.join('\n\n')}`] },
          { fullName: 'takes away', status: 'passed', failureMessages: [] },
        ],
      },
    ],
  });

  expect(failures).toEqual([{ test: 'main/a.test.ts: adds up', lines: lines.slice(0, 8) }]);
});

test('a file that cannot be loaded is named', () => {
  const testResults = [
    { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
  ];

  expect(vitestFailures({ testResults })).toEqual([{ test: 'b.test.ts', lines: ['no such module'] }]);
});

test('a test of vitest that passed only at the second try is told apart from those that failed', () => {
  const told = (status: string, ...failureMessages: string[]) => ({
    fullName: `is ${status}`,
    status,
    failureMessages,
  });
  const assertionResults = [told('passed'), told('passed', 'late'), told('failed', 'wrong', 'wrong')];
  const report = { testResults: [{ name: 'c.test.ts', status: 'failed', message: '', assertionResults }] };

  expect(vitestUnsteady(report)).toEqual([{ test: 'c.test.ts: is passed', lines: ['late'] }]);
  expect(vitestFailures(report).map(({ test }) => test)).toEqual(['c.test.ts: is failed']);
});

test('a failed test in the window is named with its place, however deep it stands', () => {
  const spec = (status: string) => ({
    title: 'nobody gets out',
    file: 'escape.spec.ts',
    line: 24,
    tests: [{ projectName: 'portrait', status, results: [{ errors: [{ message: 'Expected: []' }] }] }],
  });

  const failures = playwrightFailures({
    suites: [{ specs: [spec('expected')], suites: [{ specs: [spec('unexpected')] }] }],
    errors: [{ message: 'no display' }],
  });

  expect(failures).toEqual([
    { test: 'outside of any test', lines: ['no display'] },
    { test: '[portrait] escape.spec.ts:24: nobody gets out', lines: ['Expected: []'] },
  ]);
});

test('a test that passed only at the second try is told apart from those that failed', () => {
  const spec = (status: string) => ({
    title: `is ${status}`,
    file: 'pay.spec.ts',
    line: 7,
    tests: [
      { projectName: 'portrait', status, results: [{ errors: [{ message: 'late' }] }, { errors: [] }] },
    ],
  });
  const report = { suites: [{ specs: [spec('expected'), spec('flaky'), spec('unexpected')] }], errors: [] };

  expect(playwrightUnsteady(report)).toEqual([
    { test: '[portrait] pay.spec.ts:7: is flaky', lines: ['late'] },
  ]);
  expect(playwrightFailures(report).map(({ test }) => test)).toEqual([
    '[portrait] pay.spec.ts:7: is unexpected',
  ]);
});
