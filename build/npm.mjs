import { runQuietly } from './quiet-program.mjs';

/** Nothing that is installed runs code of its own, and npm says only what went wrong. */
const OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * @param {readonly string[]} words
 * @param {{ folder: string, timeoutSeconds: number }} options
 */
export function runNpm(words, options) {
  // Under `npm start` this is the very npm that runs us; it need not be the first one on the path.
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js')
    ? runQuietly(process.execPath, [npm, ...words, ...OPTIONS], options)
    : runQuietly('npm', [...words, ...OPTIONS], options);
}
