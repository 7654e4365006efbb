import { spawnSync } from 'node:child_process';
import { RUN_MARKER } from '../processes/run-marker.mjs';
import { runQuietly } from '../quiet-program.mjs';
import {
  DPKG_FORMAT,
  installedPackages,
  missingLibraries,
  namesToInstall,
  packagesOnOffer,
} from './debian-answers.mjs';
import { DEBIAN_PACKAGES } from './debian-package-list.mjs';

const APT_TIMEOUT_SECONDS = 1_800;

/** Another apt at work (unattended upgrades, say) is waited for, not run into. */
const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3', '-q'];

/** @type {import('./set-up.mjs').Measure} */
export const debianPackages = {
  isInPlace: () => missingPackages().length === 0,
  doing: 'Debian packages',
  carryOut: () => (process.getuid?.() === 0 ? install() : askForThem()),
};

/** @returns {Promise<import('./set-up.mjs').Outcome>} */
async function install() {
  // Not marked as ours, so that nothing ends it half-way: that would leave Debian's database in disorder.
  const { [RUN_MARKER]: _, ...unmarked } = process.env;
  const environment = { ...unmarked, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const apt = (/** @type {string[]} */ ...words) =>
    runQuietly('apt-get', [...APT_OPTIONS, ...words], { environment, timeoutSeconds: APT_TIMEOUT_SECONDS });

  const update = await apt('update');
  const names = missingNames();
  const installation = await apt('install', '-y', '--no-install-recommends', ...names);
  if (installation.ok && missingPackages().length === 0)
    return { ok: true, note: `${names.length} installed` };

  const complaints = [update, installation].filter(({ ok }) => !ok).map(({ output }) => output);
  return {
    ok: false,
    detail: complaints.join('\n'),
    missing: `These Debian packages are missing and could not be installed: ${names.join(' ')}`,
    remedy: 'Mend what apt-get says above (network, /etc/apt/sources.list), then start again.',
  };
}

/** @returns {Promise<import('./set-up.mjs').Outcome>} */
async function askForThem() {
  return {
    ok: false,
    missing: 'Some Debian packages are missing. Install them with this line, then start again:',
    remedy: `sudo apt-get install -y --no-install-recommends ${missingNames().join(' ')}`,
  };
}

function missingPackages() {
  const names = DEBIAN_PACKAGES.flatMap((library) => library.names);
  const query = spawnSync('dpkg-query', ['--show', `--showformat=${DPKG_FORMAT}\n`, ...names], {
    encoding: 'utf8',
  });
  return missingLibraries(DEBIAN_PACKAGES, installedPackages(query.stdout ?? ''));
}

function missingNames() {
  const missing = missingPackages();
  const policy = spawnSync('apt-cache', ['policy', ...missing.flatMap(({ names }) => names)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return namesToInstall(missing, packagesOnOffer(policy.stdout ?? ''));
}
