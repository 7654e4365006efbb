/** What tenants say of their insurance and of themselves, as far as the outbox hands it in. */
import type { Answer } from './answer.ts';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { InsuranceCertificateDeposit } from './generated/model/index.ts';
import { createInsuranceCertificate } from './generated/operations.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';

export interface SituationDeposits {
  createInsuranceCertificate(
    deposit: Deposit<InsuranceCertificateDeposit> & { accountId: string },
  ): Promise<DepositOutcome>;
}

interface Deposit<Body> {
  depositToken: string;
  body: Body;
  /** UUID version 7, the same on every try. */
  idempotencyKey: string;
}

export function createSituationDeposits(requests: KioskRequests): SituationDeposits {
  return {
    createInsuranceCertificate: ({ accountId, body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createInsuranceCertificate(accountId, body, {
          ...sent,
          expected: expectedAnswers.createInsuranceCertificate,
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
