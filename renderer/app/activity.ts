/** Tells main that somebody is there, so that its idle clock starts again. */

/** Main counts in seconds; more often would only cost. */
export const REPORT_EVERY_MS = 1_000;

/** Whatever a person can do to a screen. A touch that scrolls ends its pointer events early, hence `touchmove`. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'touchmove', 'wheel', 'keydown', 'input'] as const;

/** @returns the way to stop watching */
export function watchActivity(
  target: EventTarget,
  report: () => void,
  nowMs: () => number = () => performance.now(),
): () => void {
  let reportedAtMs = Number.NEGATIVE_INFINITY;

  const notice = () => {
    if (nowMs() - reportedAtMs < REPORT_EVERY_MS) return;
    reportedAtMs = nowMs();
    report();
  };

  for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, notice, { capture: true, passive: true });
  return () => {
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, notice, { capture: true });
  };
}
