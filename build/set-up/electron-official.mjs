import { findElectronRuntime, lockedElectronVersion } from '../electron-runtime.mjs';
import { stampAt } from '../fingerprint.mjs';
import { projectEnvironment, projectNode, projectRoot } from '../project.mjs';
import { runQuietly } from '../quiet-program.mjs';

/** A hundred megabytes on a slow line. Out of reach, it fails at once. */
const DOWNLOAD_TIMEOUT_SECONDS = 600;

/** Which version could not be had: asked for again by `npm run set-up`, or when the dependencies are installed anew. */
const outOfReach = stampAt(`${projectRoot}/node_modules/.set-up/electron-out-of-reach`);

/** @type {import('./set-up.mjs').Measure} */
export const electronOfficial = {
  isInPlace: ({ retryDownloads }) => {
    const kind = findElectronRuntime()?.kind;
    if (kind === 'official' || kind === 'override') return true;
    return !retryDownloads && outOfReach.matches(lockedElectronVersion());
  },
  doing: 'Electron from its official releases',

  carryOut: async () => {
    const node = projectNode() ?? process.execPath;
    const installer = `${projectRoot}/node_modules/electron/install.js`;
    const download = await runQuietly(node, [installer], {
      environment: projectEnvironment(node),
      timeoutSeconds: DOWNLOAD_TIMEOUT_SECONDS,
    });
    const runtime = findElectronRuntime();
    if (download.ok && runtime?.kind === 'official') return { ok: true, note: runtime.version };

    outOfReach.set(lockedElectronVersion());
    const [reason = 'no reason given'] = download.output.split('\n');
    return { ok: true, note: `out of reach: ${reason}` };
  },
};
