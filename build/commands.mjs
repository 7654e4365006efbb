import { projectRoot } from './project.mjs';
import { application } from './set-up/application.mjs';
import { measuresForBuilding, measuresForPackaging, measuresForRunning } from './set-up/set-up.mjs';

/**
 * What can be asked of `npm run`: what has to be in place before, and the program that then does it (run by the
 * project's own Node.js, first its file, then words for it), if the set-up is not all there is to do.
 * @type {Readonly<Record<string, { measures: readonly import('./set-up/set-up.mjs').Measure[], program?: readonly string[] }>>}
 */
export const COMMANDS = {
  start: { measures: measuresForRunning, program: [`${projectRoot}/build/start.ts`] },
  test: { measures: measuresForRunning, program: [`${projectRoot}/build/test.ts`] },
  tour: { measures: measuresForRunning, program: onScreen('tests/tour/tour.ts') },
  bench: { measures: measuresForRunning, program: onScreen('tests/bench/bench.ts') },
  'chaos:payment': { measures: measuresForRunning, program: onScreen('tests/chaos/payment/chaos.ts') },
  'chaos:sync': { measures: measuresForRunning, program: [`${projectRoot}/tests/chaos/sync/chaos.ts`] },
  'sim:fleet': { measures: measuresForRunning, program: [`${projectRoot}/tests/sim/fleet.ts`] },
  doctor: { measures: measuresForRunning, program: [`${projectRoot}/build/doctor.mjs`] },
  build: { measures: [...measuresForBuilding, application] },
  dist: { measures: measuresForPackaging, program: [`${projectRoot}/build/dist.ts`] },
  'dist:trial': { measures: measuresForPackaging, program: [`${projectRoot}/build/dist-trial.ts`] },
  check: { measures: measuresForBuilding, program: [`${projectRoot}/build/test.ts`, 'check'] },
  'set-up': { measures: measuresForRunning },
};

/** @param {string} file */
function onScreen(file) {
  return [`${projectRoot}/build/on-screen.ts`, `${projectRoot}/${file}`];
}
