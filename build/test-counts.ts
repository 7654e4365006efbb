export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest's `json` reporter writes, as far as it is needed. A file that cannot even be loaded has no tests. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** What Playwright's `json` reporter writes, as far as it is needed. `errors` are those outside of any test. */
interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

export function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): TestCounts {
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** What passed at the second try has passed; it is named apart (test-failures.ts). */
export function countPlaywright({ stats, errors }: PlaywrightReport): TestCounts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
