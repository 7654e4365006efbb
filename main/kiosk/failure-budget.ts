export interface FailureBudget {
  /** Counts one failure. False when there were too many of late: what fails again and again is not tried again. */
  spend(): boolean;
}

export function createFailureBudget(limits: {
  most: number;
  withinSeconds: number;
  /** Monotonic milliseconds. */
  nowMs?: () => number;
}): FailureBudget {
  const { most, withinSeconds, nowMs = () => performance.now() } = limits;
  let failedAtMs: number[] = [];

  return {
    spend() {
      const since = nowMs() - withinSeconds * 1_000;
      failedAtMs = [...failedAtMs.filter((at) => at > since), nowMs()];
      return failedAtMs.length <= most;
    },
  };
}
