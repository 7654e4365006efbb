/** Tells main that somebody is there, so that its idle clock starts again. */

/** Main counts in seconds; more often would only cost. */
export const REPORT_EVERY_MS = 1_000;

/**
 * What a person does and a machine does not: a pointer that merely lies there, or is moved by a passing lorry, keeps
 * no session open. A touch counts when it is over (`click`, or `contextmenu` after a long one): were it to count
 * when it begins, the idle warning would vanish from under the finger, and the finger land on what is behind it.
 */
const SIGNS_OF_LIFE = ['click', 'contextmenu', 'touchmove', 'wheel', 'keydown', 'input'] as const;

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
