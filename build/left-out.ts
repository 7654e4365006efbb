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

/** Of it, the library for printers needs the instant that some printer's clock shows (half a megabyte of memory). */
const DATES = 'moment';
const IPP = /\/node_modules\/@sealsystems\/ipp\//;

const NOTHING = '\0nothing';
const INSTANT = '\0instant';

const INSTANT_CODE = `
const parts = ['utcOffset', 'year', 'month', 'date', 'hour', 'minute', 'second', 'millisecond'];
module.exports = () => {
  const told = {};
  return {
    ...Object.fromEntries(parts.map((part) => [part, (value) => { told[part] = value; }])),
    toISOString() {
      const { year, month, date, hour, minute, second, millisecond } = told;
      const local = Date.UTC(year, month, date, hour, minute, second, millisecond);
      return new Date(local - told.utcOffset * 60000).toISOString();
    },
  };
};
`;

export function leftOut(): Plugin {
  return {
    name: 'left-out',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (source === FORMS && AXIOS.test(importer)) return NOTHING;
      return source === DATES && IPP.test(importer) ? INSTANT : null;
    },
    load(id) {
      if (id === NOTHING) return 'export default {};';
      return id === INSTANT ? INSTANT_CODE : null;
    },
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
