/** Puts measures into force, and takes them back. */
import type { Log } from '../log/log.ts';
import type { Measure } from './measure.ts';

export interface Lock {
  /** Begins all of them in their order, and waits for none: the first paint does not either. */
  apply(measures: readonly Measure[]): void;
  /** Resolves when all that was begun holds; rejects when something of it could not be applied. */
  holds(): Promise<void>;
  /** Undoes all that was applied, the last first. One that fails does not stop the others. */
  undo(): Promise<void>;
}

export function createLock(log: Log): Lock {
  const begun: { measure: Measure; isApplied: Promise<boolean> }[] = [];

  return {
    apply(measures) {
      for (const measure of measures) begun.push({ measure, isApplied: begin(measure) });
    },
    async holds() {
      const applied = await Promise.all(begun.map(({ isApplied }) => isApplied));
      if (applied.includes(false)) throw new Error('The lock is not whole.');
    },
    async undo() {
      for (const { measure } of begun.splice(0).toReversed()) {
        try {
          await measure.undo();
        } catch (error) {
          log.error('lock.not-undone', { measure: measure.name, name: nameOf(error) });
        }
      }
    },
  };

  async function begin(measure: Measure): Promise<boolean> {
    try {
      await measure.apply();
      return true;
    } catch (error) {
      log.error('lock.not-applied', { measure: measure.name, name: nameOf(error) });
      return false;
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
