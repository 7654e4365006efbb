/** Hands in what people did here, in whose name it was done, and says what came of it. */
import type { Answer } from './answer.ts';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';
import { isAboutTheKiosk } from './problem.ts';

/** What is handed in in somebody's name. */
export interface Deposit<Body> {
  depositToken: string;
  body: Body;
  /** UUID version 7, the same on every try, and the id of what is handed in ever after. */
  idempotencyKey: string;
}

export interface AccountDeposit<Body> extends Deposit<Body> {
  accountId: string;
}

type Operation<Value> = (sent: Sent & { idempotencyKey: string }) => Promise<Answer<Value>>;

export async function handInFor<Value>(
  requests: KioskRequests,
  { depositToken, idempotencyKey }: Pick<Deposit<unknown>, 'depositToken' | 'idempotencyKey'>,
  operation: Operation<Value>,
): Promise<DepositOutcome> {
  return depositOutcomeOf(
    await requests.ask({
      identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
      operation: (sent) => operation({ ...sent, idempotencyKey }),
    }),
  );
}

/** In nobody's name but the machine's. What the API thinks of the machine refuses nothing that people did at it. */
export async function handInAsKiosk<Value>(
  requests: KioskRequests,
  idempotencyKey: string,
  operation: Operation<Value>,
): Promise<DepositOutcome> {
  return outcomeForKiosk(
    await requests.ask({
      identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
      operation: (sent) => operation({ ...sent, idempotencyKey }),
    }),
  );
}

export function outcomeForKiosk(answer: Answer<unknown>): DepositOutcome {
  if (!answer.ok && isAboutTheKiosk(answer.failure)) return { outcome: 'later', error: answer.failure.error };
  return depositOutcomeOf(answer);
}
