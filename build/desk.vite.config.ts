/**
 * The page from which staff at the desk guide people at a kiosk: static files in out/desk, which the landlord's system
 * serves beside the API. With them go the kiosk's own style sheets and letters, so that its screens look there as they
 * do here; no style comes over the line.
 */
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { keptOut } from './left-out.ts';

const root = resolve(import.meta.dirname, '..');
const folder = `${root}/out/desk`;

/** Of this build: their names are those that the kiosk speaks of. */
function looksOfKiosk(): Plugin {
  return {
    name: 'looks-of-kiosk',
    closeBundle() {
      cpSync(`${root}/out/renderer/assets`, `${folder}/kiosk/assets`, {
        recursive: true,
        filter: (file) => !/\.\w+$/.test(file) || /\.(css|woff2)$/.test(file),
      });
    },
  };
}

export default defineConfig({
  root: `${root}/renderer/desk`,
  base: './',
  plugins: [react(), keptOut(['zod']), looksOfKiosk()],
  build: {
    outDir: folder,
    emptyOutDir: true,
    // Browsers of an office, of the last two years.
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
});
