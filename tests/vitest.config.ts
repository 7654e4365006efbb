import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    include: [
      '{main,preload,renderer,build}/**/*.test.{ts,tsx}',
      'tests/{chaos,integration,packaging,sandbox,security,bench,tour}/**/*.test.ts',
    ],
    environment: 'node',
    setupFiles: ['tests/property-seed.ts'],
    // Two cores, and some tests start real programs.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: `${root}/out/tests/vitest.json` }]],
  },
});
