import type { BackUp } from './backup.ts';

/** What a kiosk takes in within an hour is what a damaged disk can cost at most. */
const HOUR_SECONDS = 3_600;
/** The start belongs to whoever stands there. */
const FIRST_AFTER_SECONDS = 120;

/** Answers the way to call them off. */
export function backUpRegularly(
  backUp: BackUp,
  after: (seconds: number, work: () => void) => () => void,
): () => void {
  let callOff = after(FIRST_AFTER_SECONDS, again);
  return () => callOff();

  function again(): void {
    callOff = after(HOUR_SECONDS, again);
    void backUp();
  }
}
