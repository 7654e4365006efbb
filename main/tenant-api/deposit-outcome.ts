import type { Failure } from '../../preload/contract.ts';
import type { Answer } from './answer.ts';
import { isFinal } from './problem.ts';

/** What came of handing something in. */
export type DepositOutcome =
  | { outcome: 'delivered' }
  /** For good: the same will be refused again. */
  | { outcome: 'refused'; problemCode: string }
  /** What was to be handed in with it cannot be read here. */
  | { outcome: 'unreadable' }
  /** `error.retryAfterSeconds` when the API said when. */
  | { outcome: 'later'; error: Failure };

export function depositOutcomeOf(answer: Answer<unknown>): DepositOutcome {
  if (answer.ok) return { outcome: 'delivered' };
  const { failure } = answer;
  if (isFinal(failure) && failure.problemCode !== null) {
    return { outcome: 'refused', problemCode: failure.problemCode };
  }
  return { outcome: 'later', error: failure.error };
}
