import { resolve } from 'node:path';
import { defineConfig } from 'playwright/test';
import type { KioskOptions } from './e2e/kiosk.ts';

const out = resolve(import.meta.dirname, '../out/tests');

export default defineConfig<KioskOptions>({
  testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'],
  outputDir: `${out}/e2e`,
  // One kiosk at a time, as in the hall; figures of time are taken on two cores.
  workers: 1,
  // A test that passes only now and then is a failure to be understood.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'portrait', use: { orientation: 'portrait' } },
    // The screens that are laid out differently when the terminal lies on its side.
    { name: 'landscape', use: { orientation: 'landscape' }, grep: /@landscape/ },
  ],
  reporter: [['list'], ['json', { outputFile: `${out}/playwright.json` }]],
});
