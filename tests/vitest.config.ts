import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** What a test could leave behind for the file after it: replaced modules, globals and clocks. */
const LEAVES_SOMETHING = /\bvi\.(do)?mock\b|\bstub(Global|Env)\b|\buseFakeTimers\b|\bprocess\.(env|chdir)\b/;

const ofParts = globSync(
  ['{main,preload,renderer}/**/*.test.{ts,tsx}', 'tests/sandbox/tenant-api/**/*.test.ts'],
  {
    cwd: root,
  },
);
const alone = ofParts.filter((file) => LEAVES_SOMETHING.test(readFileSync(resolve(root, file), 'utf8')));

export default defineConfig({
  root,
  test: {
    environment: 'node',
    setupFiles: ['tests/property-seed.ts'],
    // Two cores, and some tests start real programs.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Half of the time is spent waiting for sockets, clocks and other programs; by itself vitest takes one of two cores.
    maxWorkers: 3,
    reporters: ['default', ['json', { outputFile: `${root}/out/tests/vitest.json` }]],
    projects: [
      {
        extends: true,
        test: {
          // One process for many files: to load the same parts for each file took longer than the tests.
          name: 'parts',
          isolate: false,
          include: ofParts.filter((file) => !alone.includes(file)),
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [
            ...alone,
            'build/**/*.test.ts',
            'tests/{chaos,integration,packaging,security,bench,tour}/**/*.test.ts',
            'tests/sandbox/**/*.test.ts',
          ],
          exclude: ['tests/sandbox/tenant-api/**'],
        },
      },
    ],
  },
});
