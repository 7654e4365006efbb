/**
 * One idempotency key for one wish: whoever touches the button again, because no answer came, asks for nothing new.
 * What was wished is kept as a digest only, since there are passwords in it.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { ErrorCode, Result } from '../../preload/contract.ts';

export interface Wishes {
  tell<Value>(wish: unknown, ask: (idempotencyKey: string) => Promise<Result<Value>>): Promise<Result<Value>>;
  forget(): void;
}

/** After these nobody knows whether it was done. */
const UNANSWERED: readonly ErrorCode[] = ['API_UNREACHABLE', 'API_TIMEOUT', 'API_BROKEN_ANSWER'];

export function createWishes(newId: () => string = uuidV7): Wishes {
  let digestKey = randomBytes(32);
  let last: { digest: string; idempotencyKey: string } | null = null;

  return {
    async tell(wish, ask) {
      const digest = createHmac('sha256', digestKey).update(JSON.stringify(wish)).digest('base64url');
      if (last?.digest !== digest) last = { digest, idempotencyKey: newId() };
      const own = last;
      const answer = await ask(own.idempotencyKey);
      const isAnswered = answer.ok || !UNANSWERED.includes(answer.error.code);
      if (isAnswered && last === own) last = null;
      return answer;
    },
    forget() {
      last = null;
      digestKey = randomBytes(32);
    },
  };
}
