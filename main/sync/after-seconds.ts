import type { After } from './lanes.ts';

/** By the machine's own timers, which nobody sets. */
export const afterSeconds: After = (seconds, work) => {
  const timer = setTimeout(work, seconds * 1_000);
  return () => clearTimeout(timer);
};
