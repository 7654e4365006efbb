/** Whether the page still does anything: Chromium itself notices a page that hangs only once somebody touches it. */

/** A page that is busy drawing on a slow machine is not dead. */
const PATIENCE_MS = 4_000;
const PERIOD_MS = 1_000;

/**
 * Asks the page again and again for a sign of life. One question is under way at a time.
 *
 * @param ask resolves when the page has answered; what it answers, and whether it rejects, does not matter: a page
 *   that is just being replaced rejects, and is asked anew
 * @returns the way to stop
 */
export function listenForHeartbeat(
  ask: () => Promise<unknown>,
  onSilence: () => void,
  { patienceMs = PATIENCE_MS, periodMs = PERIOD_MS } = {},
): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  beat();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };

  function beat(): void {
    let isAnswered = false;
    const next = () => {
      if (isAnswered) return;
      isAnswered = true;
      clearTimeout(timer);
      if (!isStopped) timer = setTimeout(beat, periodMs);
    };
    timer = setTimeout(() => {
      onSilence();
      next();
    }, patienceMs);
    ask().then(next, next);
  }
}
