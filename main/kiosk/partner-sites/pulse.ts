/** Asks a page again and again whether it is alive. Electron's own event for it is silent while a page is inspected. */

const ASK_EVERY_MS = 2_000;
/** Longer than a slow page computes, shorter than a person believes in it. */
const STOPPED_AFTER_MS = 8_000;

/** @returns the way to stop asking */
export function watchPulse(
  ask: () => Promise<void>,
  tell: { onStopped: () => void; onBack: () => void },
): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;

  const beat = (): void => {
    let hasStopped = false;
    const alarm = setTimeout(() => {
      hasStopped = true;
      tell.onStopped();
    }, STOPPED_AFTER_MS);
    const settle = (isAlive: boolean): void => {
      clearTimeout(alarm);
      if (isOver) return;
      if (hasStopped && isAlive) tell.onBack();
      timer = setTimeout(beat, ASK_EVERY_MS);
    };
    stop = () => clearTimeout(alarm);
    // Refused: the page is on its way to another, or gone; that is told by its own events.
    ask().then(
      () => settle(true),
      () => settle(false),
    );
  };
  let stop: () => void = () => undefined;
  beat();

  return () => {
    isOver = true;
    stop();
    if (timer) clearTimeout(timer);
  };
}
