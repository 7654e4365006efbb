/**
 * Kills the kiosk in the middle of payments, and compares the terminal's journal, the kiosk's and the landlord's.
 *
 *     npm run chaos:payment -- --rounds 1000 [--windows 8] [--seed 7]
 *
 * `--rounds`: with the main modules in a process of their own. `--windows`: more rounds, with the whole kiosk in its
 * window. The same seed plans the same rounds; what the machine makes of them is another matter.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StartKiosk } from './kiosk.ts';
import { startInElectron } from './kiosk-in-electron.ts';
import { startInNode } from './kiosk-in-node.ts';
import { isGood, type LaneReport, printReport } from './report.ts';
import { playRound, type Round } from './round.ts';
import { type RoundPlan, roundPlans } from './round-plan.ts';
import { openStage, type Protocol, type Stage } from './stage.ts';

interface Lane {
  readonly name: string;
  readonly protocol: Protocol;
  readonly startKiosk: StartKiosk;
  /** Shared by lanes of one kind. */
  readonly plans: RoundPlan[];
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    windows: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
  },
});
const seed = Number(values.seed);
const plans = roundPlans(Number(values.rounds), seed);
const windowPlans = roundPlans(Number(values.windows), seed + 1);
const MODULES = { startKiosk: startInNode, plans };
const LANES: readonly Lane[] = [
  { name: 'modules-1', protocol: 'caisse-ap', ...MODULES },
  { name: 'modules-2', protocol: 'nexo', ...MODULES },
  { name: 'modules-3', protocol: 'caisse-ap', ...MODULES },
  { name: 'window', protocol: 'caisse-ap', startKiosk: startInElectron, plans: windowPlans },
];
/** Each round of a kiosk has an amount of its own. */
const FIRST_AMOUNT_CENTS = 6_000;

const startedAt = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
const reports = await Promise.all(LANES.filter((lane) => lane.plans.length > 0).map(play));
printReport(reports, { seed, seconds: (performance.now() - startedAt) / 1_000 });
if (isGood(reports)) rmSync(folder, { recursive: true, force: true });
else {
  console.log(`What the kiosks wrote stays in ${folder}`);
  process.exitCode = 1;
}

async function play(lane: Lane): Promise<LaneReport> {
  const { name, protocol, startKiosk } = lane;
  const report: LaneReport = { name, protocol, rounds: [], failure: null };
  try {
    const stage = await openStage({ folder: join(folder, name), protocol, startKiosk });
    await playOn(stage, lane.plans, report.rounds).finally(() => stage.stop());
  } catch (error) {
    report.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return report;
}

async function playOn(stage: Stage, plansLeft: RoundPlan[], rounds: Round[]): Promise<void> {
  let kiosk = await stage.startKiosk();
  try {
    for (let plan = plansLeft.shift(); plan; plan = plansLeft.shift()) {
      const played = await playRound(stage, kiosk, plan, FIRST_AMOUNT_CENTS + rounds.length);
      kiosk = played.kiosk;
      rounds.push(played.round);
    }
  } finally {
    await kiosk.kill();
  }
}
