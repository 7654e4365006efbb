/**
 * `import('./fr.json?catalogue')`: all of a message catalogue, as a module apart from that of which single texts are
 * imported. Else the first screen, which says a few words, would bring every text of every language.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const CATALOGUE = /^(?<file>.+\.json)\?catalogue$/;

export function wholeCatalogues(): Plugin {
  return {
    name: 'whole-catalogues',
    async load(id) {
      const file = CATALOGUE.exec(id)?.groups?.file;
      if (!file) return null;
      this.addWatchFile(file);
      return { code: `export default ${await readFile(file, 'utf8')}`, moduleType: 'js' };
    },
  };
}
