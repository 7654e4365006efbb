/** One thing that `npm test` does. A group is what can be asked for alone: `npm test -- unit`. */
export interface TestStep {
  readonly name: string;
  readonly group: 'check' | 'unit' | 'chaos' | 'e2e';
  readonly command: readonly [program: string, ...words: string[]];
  /** Where it leaves its figures, if it counts tests. */
  readonly report?: 'vitest' | 'playwright';
}

/** The same rounds each time; `npm run chaos:payment` draws others. */
const CHAOS_OF_EACH_RUN = ['--rounds', '100', '--windows', '8', '--seed', '1'];

/** One after the other; what stands in one turn runs side by side, where one waits for what another does not need. */
export const TEST_TURNS: readonly (readonly TestStep[])[] = [
  [
    { name: 'Types of main, preload, build and tests', group: 'check', command: ['tsc', '--noEmit'] },
    { name: 'Types of the screen', group: 'check', command: ['tsc', '--noEmit', '-p', 'renderer'] },
    { name: 'Types of the tests in the window', group: 'check', command: ['tsc', '--noEmit', '-p', 'tests'] },
    { name: 'Format and lint', group: 'check', command: ['biome', 'check', '--error-on-warnings', '.'] },
  ],
  [
    {
      name: 'Unit and integration tests',
      group: 'unit',
      command: ['vitest', 'run', '--config', 'tests/vitest.config.ts'],
      report: 'vitest',
    },
    {
      name: 'Crash test of payments: 100 rounds, and 8 in the window',
      group: 'chaos',
      command: ['node', 'build/on-screen.ts', 'tests/chaos/payment/chaos.ts', ...CHAOS_OF_EACH_RUN],
    },
  ],
  [
    {
      name: 'End-to-end tests',
      group: 'e2e',
      command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
      report: 'playwright',
    },
  ],
];

/** Returns a sentence when there is no such group. */
export function chooseTurns(words: readonly string[]): readonly (readonly TestStep[])[] | string {
  const groups = new Set<string>(TEST_TURNS.flat().map(({ group }) => group));
  const unknown = words.find((word) => !groups.has(word));
  if (unknown !== undefined) return `"${unknown}" is not understood. There is: ${[...groups].join(', ')}.`;
  if (words.length === 0) return TEST_TURNS;
  return TEST_TURNS.map((turn) => turn.filter(({ group }) => words.includes(group))).filter(
    ({ length }) => length > 0,
  );
}
