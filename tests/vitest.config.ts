import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = resolve(import.meta.dirname, '..');

/** What a test could leave behind for the file after it: replaced modules, globals and clocks. */
const LEAVES_SOMETHING = /\bvi\.(do)?mock\b|\bstub(Global|Env)\b|\buseFakeTimers\b|\bprocess\.(env|chdir)\b/;

/** What starts a program, itself or by way of the sandbox. */
const STARTS_PROGRAMS = /\bnode:child_process\b|\bstart(Sandbox|Printer|Keyring|MessageBus|VirtualScreen)\b/;

/** Begun first, so that nobody waits at the end for one file that was begun last: each takes half a minute or more. */
const LONG = [
  'build/start.test.ts',
  'tests/chaos/sync/chaos.test.ts',
  'tests/security/ipc-fuzz/router-fuzz.test.ts',
];

class LongFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((file) => moduleId.endsWith(`/${file}`));
    return [...sorted.filter(isLong), ...sorted.filter((each) => !isLong(each))];
  }
}

const files = globSync(['{main,preload,renderer,build}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'], {
  cwd: root,
});
const withPrograms = files.filter(
  (file) =>
    /^tests\/(integration|packaging|sandbox\/(?!tenant-api))/.test(file) || says(file, STARTS_PROGRAMS),
);
const ofParts = files.filter((file) => !withPrograms.includes(file));
const alone = ofParts.filter((file) => !isOfOneProcess(file) || says(file, LEAVES_SOMETHING));

export default defineConfig({
  root,
  test: {
    environment: 'node',
    setupFiles: ['tests/property-seed.ts'],
    // On a machine that is busy with something else, too. Nobody waits so long but for a failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Half of the time is spent waiting for sockets, clocks and other programs; by itself vitest takes one of two cores.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
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
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'programs',
          // Another program may come late on a busy machine. What passes only at the second try is named as unsteady
          // at the end of `npm test`, to be understood and mended.
          retry: 1,
          include: withPrograms,
        },
      },
    ],
  },
});

function isOfOneProcess(file: string): boolean {
  return /^(main|preload|renderer|tests\/sandbox\/tenant-api)\//.test(file);
}

function says(file: string, words: RegExp): boolean {
  return words.test(readFileSync(resolve(root, file), 'utf8'));
}
