import { resolve } from 'node:path';
import { defineConfig } from 'playwright/test';
import type { KioskOptions } from './e2e/kiosk.ts';

const out = resolve(import.meta.dirname, '../out/tests');

export default defineConfig<KioskOptions>({
  testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'],
  outputDir: `${out}/e2e`,
  // Kiosks and their sandboxes know nothing of each other. Two are at work, and one waits for a clock meanwhile.
  workers: 3,
  // What passes only at the second try is named as unsteady at the end of `npm test`, to be understood and mended.
  retries: 1,
  // On a machine that is busy with something else, too. Nobody waits so long but for a failure.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  projects: [
    { name: 'waiting', use: { orientation: 'portrait' }, grep: /@waits/, workers: 1 },
    { name: 'portrait', use: { orientation: 'portrait' }, grepInvert: /@waits/, workers: 2 },
    // The screens that are laid out differently when the terminal lies on its side.
    { name: 'landscape', use: { orientation: 'landscape' }, grep: /@landscape/, workers: 2 },
  ],
  reporter: [['list'], ['json', { outputFile: `${out}/playwright.json` }]],
});
