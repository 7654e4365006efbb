/**
 * One question at a time. Whoever goes back while it is asked and says something else is not told to wait: the next
 * question is asked as soon as this one is answered, and of those that wait only the latest.
 */
import type { ErrorCode, Result } from '../../preload/contract.ts';

export interface LatestQuestion {
  /** The code of `createLatestQuestion` for a question in whose place a later one came, asked already or not. */
  ask<Value>(question: () => Promise<Result<Value>>): Promise<Result<Value>>;
  /** The person has left: what waits is not asked any more. */
  forget(): void;
}

export function createLatestQuestion(outdated: ErrorCode): LatestQuestion {
  let latest = 0;
  let underWay: Promise<unknown> = Promise.resolve();

  return {
    async ask(question) {
      latest += 1;
      const own = latest;
      await underWay;
      if (own !== latest) return { ok: false, error: { code: outdated } };
      const answering = question();
      underWay = Promise.allSettled([answering]);
      const answer = await answering;
      return own === latest ? answer : { ok: false, error: { code: outdated } };
    },
    forget() {
      latest += 1;
    },
  };
}
