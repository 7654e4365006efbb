/** Direct debits, as far as the outbox hands them in. */
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { DirectDebitChange, DirectDebitMandateDeposit } from './generated/model/index.ts';
import { createDirectDebitChange, createDirectDebitMandate } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface DirectDebitDeposits {
  createDirectDebitMandate(deposit: AccountDeposit<DirectDebitMandateDeposit>): Promise<DepositOutcome>;
  createDirectDebitChange(deposit: AccountDeposit<DirectDebitChange>): Promise<DepositOutcome>;
}

interface AccountDeposit<Body> {
  depositToken: string;
  accountId: string;
  body: Body;
  /** UUID version 7, the same on every try. */
  idempotencyKey: string;
}

export function createDirectDebitDeposits(requests: KioskRequests): DirectDebitDeposits {
  return {
    createDirectDebitMandate: async ({ depositToken, accountId, body, idempotencyKey }) =>
      depositOutcomeOf(
        await requests.ask({
          identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
          operation: (sent) =>
            createDirectDebitMandate(accountId, body, {
              ...sent,
              expected: expectedAnswers.createDirectDebitMandate,
              idempotencyKey,
            }),
        }),
      ),
    createDirectDebitChange: async ({ depositToken, accountId, body, idempotencyKey }) =>
      depositOutcomeOf(
        await requests.ask({
          identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
          operation: (sent) =>
            createDirectDebitChange(accountId, body, {
              ...sent,
              expected: expectedAnswers.createDirectDebitChange,
              idempotencyKey,
            }),
        }),
      ),
  };
}
