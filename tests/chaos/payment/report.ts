import { INSTANTS } from './instants.ts';
import type { Round } from './round.ts';

export interface LaneReport {
  readonly name: string;
  readonly protocol: string;
  readonly rounds: Round[];
  /** Why it could not go on. */
  failure: string | null;
}

/** From so many rounds on, a payment must have been killed at every stage of its life, or little is proven. */
const ENOUGH_FOR_EVERY_INSTANT = 100;

export function isGood(reports: readonly LaneReport[]): boolean {
  const { lost, doubled, rounds, unseen } = summaryOf(reports);
  const isComplete = rounds < ENOUGH_FOR_EVERY_INSTANT || unseen.length === 0;
  return (
    lost.length === 0 && doubled.length === 0 && isComplete && reports.every((one) => one.failure === null)
  );
}

export function printReport(
  reports: readonly LaneReport[],
  { seed, seconds }: { seed: number; seconds: number },
): void {
  const { lost, doubled, rounds, kills, settledByStaff, powerCuts } = summaryOf(reports);
  const lanes = reports.map(({ name, protocol, rounds: { length } }) => `${name} (${protocol}): ${length}`);
  console.log(`${rounds} rounds in ${seconds.toFixed(0)} s, seed ${seed}; ${lanes.join(', ')}`);
  for (const instant of INSTANTS) console.log(`  killed ${instant}: ${kills.get(instant) ?? 0}`);
  console.log(`  the terminal lost its power too: ${powerCuts}`);
  console.log(`  payments that staff settled from the terminal's journal: ${settledByStaff}`);
  for (const { name, failure } of reports) if (failure !== null) console.log(`${name} broke off: ${failure}`);
  for (const [kind, all] of Object.entries({ lost, doubled }))
    for (const difference of all) console.log(`${kind.toUpperCase()} ${difference}`);
  console.log(`lost: ${lost.length}, doubled: ${doubled.length}`);
}

function summaryOf(reports: readonly LaneReport[]) {
  const rounds = reports.flatMap((report) => report.rounds);
  const kills = new Map(
    INSTANTS.map((instant) => [instant, rounds.filter((round) => round.instant === instant).length]),
  );
  return {
    rounds: rounds.length,
    kills,
    unseen: INSTANTS.filter((instant) => kills.get(instant) === 0),
    powerCuts: rounds.filter(({ wasPowerCut }) => wasPowerCut).length,
    settledByStaff: rounds.reduce((sum, round) => sum + round.settledByStaff, 0),
    lost: differencesOf(reports, 'lost'),
    doubled: differencesOf(reports, 'doubled'),
  };
}

/** Every round compares all that came before, too: what was wrong once is counted once. */
function differencesOf(reports: readonly LaneReport[], kind: 'lost' | 'doubled'): string[] {
  return reports.flatMap(({ name, rounds }) => {
    const differences = rounds.flatMap((round) => round.differences.flatMap((found) => found[kind]));
    return [...new Map(differences.map(({ amountCents, said }) => [amountCents, said]))].map(
      ([amountCents, said]) => `${name}, ${amountCents} cents: ${said}`,
    );
  });
}
