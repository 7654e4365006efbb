import { existsSync, readFileSync } from 'node:fs';
import { runNpm } from '../npm.mjs';
import { NODE_MAJOR, projectNode, projectRoot } from '../project.mjs';

const INSTALL_TIMEOUT_SECONDS = 1_800;

/** @type {import('./set-up.mjs').Measure} */
export const nodeModules = {
  isInPlace: () => isInstalledAsLocked(projectRoot) && projectNode() !== undefined,
  doing: 'Dependencies from the lock file',

  carryOut: async () => {
    const installation = await runNpm(['ci'], {
      folder: projectRoot,
      timeoutSeconds: INSTALL_TIMEOUT_SECONDS,
    });
    if (!installation.ok) {
      return {
        ok: false,
        detail: installation.output,
        missing: 'The dependencies could not be installed.',
        remedy: 'Mend what npm says above (it must reach its registry), then start again.',
      };
    }
    if (projectNode() === undefined) {
      return {
        ok: false,
        missing: `There is no Node.js ${NODE_MAJOR} for ${process.platform} on ${process.arch} among the dependencies.`,
        remedy: `Install Node.js ${NODE_MAJOR} or later on this machine, then start again.`,
      };
    }
    return { ok: true };
  },
};

/**
 * npm writes down, when it has finished, what it installed. All that the lock file asks for must be in there; what
 * is optional may be missing, since it may be for another platform.
 * @param {string} folder
 */
export function isInstalledAsLocked(folder) {
  const installedFile = `${folder}/node_modules/.package-lock.json`;
  if (!existsSync(installedFile)) return false;

  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(`${folder}/package-lock.json`)).every(([path, locked]) => {
    if (path === '') return true;
    const found = installed[path];
    return found
      ? found.version === locked.version && found.integrity === locked.integrity
      : locked.optional === true;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
