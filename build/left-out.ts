/**
 * What a library brings along for uses that the kiosk has not. V8 keeps the text of all that is loaded, used or not, so
 * these parts are replaced by nothing; whoever used one after all would be told by the first test that does.
 */
import type { Plugin } from 'vite';

const AXIOS = /\/node_modules\/axios\//;

/** Neither the central API nor a payment terminal is asked by HTTP/2: 200 kB of Node.js itself. */
const HTTP2_IMPORT = /^import http2 from 'http2';$/m;

/** Bodies of requests are JSON and streams: no forms, and no table of all the types of file that there are (145 kB). */
const FORMS = 'form-data';

const NOTHING = '\0nothing';

export function leftOut(): Plugin {
  return {
    name: 'left-out',
    enforce: 'pre',
    resolveId: (source, importer = '') => (source === FORMS && AXIOS.test(importer) ? NOTHING : null),
    load: (id) => (id === NOTHING ? 'export default {};' : null),
    // Node.js's own modules are never resolved by a plug-in.
    transform: (code, id) => (AXIOS.test(id) ? code.replace(HTTP2_IMPORT, 'const http2 = {};') : null),
  };
}

/** @param modules whose weight a page is never to carry: whoever imports one is told when it is built */
export function keptOut(modules: readonly string[]): Plugin {
  return {
    name: 'kept-out',
    enforce: 'pre',
    resolveId(source, importer) {
      if (modules.includes(source))
        this.error(`${source} is kept out of the page, and ${importer} brings it in`);
      return null;
    },
  };
}
