import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { keptOut, leftOut } from './left-out.ts';
import { NATIVE_MODULES, REPLACEABLE_LIBRARIES } from './native-modules.mjs';
import { oneByteCharacters } from './one-byte-characters.ts';
import { requiredBuiltins } from './required-builtins.ts';
import { wholeCatalogues } from './whole-catalogues.ts';

const root = resolve(import.meta.dirname, '..');

/** The oldest Electron that this runs on is 42: Node.js 24.15, Chromium 148. */
const NODE_TARGET = 'node24.15';
const CHROMIUM_TARGET = 'chrome148';

export default defineConfig({
  main: {
    plugins: [leftOut(), requiredBuiltins(), oneByteCharacters()],
    build: {
      outDir: `${root}/out/main`,
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: `${root}/main/index.ts` },
        // Everything else is bundled.
        external: [...NATIVE_MODULES, ...REPLACEABLE_LIBRARIES],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // V8 keeps the text of what it runs. Names stay: the IPP library looks its own up.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: `${root}/out/preload`,
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: `${root}/preload/index.ts` },
        // A sandboxed preload script has no ES modules.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: `${root}/renderer`,
    // Main checks all that is said: the page takes types alone from the contract.
    plugins: [react(), keptOut(['zod']), wholeCatalogues(), oneByteCharacters()],
    build: {
      outDir: `${root}/out/renderer`,
      target: CHROMIUM_TARGET,
      minify: true,
      sourcemap: false,
      // No `data:` addresses: the content security policy allows none.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: `${root}/renderer/index.html` } },
    },
  },
});
