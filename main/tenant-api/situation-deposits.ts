/** What tenants say of their insurance and of themselves, and confirmations of their appointments, as far as the outbox hands it in. */
import type { DepositOutcome } from './deposit-outcome.ts';
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
import { type AccountDeposit, type Deposit, handInFor } from './hand-in.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface SituationDeposits {
  createInsuranceCertificate(deposit: AccountDeposit<InsuranceCertificateDeposit>): Promise<DepositOutcome>;
  createAppointmentDelivery(deposit: Deposit<AppointmentDeliveryRequest>): Promise<DepositOutcome>;
  createProfileChange(deposit: Deposit<ProfileChangeRequest>): Promise<DepositOutcome>;
  createProfileChangeWithdrawal(deposit: Deposit<ProfileChangeWithdrawal>): Promise<DepositOutcome>;
}

export function createSituationDeposits(requests: KioskRequests): SituationDeposits {
  return {
    createInsuranceCertificate: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createInsuranceCertificate(accountId, body, {
          ...sent,
          expected: expectedAnswers.createInsuranceCertificate,
        }),
      ),
    createAppointmentDelivery: ({ body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createAppointmentDelivery(body, { ...sent, expected: expectedAnswers.createAppointmentDelivery }),
      ),
    createProfileChange: ({ body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createProfileChange(body, { ...sent, expected: expectedAnswers.createProfileChange }),
      ),
    createProfileChangeWithdrawal: ({ body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createProfileChangeWithdrawal(body, {
          ...sent,
          expected: expectedAnswers.createProfileChangeWithdrawal,
        }),
      ),
  };
}
