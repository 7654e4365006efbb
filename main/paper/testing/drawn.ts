import type { DrawingOutcome, DrawnPaper } from '../drawing.ts';

/** A page that is mailed or printed a thousand times a day is to be small, its fonts included. */
export const MAX_BYTES_OF_ONE_PAGE = 60_000;

/** What was drawn; the test fails with what was wrong when nothing was. */
export function drawnOf(outcome: DrawingOutcome): DrawnPaper {
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.drawn;
}
