/** `npm run dist:trial`: an unpacked, plainly marked trial in out/trial. */
import { electronRuntime } from './electron-runtime.mjs';
import { makeTrial, TRIAL_EXECUTABLE, TRIAL_NOTICE } from './packaging/trial.ts';
import { projectRoot } from './project.mjs';

const runtime = electronRuntime();
const folder = await makeTrial(runtime, `${projectRoot}/out/trial`);
process.stdout.write(
  [
    '',
    `TRIAL, on Electron ${runtime.version} (${runtime.kind}). It is marked as one in ${TRIAL_NOTICE}.`,
    `It starts, as an ordinary user, with ${folder}/${TRIAL_EXECUTABLE}`,
    '',
  ].join('\n'),
);
