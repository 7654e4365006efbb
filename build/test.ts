/** What `npm test` and `npm run check` do when everything is in place. Every step runs, so that all failures show. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { projectRoot } from './project.mjs';
import { countPlaywright, countVitest, type TestCounts } from './test-counts.ts';
import {
  playwrightFailures,
  playwrightUnsteady,
  type TestFailure,
  vitestFailures,
  vitestUnsteady,
} from './test-failures.ts';
import { chooseSteps, type TestStep } from './test-steps.ts';

const EXIT_USAGE = 2;
/** The configs in tests/ say the same. */
const REPORTS = { vitest: 'out/tests/vitest.json', playwright: 'out/tests/playwright.json' };

const NOTHING_REPORTED: Reported = { counts: { passed: 0, failed: 0 }, failures: [], unsteady: [] };

interface Reported {
  counts: TestCounts;
  failures: TestFailure[];
  unsteady: TestFailure[];
}

const steps = chooseSteps(process.argv.slice(2));
if (typeof steps === 'string') {
  process.stderr.write(`${steps}\n`);
  process.exit(EXIT_USAGE);
}

const results: ({ step: TestStep; ok: boolean; seconds: number } & Reported)[] = [];
for (const step of steps) results.push(await run(step));

const passed = sum(results.map(({ counts }) => counts.passed));
const failed = sum(results.map(({ counts }) => counts.failed));

for (const { failures, unsteady } of results) {
  for (const failure of unsteady) tell('UNSTEADY', failure);
  for (const failure of failures) tell('FAILED  ', failure);
}
process.stdout.write('\n');
for (const { step, ok, seconds } of results) {
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds.toFixed(1)} s)\n`);
}
if (steps.some(({ report }) => report)) process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function run(step: TestStep): Promise<(typeof results)[number]> {
  process.stdout.write(`\n== ${step.name}\n`);
  const startedAt = performance.now();
  const reportFile = step.report && `${projectRoot}/${REPORTS[step.report]}`;
  if (reportFile) rmSync(reportFile, { force: true });

  const [program, ...words] = step.command;
  const child = spawn(`${projectRoot}/node_modules/.bin/${program}`, words, {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  const [exitCode] = await once(child, 'exit');

  const { counts, failures, unsteady } =
    reportFile && existsSync(reportFile) ? read(step.report, reportFile) : NOTHING_REPORTED;
  const ok = exitCode === 0 && counts.failed === 0;
  return {
    step,
    ok,
    // A step that fails without a failed test (a type, a crash, no test at all) is one failure.
    failures,
    unsteady,
    counts: ok ? counts : { ...counts, failed: Math.max(1, counts.failed) },
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

function read(report: TestStep['report'], file: string): Reported {
  const figures = JSON.parse(readFileSync(file, 'utf8'));
  return report === 'vitest'
    ? {
        counts: countVitest(figures),
        failures: vitestFailures(figures),
        unsteady: vitestUnsteady(figures),
      }
    : {
        counts: countPlaywright(figures),
        failures: playwrightFailures(figures),
        unsteady: playwrightUnsteady(figures),
      };
}

function tell(fate: string, { test, lines }: TestFailure): void {
  process.stdout.write(`\n${fate}  ${test}\n${lines.map((line) => `        ${line}\n`).join('')}`);
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
