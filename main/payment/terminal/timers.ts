/** Time, so that a test need not wait for it. */
export interface Timers {
  /** Returns the way to call it off. */
  after(milliseconds: number, act: () => void): () => void;
}

export const machineTimers: Timers = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
