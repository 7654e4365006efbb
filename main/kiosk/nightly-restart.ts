/** A program that runs for months gathers what nobody meant to keep; a night's restart takes it away. */
import type { Log } from '../log/log.ts';

const LOOK_EVERY_MS = 30_000;

/**
 * Restarts at the first quiet moment after the given time of day, once.
 *
 * @param restartAt `03:30`, by the machine's own clock
 * @returns the way to call it off
 */
export function scheduleRestart(parts: {
  restartAt: string;
  /** Nobody is there, and nothing is being sent for anybody. */
  isQuiet: () => boolean;
  restart: () => void;
  log: Log;
  now?: () => Date;
}): () => void {
  const { restartAt, isQuiet, restart, log, now = () => new Date() } = parts;
  const dueAt = nextTime(restartAt, now());

  const timer = setInterval(() => {
    if (now() < dueAt || !isQuiet()) return;
    clearInterval(timer);
    log.info('watchdog.nightly-restart');
    restart();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Strictly later than `from`: a kiosk that has just restarted does not do so again. */
export function nextTime(timeOfDay: string, from: Date): Date {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  const next = new Date(from);
  next.setHours(hours, minutes, 0, 0);
  if (next <= from) next.setDate(next.getDate() + 1);
  return next;
}
