import type { Insurance } from '../../../preload/insurance-contract.ts';
import { daysBetween } from '../../../preload/insurance-dates.ts';

/** How a dwelling stands. Each has its sentences in the message catalogues, under `insurance.standing.<name>`. */
export type Standing = 'insured' | 'endsSoon' | 'over' | 'none' | 'notRequired';

/** Time enough to ask the insurer for the next certificate. */
const SOON_DAYS = 30;

export function standingOf({ isRequired, coveredUntil, asOf }: Insurance): Standing {
  if (coveredUntil === null) return isRequired ? 'none' : 'notRequired';
  if (coveredUntil < asOf) return isRequired ? 'over' : 'notRequired';
  return isRequired && daysBetween(asOf, coveredUntil) <= SOON_DAYS ? 'endsSoon' : 'insured';
}
