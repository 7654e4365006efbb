import { resolve } from 'node:path';
import { defineConfig } from 'playwright/test';
import type { KioskOptions } from './e2e/kiosk.ts';

const out = resolve(import.meta.dirname, '../out/tests');

const SPECS = ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'];
/** With a test of more than twenty seconds in them. */
const LONG = [
  'e2e/access/access.spec.ts',
  'security/escape/escape.spec.ts',
  'security/guide.spec.ts',
  'security/ipc-fuzz/*.spec.ts',
  'security/markers*.spec.ts',
];

export default defineConfig<KioskOptions>({
  outputDir: `${out}/e2e`,
  // Kiosks and their sandboxes know nothing of each other. Two cores: each kiosk at work waits now and then for a
  // printer or a terminal, and those of `waiting` for a clock nearly all the time.
  workers: 4,
  // What passes only at the second try is named as unsteady at the end of `npm test`, to be understood and mended.
  retries: 1,
  // On a machine that is busy with something else, too. Nobody waits so long but for a failure.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  projects: [
    { name: 'waiting', testMatch: SPECS, use: { orientation: 'portrait' }, grep: /@waits/, workers: 2 },
    // Begun first, so that no core is idle at the end while the other one is still at one of these.
    { name: 'long', testMatch: LONG, use: { orientation: 'portrait' }, grepInvert: /@waits/, workers: 2 },
    {
      name: 'portrait',
      testMatch: SPECS,
      testIgnore: LONG,
      use: { orientation: 'portrait' },
      grepInvert: /@waits/,
      workers: 3,
    },
    // The screens that are laid out differently when the terminal lies on its side.
    {
      name: 'landscape',
      testMatch: SPECS,
      use: { orientation: 'landscape' },
      grep: /@landscape/,
      workers: 2,
    },
  ],
  reporter: [['list'], ['json', { outputFile: `${out}/playwright.json` }]],
});
