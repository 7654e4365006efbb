import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { seed } from '../../property-seed.ts';
import { makeChaosFolder } from './chaos-folder.ts';
import { playRuns } from './play-runs.ts';
import { EVERY_TROUBLE, runPlans } from './run-plan.ts';
import { openStage } from './stage.ts';

const RUNS = 200;
/** Each start of one takes half a second of the machine. */
const RUNS_WITH_PROCESSES = 6;
/** They wait for each other's troubles; on a busy machine for each other, too. */
const PATIENCE_MS = 480_000;

test('through 200 bad hours with sudden deaths, each wish reaches the landlord once, in the order of its tenant', {
  timeout: PATIENCE_MS,
}, async () => {
  const folder = makeChaosFolder();
  const stage = await openStage(folder);
  onTestFinished(async () => {
    await stage.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const summary = await playRuns(stage, runPlans(RUNS, seed, RUNS_WITH_PROCESSES), folder);

  expect(summary.differences).toEqual([]);
  expect(summary.runs).toBe(RUNS);
  expect(EVERY_TROUBLE.filter((name) => !summary.hits.has(name))).toEqual([]);
});
