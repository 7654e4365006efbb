/**
 * Whether the page still does anything: Chromium itself notices a page that hangs only once somebody touches it.
 *
 * How long a page may be silent is told by its own work, not by the clock: on a machine that is busy with something
 * else a page is slow, and whoever stands in front of it must not lose their session for that.
 */

/** What the system says of the page's process. */
export interface PageProcess {
  readonly processId: number;
  /** Since it was started. */
  readonly cpuSeconds: number;
}

const PERIOD_MS = 300;
const LOOK_MS = 100;

/** Silent, and at work all the time: going round in circles. Nothing that the kiosk's own screens do takes half of it. */
const LONGEST_WORK_SECONDS = 1.2;
/** Silent, and not at work at all, though it did answer before: it stands still. */
const LONGEST_STANDSTILL_MS = 1_200;
const NO_WORK_SECONDS = 0.02;
/** Silent for whatever reason. */
const PATIENCE_MS = 8_000;

/**
 * Asks the page again and again for a sign of life. One question is under way at a time.
 *
 * @param ask resolves when the page has answered; what it answers, and whether it rejects, does not matter: a page
 *   that is just being replaced rejects, and is asked anew
 * @param look null when there is no process at this moment
 * @returns the way to stop
 */
export function listenForHeartbeat(parts: {
  ask: () => Promise<unknown>;
  look: () => PageProcess | null;
  onSilence: () => void;
}): () => void {
  const { ask, look, onSilence } = parts;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let lastAlive = 0;
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
      if (!isStopped) timer = setTimeout(beat, PERIOD_MS);
    };
    const before = look();
    waitFor(before, 0);
    ask().then(() => {
      if (!isAnswered) lastAlive = before?.processId ?? 0;
      next();
    }, next);

    /** The wait is counted in looks: while main itself is held up, nobody is silent. */
    function waitFor(asked: PageProcess | null, looks: number): void {
      timer = setTimeout(() => {
        const now = look();
        if (now?.processId !== asked?.processId) return waitFor(now, 0);
        const waitedMs = (looks + 1) * LOOK_MS;
        if (!hasFallenSilent(asked, now, waitedMs)) return waitFor(asked, looks + 1);
        onSilence();
        next();
      }, LOOK_MS);
    }
  }

  function hasFallenSilent(asked: PageProcess | null, now: PageProcess | null, waitedMs: number): boolean {
    if (waitedMs >= PATIENCE_MS) return true;
    if (asked === null || now === null) return false;
    const workedSeconds = now.cpuSeconds - asked.cpuSeconds;
    const standsStill = now.processId === lastAlive && workedSeconds < NO_WORK_SECONDS;
    return workedSeconds >= LONGEST_WORK_SECONDS || (standsStill && waitedMs >= LONGEST_STANDSTILL_MS);
  }
}
