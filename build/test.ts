/** What `npm test` and `npm run check` do when everything is in place. Every step runs, so that all failures show. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { projectRoot } from './project.mjs';
import { countPlaywright, countVitest, type TestCounts } from './test-counts.ts';
import {
  playwrightFailures,
  playwrightUnsteady,
  type TestFailure,
  vitestFailures,
  vitestUnsteady,
} from './test-failures.ts';
import { chooseTurns, type TestStep } from './test-steps.ts';

const EXIT_USAGE = 2;
/** The configs in tests/ say the same. */
const REPORTS = { vitest: 'out/tests/vitest.json', playwright: 'out/tests/playwright.json' };

const NOTES = 'out/tests';

const NOTHING_REPORTED: Reported = { counts: { passed: 0, failed: 0 }, failures: [], unsteady: [] };

interface Reported {
  counts: TestCounts;
  failures: TestFailure[];
  unsteady: TestFailure[];
}

interface Result extends Reported {
  step: TestStep;
  ok: boolean;
  seconds: number;
}

const turns = chooseTurns(process.argv.slice(2));
if (typeof turns === 'string') {
  process.stderr.write(`${turns}\n`);
  process.exit(EXIT_USAGE);
}

const results: Result[] = [];
for (const turn of turns) results.push(...(await take(turn)));

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
if (results.some(({ step }) => step.report)) process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** The first one speaks while it runs; what those beside it said comes in one piece each, so that it can be read. */
async function take([first, ...others]: readonly TestStep[]): Promise<Result[]> {
  if (!first) return [];
  mkdirSync(`${projectRoot}/${NOTES}`, { recursive: true });
  const besides = others.map(async (step, at) => {
    const file = `${projectRoot}/${NOTES}/beside-${at + 1}.txt`;
    const note = openSync(file, 'w');
    const result = await run(step, note);
    closeSync(note);
    return { result, said: readFileSync(file, 'utf8') };
  });
  process.stdout.write(`\n== ${first.name}\n`);
  const results = [await run(first, 'inherit')];
  for (const beside of besides) {
    const { result, said } = await beside;
    process.stdout.write(`\n== ${result.step.name}\n${said}`);
    results.push(result);
  }
  return results;
}

async function run(step: TestStep, output: 'inherit' | number): Promise<Result> {
  const startedAt = performance.now();
  const reportFile = step.report && `${projectRoot}/${REPORTS[step.report]}`;
  if (reportFile) rmSync(reportFile, { force: true });

  const [program, ...words] = step.command;
  const child = spawn(`${projectRoot}/node_modules/.bin/${program}`, words, {
    cwd: projectRoot,
    stdio: ['inherit', output, output],
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
