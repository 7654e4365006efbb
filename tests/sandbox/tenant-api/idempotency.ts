import { createHmac, randomBytes } from 'node:crypto';
import { type Answer, problem } from './answer.ts';
import type { Clock } from './clock.ts';

/** Remembers what each write was answered, so that the same write takes effect once. */
export interface IdempotentWrites {
  /**
   * @param what all that makes this write the same as another one: operation, path, author, body
   * @returns the first answer to this key, or `idempotency_key.reused` when the key came with something else
   */
  answerOnce(
    write: { kioskId: string; key: string; what: unknown },
    act: () => Promise<Answer>,
  ): Promise<{ answer: Answer; isReplay: boolean }>;
}

export function createIdempotentWrites(clock: Clock): IdempotentWrites {
  const writes = new Map<string, Write>();
  // A body may hold a password: what is kept of it must tell nothing without this key, which dies with the run.
  const fingerprintKey = randomBytes(32);

  return {
    async answerOnce({ kioskId, key, what }, act) {
      const place = `${kioskId} ${key.toLowerCase()}`;
      const fingerprint = createHmac('sha256', fingerprintKey)
        .update(JSON.stringify(what))
        .digest('base64url');
      const before = writes.get(place);
      if (before && !isForgotten(before.refusedAt)) {
        const isSame = before.fingerprint === fingerprint;
        return { answer: isSame ? await before.answer : problem('idempotency_key.reused'), isReplay: isSame };
      }

      const answer = act();
      const write: Write = { fingerprint, answer, refusedAt: null };
      writes.set(place, write);
      try {
        const given = await answer;
        if (!isForGood(given)) writes.delete(place);
        else if (given.status >= 400) write.refusedAt = clock.nowMilliseconds();
        return { answer: given, isReplay: false };
      } catch (error) {
        writes.delete(place);
        throw error;
      }
    },
  };

  function isForgotten(refusedAt: number | null): boolean {
    return refusedAt !== null && clock.nowMilliseconds() - refusedAt >= REFUSAL_REMEMBERED_MILLISECONDS;
  }
}

interface Write {
  readonly fingerprint: string;
  readonly answer: Promise<Answer>;
  refusedAt: number | null;
}

/** "A refusal is remembered for ten minutes", says the contract. */
const REFUSAL_REMEMBERED_MILLISECONDS = 600_000;

/** "Later" and "we failed" are not the answer to the write: the next try of it starts afresh. */
function isForGood(answer: Answer): boolean {
  return answer.status !== 429 && answer.status < 500;
}
