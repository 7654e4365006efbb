import { existsSync } from 'node:fs';
import { fingerprintOf, stampAt } from '../fingerprint.mjs';
import { projectEnvironment, projectNode, projectRoot } from '../project.mjs';
import { runQuietly } from '../quiet-program.mjs';

const BUILD_TIMEOUT_SECONDS = 300;

const settings = `${projectRoot}/build/electron.vite.config.ts`;
const deskSettings = `${projectRoot}/build/desk.vite.config.ts`;
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
  deskSettings,
  `${projectRoot}/build/native-modules.mjs`,
];

/** @type {import('./set-up.mjs').Measure} */
export const application = {
  isInPlace: () =>
    builtFrom.matches(sources()) &&
    [`${projectRoot}/out/main/index.js`, `${projectRoot}/out/desk/index.html`].every((file) =>
      existsSync(file),
    ),
  doing: 'Application build',

  carryOut: async () => {
    const before = sources();
    builtFrom.clear();
    const node = projectNode() ?? process.execPath;
    // The desk's page takes the kiosk's looks from what was built before it.
    for (const { builder, config } of [
      { builder: `${projectRoot}/node_modules/electron-vite/bin/electron-vite.js`, config: settings },
      { builder: `${projectRoot}/node_modules/vite/bin/vite.js`, config: deskSettings },
    ]) {
      const words = [builder, 'build', '--config', config, '--logLevel', 'warn'];
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
    }
    builtFrom.set(before);
    return { ok: true };
  },
};

function sources() {
  return fingerprintOf(SOURCES, (file) => !/\.test\.tsx?$/.test(file));
}
