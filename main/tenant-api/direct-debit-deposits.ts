/** Direct debits, as far as the outbox hands them in. */
import type { Answer } from './answer.ts';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
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
import type { KioskRequests, Sent } from './kiosk-requests.ts';

export interface DirectDebitDeposits {
  createDirectDebitMandate(deposit: AccountDeposit<DirectDebitMandateDeposit>): Promise<DepositOutcome>;
  createDirectDebitChange(deposit: AccountDeposit<DirectDebitChange>): Promise<DepositOutcome>;
  createDirectDebitMandateDelivery(
    deposit: AccountDeposit<DirectDebitMandateRequest>,
  ): Promise<DepositOutcome>;
  createDirectDebitFormDelivery(deposit: Deposit<DirectDebitFormRequest>): Promise<DepositOutcome>;
}

interface Deposit<Body> {
  depositToken: string;
  body: Body;
  /** UUID version 7, the same on every try. */
  idempotencyKey: string;
}

interface AccountDeposit<Body> extends Deposit<Body> {
  accountId: string;
}

export function createDirectDebitDeposits(requests: KioskRequests): DirectDebitDeposits {
  return {
    createDirectDebitMandate: ({ accountId, body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createDirectDebitMandate(accountId, body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitMandate,
        }),
      ),
    createDirectDebitChange: ({ accountId, body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createDirectDebitChange(accountId, body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitChange,
        }),
      ),
    createDirectDebitMandateDelivery: ({ accountId, body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createDirectDebitMandateDelivery(accountId, body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitMandateDelivery,
        }),
      ),
    createDirectDebitFormDelivery: ({ body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createDirectDebitFormDelivery(body, {
          ...sent,
          expected: expectedAnswers.createDirectDebitFormDelivery,
        }),
      ),
  };

  async function handIn<Value>(
    { depositToken, idempotencyKey }: { depositToken: string; idempotencyKey: string },
    operation: (sent: Sent & { idempotencyKey: string }) => Promise<Answer<Value>>,
  ): Promise<DepositOutcome> {
    return depositOutcomeOf(
      await requests.ask({
        identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
        operation: (sent) => operation({ ...sent, idempotencyKey }),
      }),
    );
  }
}
