import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One short text that changes when a file's name or content changes, or when one comes or goes. Content, not
 * time: a fresh checkout of the same files is the same.
 * @param {readonly string[]} paths files and folders (taken with all that is below); what is missing counts too
 * @param {(path: string) => boolean} [counts] which files matter
 * @returns {string}
 */
export function fingerprintOf(paths, counts = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(path)) {
      if (counts(file)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * A stamp remembers from what a thing was made, in a file that goes away together with the thing.
 * @param {string} file
 */
export function stampAt(file) {
  return {
    /** @param {string} fingerprint */
    matches: (fingerprint) => existsSync(file) && readFileSync(file, 'utf8') === fingerprint,
    /** @param {string} fingerprint */
    set: (fingerprint) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, fingerprint);
    },
    clear: () => rmSync(file, { force: true }),
  };
}
