/** What happens in one round, all of it drawn from the seed. */
import fc from 'fast-check';
import type { NewFault } from '../../sandbox/tenant-api/faults.ts';
import type { NewPlan } from '../../sandbox/terminal/start-terminal.ts';

export interface RoundPlan {
  readonly kill: KillPlan;
  readonly cardAfterMs: number;
  readonly decisionAfterMs: number;
  readonly terminal: NewPlan;
  /** From the wish to pay to the end of the terminal's power; null when it has power all the time. */
  readonly powerCutAfterMs: number | null;
  /** What the central API does to the first report of the payment. */
  readonly delivery: NewFault | null;
}

/** So long after that; or when it will not come to that any more. On a slow machine it all takes longer. */
export interface KillPlan {
  readonly from: Milestone;
  readonly afterMs: number;
}

/** What the person wishes, what the kiosk's journal says, what the terminal's journal says, and the kiosk's again. */
export type Milestone = 'wish' | 'sent' | 'decided' | 'approved';

const LONGEST_CARD_MS = 150;
const LONGEST_DECISION_MS = 150;
/** How far into what follows a milestone the kill may come. The driver waits 250 ms for more, once it has an answer. */
const REACH_MS: Readonly<Record<Milestone, number>> = {
  wish: 60,
  sent: LONGEST_CARD_MS + LONGEST_DECISION_MS,
  decided: 350,
  approved: 250,
};
const LONGEST_POWER_MS = 600;

const terminal: fc.Arbitrary<NewPlan> = fc.oneof(
  { weight: 14, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constantFrom<NewPlan>({ outcome: 'refused' }, { outcome: 'abandoned' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<NewPlan>({ answer: { kind: 'silence' } }, { answer: { kind: 'ignored' } }),
  },
  { weight: 1, arbitrary: fc.constant<NewPlan>({ answer: { kind: 'pieces', sizeBytes: 8, gapMs: 2 } }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<NewPlan>(
      { answer: { kind: 'powerCut', moment: 'beforeTransaction' } },
      { answer: { kind: 'powerCut', moment: 'beforeAnswer' } },
    ),
  },
);

const delivery: fc.Arbitrary<NewFault | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 50, max: 400 })
      .map((latencyMilliseconds) => ({ latencyMilliseconds, times: 1 })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<NewFault>(
      { effect: { kind: 'cut', moment: 'beforeAnswer' }, times: 1 },
      { effect: { kind: 'cut', moment: 'beforeEffect' }, times: 1 },
      { effect: { kind: 'status', status: 503 }, times: 1 },
    ),
  },
);

const kill: fc.Arbitrary<KillPlan> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant<Milestone>('wish') },
    { weight: 6, arbitrary: fc.constant<Milestone>('sent') },
    { weight: 5, arbitrary: fc.constant<Milestone>('decided') },
    { weight: 5, arbitrary: fc.constant<Milestone>('approved') },
  )
  .chain((from) =>
    fc.record({ from: fc.constant(from), afterMs: fc.integer({ min: 0, max: REACH_MS[from] }) }),
  );

const roundPlan: fc.Arbitrary<RoundPlan> = fc.record({
  kill,
  cardAfterMs: fc.integer({ min: 0, max: LONGEST_CARD_MS }),
  decisionAfterMs: fc.integer({ min: 0, max: LONGEST_DECISION_MS }),
  terminal,
  delivery,
  powerCutAfterMs: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: LONGEST_POWER_MS }) },
  ),
});

export function roundPlans(rounds: number, seed: number): RoundPlan[] {
  return fc.sample(fc.noBias(roundPlan), { numRuns: rounds, seed });
}
