/** What went wrong in a test run, in few lines: whoever reads only the end of a long log should know where to look. */
import { stripVTControlCharacters } from 'node:util';

export interface TestFailure {
  readonly test: string;
  readonly lines: readonly string[];
}

/** What vitest's `json` reporter writes, as far as it is needed. A file that cannot even be loaded has no tests. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      /** Of every try, also of one that passed at last. */
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface PlaywrightError {
  readonly message?: string;
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: string;
      readonly results: readonly { readonly errors: readonly PlaywrightError[] }[];
    }[];
  }[];
}

/** What Playwright's `json` reporter writes, as far as it is needed. `errors` are those outside of any test. */
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly PlaywrightError[];
}

/** Enough to see what was expected and what came instead. */
const MOST_LINES = 8;

export function vitestFailures({ testResults }: VitestReport): TestFailure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [failure(name, message)];
    return assertionResults
      .filter((each) => each.status === 'failed')
      .map(({ fullName, failureMessages }) => failure(`${name}: ${fullName}`, failureMessages.join('\n')));
  });
}

/** What failed once and passed at the second try, with what it said when it failed. */
export function vitestUnsteady({ testResults }: VitestReport): TestFailure[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => failure(`${name}: ${fullName}`, failureMessages.join('\n'))),
  );
}

export function playwrightFailures({ suites, errors }: PlaywrightReport): TestFailure[] {
  return [
    ...errors.map(({ message = '' }) => failure('outside of any test', message)),
    ...suites.flatMap((suite) => failuresOfSuite(suite, 'unexpected')),
  ];
}

/** As with vitest's. */
export function playwrightUnsteady({ suites }: PlaywrightReport): TestFailure[] {
  return suites.flatMap((suite) => failuresOfSuite(suite, 'flaky'));
}

function failuresOfSuite(
  { suites = [], specs }: PlaywrightSuite,
  fate: 'unexpected' | 'flaky',
): TestFailure[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === fate)
      .map(({ projectName, results }) => {
        const messages = results.flatMap((result) => result.errors).map(({ message = '' }) => message);
        return failure(`[${projectName}] ${file}:${line}: ${title}`, messages.join('\n'));
      }),
  );
  return [...own, ...suites.flatMap((suite) => failuresOfSuite(suite, fate))];
}

function failure(test: string, message: string): TestFailure {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES);
  return { test, lines };
}
