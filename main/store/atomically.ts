import type { Database } from 'better-sqlite3';
import type { Failure, Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

/** All that `work` writes, in whatever repositories, is on disk together when it answers ok; otherwise none of it. */
export type Atomically = <Value>(work: () => Result<Value>) => Result<Value>;

export function createAtomically(database: Database, attempt: Attempt): Atomically {
  return <Value>(work: () => Result<Value>): Result<Value> => {
    const written = attempt((): Result<Value> => {
      try {
        return { ok: true, value: database.transaction(() => contentOf(work())).immediate() };
      } catch (error) {
        // Thrown here, and caught once it has rolled everything back.
        if (error instanceof CalledOff) return { ok: false, error: error.failure };
        throw error;
      }
    });
    return written.ok ? written.value : written;
  };
}

class CalledOff extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

function contentOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new CalledOff(result.error);
  return result.value;
}
