interface Part {
  stop(): Promise<void>;
}

/** Parts that start side by side and stop together: either all of them run, or none. */
export interface SandboxParts {
  /** A part may wait for others that were started before it. */
  start<Started extends Part>(begin: () => Promise<Started>): Promise<Started>;
  /** Waits for all; when one could not start, stops the others and throws its reason. */
  allStarted(): Promise<void>;
  /** The last one first. May be called again. */
  stop(): Promise<void>;
}

export function gatherParts(): SandboxParts {
  const starting: Promise<unknown>[] = [];
  const running: Part[] = [];
  let stopping: Promise<void> | null = null;

  function stop(): Promise<void> {
    stopping ??= stopAll(running.toReversed());
    return stopping;
  }

  return {
    stop,
    start(begin) {
      const started = begin().then((part) => {
        running.push(part);
        return part;
      });
      starting.push(started);
      return started;
    },
    async allStarted() {
      const outcomes = await Promise.allSettled(starting);
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (!failure) return;
      await stop();
      throw failure.reason;
    },
  };
}

/** One that cannot be stopped must not keep the others running. */
async function stopAll(parts: readonly Part[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of parts) {
    await part.stop().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Parts of the sandbox could not be stopped.');
}
