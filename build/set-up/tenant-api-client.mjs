import { existsSync, rmSync } from 'node:fs';
import { fingerprintOf, stampAt } from '../fingerprint.mjs';
import { projectEnvironment, projectNode, projectRoot } from '../project.mjs';
import { runQuietly } from '../quiet-program.mjs';

const GENERATION_TIMEOUT_SECONDS = 120;

const room = `${projectRoot}/main/tenant-api`;
const generated = `${room}/generated`;
const settings = `${projectRoot}/build/orval.config.mjs`;
const madeFrom = stampAt(`${generated}/.made-from`);

/** @type {import('./set-up.mjs').Measure} */
export const tenantApiClient = {
  isInPlace: () => madeFrom.matches(sources()),
  doing: 'Tenant API client from its contract',

  carryOut: async () => {
    const before = sources();
    rmSync(generated, { recursive: true, force: true });
    const node = projectNode() ?? process.execPath;
    const orval = `${projectRoot}/node_modules/orval/dist/bin/orval.mjs`;
    const generation = await runQuietly(node, [orval, '--config', settings], {
      environment: projectEnvironment(node),
      timeoutSeconds: GENERATION_TIMEOUT_SECONDS,
    });
    const isComplete = ['operations.ts', 'answers.ts', 'model'].every((name) =>
      existsSync(`${generated}/${name}`),
    );
    if (!generation.ok || !isComplete) {
      return {
        ok: false,
        detail: generation.output,
        missing: 'The tenant API client could not be generated.',
        remedy: 'Mend main/tenant-api/openapi.yaml where it is said above.',
      };
    }
    madeFrom.set(before);
    return { ok: true };
  },
};

function sources() {
  return fingerprintOf([
    `${room}/openapi.yaml`,
    `${room}/send.ts`,
    settings,
    `${projectRoot}/package-lock.json`,
  ]);
}
