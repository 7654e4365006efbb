import { application } from './application.mjs';
import { chromiumSandbox } from './chromium-sandbox.mjs';
import { debianPackages } from './debian-packages.mjs';
import { electronOfficial } from './electron-official.mjs';
import { electronStandIn } from './electron-stand-in.mjs';
import { nativeModules } from './native-modules.mjs';
import { nodeModules } from './node-modules.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { platform } from './platform.mjs';
import { tenantApiClient } from './tenant-api-client.mjs';

/**
 * One thing that must be there before a command can run.
 * @typedef {object} Measure
 * @property {(options: SetUpOptions) => boolean} isInPlace a cheap look, taken at every start
 * @property {string} doing what is said while it is being done
 * @property {(options: SetUpOptions) => Promise<Outcome>} carryOut
 */

/**
 * `note` ends the measure's line, `notice` is shown in a frame; `missing` and `remedy` are sentences.
 * @typedef {{ ok: true, note?: string, notice?: readonly string[] }
 *   | { ok: false, missing: string, remedy: string, detail?: string }} Outcome
 */

/**
 * `folder`: the checkout, in which one set-up at a time works.
 * @typedef {{ folder: string, retryDownloads: boolean }} SetUpOptions
 */

/** What is needed to check and to build: no Debian package, no Electron. */
export const measuresForBuilding = [nodeModules, tenantApiClient];

/** Everything, in the order in which one needs the other. */
export const measuresForRunning = [
  platform,
  debianPackages,
  nodeModules,
  electronOfficial,
  electronStandIn,
  chromiumSandbox,
  nativeModules,
  tenantApiClient,
  application,
];

/** On Windows there is no sandbox and no stand-in, but an installer can be made. */
export const measuresForPackaging =
  process.platform === 'win32'
    ? [nodeModules, electronOfficial, nativeModules, tenantApiClient, application]
    : measuresForRunning;

/**
 * Carries out what is not in place yet; each measure shows itself in one line.
 * @param {readonly Measure[]} measures
 * @param {SetUpOptions} options
 * @returns {Promise<boolean>} whether everything is in place now
 */
export async function setUp(measures, options) {
  if (measures.every((measure) => measure.isInPlace(options))) return true;

  return oneAtATime(
    options.folder,
    async () => {
      for (const measure of measures) {
        if (!measure.isInPlace(options) && !(await carryOut(measure, options))) return false;
      }
      return true;
    },
    () => process.stderr.write('Another set-up is at work in this folder; waiting for it.\n'),
  );
}

/**
 * @param {Measure} measure
 * @param {SetUpOptions} options
 * @returns {Promise<boolean>}
 */
async function carryOut(measure, options) {
  process.stderr.write(`${measure.doing} … `);
  const startedAt = performance.now();
  const outcome = await measure.carryOut(options);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);

  if (outcome.ok) {
    process.stderr.write(`${outcome.note ?? 'done'} (${seconds} s)\n`);
    if (outcome.notice) process.stderr.write(framed(outcome.notice));
  } else {
    process.stderr.write(`failed (${seconds} s)\n`);
    process.stderr.write(`${[outcome.detail, outcome.missing, outcome.remedy].filter(Boolean).join('\n')}\n`);
  }
  return outcome.ok;
}

/** @param {readonly string[]} lines */
function framed(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '#'.repeat(width + 6);
  const body = lines.map((line) => `## ${line.padEnd(width)} ##`);
  return `\n${[edge, ...body, edge].join('\n')}\n\n`;
}
