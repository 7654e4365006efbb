/**
 * Lets everything go wrong between kiosk and API, ends and kills the kiosk at random instants, and compares what was
 * entered with what the landlord has.
 *
 *     npm run chaos:sync -- --runs 1000 [--processes 100] [--seed 7]
 *
 * `--processes`: how many of the runs kill a process of its own with SIGKILL; the others cut the kiosk off from its
 * disk and its network. The same seed plans the same runs; what the machine makes of them is another matter.
 */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeChaosFolder } from './chaos-folder.ts';
import { playRuns } from './play-runs.ts';
import { runPlans } from './run-plan.ts';
import { openStage } from './stage.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    processes: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const processes = Number(values.processes ?? Math.ceil(runs / 10));

const startedAt = performance.now();
const folder = makeChaosFolder();
const stage = await openStage(folder);
try {
  const summary = await playRuns(stage, runPlans(runs, seed, processes), folder);
  const seconds = (performance.now() - startedAt) / 1_000;
  console.log(`${summary.runs} runs in ${seconds.toFixed(0)} s, seed ${seed}`);
  console.log(
    `  ${summary.entered} wishes, ${summary.requests} requests through the proxy, ${summary.kills} kills`,
  );
  for (const [name, times] of [...summary.hits].toSorted()) console.log(`  ${name.padEnd(20)} ${times}`);
  for (const difference of summary.differences) console.log(`  DIFFERENT ${difference}`);
  console.log(summary.differences.length === 0 ? '0 lost, 0 doubled, in order' : 'the books differ');
  if (summary.differences.length > 0) process.exitCode = 1;
} finally {
  await stage.stop();
  rmSync(folder, { recursive: true, force: true });
}
