export interface Turn {
  readonly isNow: boolean;
  readonly comes: Promise<void>;
  /** Lets the next one have its turn; also right for one who leaves before its own has come. */
  pass(): void;
}

/** One after the other, in the order of asking: a printer is given one document at a time. */
export function createTurns(): () => Turn {
  let lastEnds: Promise<void> = Promise.resolve();
  let inLine = 0;
  return () => {
    const comes = lastEnds;
    const isNow = inLine === 0;
    const passed = Promise.withResolvers<void>();
    inLine += 1;
    lastEnds = comes
      .then(() => passed.promise)
      .then(() => {
        inLine -= 1;
      });
    return { isNow, comes, pass: passed.resolve };
  };
}
