/** Papers by e-mail, as far as the outbox hands the wish in. */
import type { DepositOutcome } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { PaperDeliveryRequest } from './generated/model/index.ts';
import { createPaperDelivery } from './generated/operations.ts';
import { type AccountDeposit, handInFor } from './hand-in.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface PaperDeposits {
  createPaperDelivery(deposit: AccountDeposit<PaperDeliveryRequest>): Promise<DepositOutcome>;
}

export function createPaperDeposits(requests: KioskRequests): PaperDeposits {
  return {
    createPaperDelivery: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createPaperDelivery(accountId, body, { ...sent, expected: expectedAnswers.createPaperDelivery }),
      ),
  };
}
