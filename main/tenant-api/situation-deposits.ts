/** What tenants say of their insurance and of themselves, and confirmations of their appointments, as far as the outbox hands it in. */
import type { Answer } from './answer.ts';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  AppointmentDeliveryRequest,
  InsuranceCertificateDeposit,
  ProfileChangeRequest,
  ProfileChangeWithdrawal,
} from './generated/model/index.ts';
import {
  createAppointmentDelivery,
  createInsuranceCertificate,
  createProfileChange,
  createProfileChangeWithdrawal,
} from './generated/operations.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';

export interface SituationDeposits {
  createInsuranceCertificate(
    deposit: Deposit<InsuranceCertificateDeposit> & { accountId: string },
  ): Promise<DepositOutcome>;
  createAppointmentDelivery(deposit: Deposit<AppointmentDeliveryRequest>): Promise<DepositOutcome>;
  createProfileChange(deposit: Deposit<ProfileChangeRequest>): Promise<DepositOutcome>;
  createProfileChangeWithdrawal(deposit: Deposit<ProfileChangeWithdrawal>): Promise<DepositOutcome>;
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
    createAppointmentDelivery: ({ body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createAppointmentDelivery(body, { ...sent, expected: expectedAnswers.createAppointmentDelivery }),
      ),
    createProfileChange: ({ body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createProfileChange(body, { ...sent, expected: expectedAnswers.createProfileChange }),
      ),
    createProfileChangeWithdrawal: ({ body, ...deposit }) =>
      handIn(deposit, (sent) =>
        createProfileChangeWithdrawal(body, {
          ...sent,
          expected: expectedAnswers.createProfileChangeWithdrawal,
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
