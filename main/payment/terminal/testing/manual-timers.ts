import type { Timers } from '../timers.ts';

export interface ManualTimers extends Timers {
  /** Lets time go by; what falls due acts, in its order. */
  advance(milliseconds: number): void;
  /** How many wait for their time. */
  readonly waiting: number;
}

export function createManualTimers(): ManualTimers {
  let now = 0;
  const due = new Set<{ at: number; act: () => void }>();
  return {
    after(milliseconds, act) {
      const entry = { at: now + milliseconds, act };
      due.add(entry);
      return () => due.delete(entry);
    },
    advance(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const next = [...due].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due.delete(next);
        now = next.at;
        next.act();
      }
      now = until;
    },
    get waiting() {
      return due.size;
    },
  };
}
