/** Direct debits, as far as the outbox hands them in. */
import type { DepositOutcome } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  DirectDebitChange,
  DirectDebitFormRequest,
  DirectDebitMandateDeposit,
  DirectDebitMandateRequest,
} from './generated/model/index.ts';
import {
  createDirectDebitChange,
  createDirectDebitFormDelivery,
  createDirectDebitMandate,
  createDirectDebitMandateDelivery,
} from './generated/operations.ts';
import { type AccountDeposit, type Deposit, handInFor } from './hand-in.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface DirectDebitDeposits {
  createDirectDebitMandate(deposit: AccountDeposit<DirectDebitMandateDeposit>): Promise<DepositOutcome>;
  createDirectDebitChange(deposit: AccountDeposit<DirectDebitChange>): Promise<DepositOutcome>;
  createDirectDebitMandateDelivery(
    deposit: AccountDeposit<DirectDebitMandateRequest>,
  ): Promise<DepositOutcome>;
  createDirectDebitFormDelivery(deposit: Deposit<DirectDebitFormRequest>): Promise<DepositOutcome>;
}

export function createDirectDebitDeposits(requests: KioskRequests): DirectDebitDeposits {
  return {
    createDirectDebitMandate: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createDirectDebitMandate(accountId, body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitMandate,
        }),
      ),
    createDirectDebitChange: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createDirectDebitChange(accountId, body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitChange,
        }),
      ),
    createDirectDebitMandateDelivery: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createDirectDebitMandateDelivery(accountId, body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitMandateDelivery,
        }),
      ),
    createDirectDebitFormDelivery: ({ body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createDirectDebitFormDelivery(body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitFormDelivery,
        }),
      ),
  };
}
