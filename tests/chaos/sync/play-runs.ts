import { areEqual } from './books.ts';
import { type Hits, playRun, type Run } from './play-run.ts';
import type { RunPlan } from './run-plan.ts';
import type { Stage } from './stage.ts';

/** They mostly wait. */
const RUNS_AT_ONCE = 40;

export interface Summary {
  readonly runs: number;
  readonly entered: number;
  readonly requests: number;
  readonly kills: number;
  readonly hits: Hits;
  /** What differed, with the number of its run. */
  readonly differences: readonly string[];
}

export async function playRuns(stage: Stage, plans: readonly RunPlan[], folder: string): Promise<Summary> {
  const left = [...plans.entries()];
  const played: [run: number, Run][] = [];
  await Promise.all(
    Array.from({ length: RUNS_AT_ONCE }, async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const [number, plan] = next;
        played.push([number, await playRun(stage, plan, folder)]);
      }
    }),
  );
  const sum = (figure: 'entered' | 'requests' | 'kills') =>
    played.reduce((total, [, run]) => total + run[figure], 0);
  return {
    runs: played.length,
    entered: sum('entered'),
    requests: sum('requests'),
    kills: sum('kills'),
    hits: together(played.map(([, { hits }]) => hits)),
    differences: played
      .filter(([, { differences }]) => !areEqual(differences))
      .map(([number, { differences }]) => `run ${number}: ${JSON.stringify(differences)}`),
  };
}

function together(all: readonly Hits[]): Hits {
  const sum = new Map<string, number>();
  for (const [name, times] of all.flatMap((hits) => [...hits])) sum.set(name, (sum.get(name) ?? 0) + times);
  return sum;
}
