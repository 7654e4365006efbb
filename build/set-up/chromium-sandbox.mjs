import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { electronRuntime } from '../electron-runtime.mjs';

/** The set-user-id bit of stat(2). */
const SET_USER_ID = 0o4000;

/**
 * Chromium puts pages behind a wall made of user namespaces, or by its helper `chrome-sandbox` with root's rights.
 * Debian allows every user the first; Ubuntu since 23.10 does not.
 * @type {import('./set-up.mjs').Measure}
 */
export const chromiumSandbox = {
  isInPlace: () => process.getuid?.() === 0 || mayMakeNamespaces() || helperHasRights(),
  doing: "Chromium's sandbox",
  carryOut: async () => ({
    ok: false,
    missing: 'This system keeps Chromium from making its sandbox. Allow it with this line, then start again:',
    remedy: `sudo chown root '${helper()}' && sudo chmod 4755 '${helper()}'`,
  }),
};

function mayMakeNamespaces() {
  return spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0;
}

function helperHasRights() {
  const { uid, mode } = statSync(helper());
  return uid === 0 && (mode & SET_USER_ID) !== 0;
}

function helper() {
  return `${electronRuntime().folder}/chrome-sandbox`;
}
