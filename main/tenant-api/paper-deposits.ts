/** Papers by e-mail, as far as the outbox hands the wish in. */
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { PaperDeliveryRequest } from './generated/model/index.ts';
import { createPaperDelivery } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface PaperDeposits {
  createPaperDelivery(deposit: {
    depositToken: string;
    accountId: string;
    body: PaperDeliveryRequest;
    /** UUID version 7, the same on every try. */
    idempotencyKey: string;
  }): Promise<DepositOutcome>;
}

export function createPaperDeposits(requests: KioskRequests): PaperDeposits {
  return {
    async createPaperDelivery({ depositToken, accountId, body, idempotencyKey }) {
      return depositOutcomeOf(
        await requests.ask({
          identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
          operation: (sent) =>
            createPaperDelivery(accountId, body, {
              ...sent,
              expected: expectedAnswers.createPaperDelivery,
              idempotencyKey,
            }),
        }),
      );
    },
  };
}
