/** Documents that people brought, as far as the outbox hands them in. */
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { DocumentDeposit } from './generated/model/index.ts';
import { createDocument } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface DocumentDeposits {
  createDocument(deposit: {
    depositToken: string;
    accountId: string;
    body: DocumentDeposit;
    /** UUID version 7, the same on every try. */
    idempotencyKey: string;
  }): Promise<DepositOutcome>;
}

/** The largest document, on a line of one megabit a second. */
const UPLOAD_SECONDS = 120;

export function createDocumentDeposits(requests: KioskRequests): DocumentDeposits {
  return {
    createDocument: async ({ depositToken, accountId, body, idempotencyKey }) =>
      depositOutcomeOf(
        await requests.ask({
          identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
          timeoutSeconds: UPLOAD_SECONDS,
          operation: (sent) =>
            createDocument(accountId, body, {
              ...sent,
              expected: expectedAnswers.createDocument,
              idempotencyKey,
            }),
        }),
      ),
  };
}
