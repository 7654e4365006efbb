import { existsSync } from 'node:fs';
import { fingerprintOf, stampAt } from '../fingerprint.mjs';
import { projectEnvironment, projectNode, projectRoot } from '../project.mjs';
import { runQuietly } from '../quiet-program.mjs';

const BUILD_TIMEOUT_SECONDS = 300;

const settings = `${projectRoot}/build/electron.vite.config.ts`;
const builtFrom = stampAt(`${projectRoot}/out/.built-from`);

const SOURCES = [
  ...[
    'main',
    'preload',
    'renderer',
    'kiosk-config',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ].map((name) => `${projectRoot}/${name}`),
  settings,
  `${projectRoot}/build/native-modules.mjs`,
];

/** @type {import('./set-up.mjs').Measure} */
export const application = {
  isInPlace: () => builtFrom.matches(sources()) && existsSync(`${projectRoot}/out/main/index.js`),
  doing: 'Application build',

  carryOut: async () => {
    const before = sources();
    builtFrom.clear();
    const node = projectNode() ?? process.execPath;
    const words = [
      `${projectRoot}/node_modules/electron-vite/bin/electron-vite.js`,
      'build',
      ...['--config', settings, '--logLevel', 'warn'],
    ];
    const build = await runQuietly(node, words, {
      environment: projectEnvironment(node),
      timeoutSeconds: BUILD_TIMEOUT_SECONDS,
    });
    if (!build.ok) {
      return {
        ok: false,
        detail: build.output,
        missing: 'The application could not be built.',
        remedy: 'Mend what is said above; `npm run check` may say more.',
      };
    }
    builtFrom.set(before);
    return { ok: true };
  },
};

function sources() {
  return fingerprintOf(SOURCES, (file) => !/\.test\.tsx?$/.test(file));
}
