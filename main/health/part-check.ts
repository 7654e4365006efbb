import type { Part, PartHealth } from '../../preload/health-contract.ts';

/** What there is to say of a part, or of one of several of its kind. */
export type Finding = Omit<PartHealth, 'part'>;

/** One check, one file. It writes nothing that stays, says nothing of a person, and never throws for what it finds. */
export interface PartCheck {
  readonly part: Part;
  check(): Promise<Finding> | Finding;
}

/** One look for all who ask while it lasts. */
export function together<Value>(look: () => Promise<Value>): () => Promise<Value> {
  let underWay: Promise<Value> | null = null;
  return () => {
    underWay ??= look().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
