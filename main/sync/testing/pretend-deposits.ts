import type { DepositApi } from '../../tenant-api/tenant-api.ts';

/** An API that takes what a test hands in, and nothing else. */
export function pretendDeposits(taken: Partial<DepositApi>): DepositApi {
  const unexpected = (): never => {
    throw new TypeError('a test handed in what it did not expect');
  };
  return {
    createStatementDelivery: unexpected,
    createAuditEntry: unexpected,
    createKioskHealthReport: unexpected,
    createPayment: unexpected,
    createPaymentReceiptDelivery: unexpected,
    createDirectDebitMandate: unexpected,
    createDirectDebitChange: unexpected,
    createDirectDebitMandateDelivery: unexpected,
    createDirectDebitFormDelivery: unexpected,
    createDocument: unexpected,
    createInsuranceCertificate: unexpected,
    createProfileChange: unexpected,
    createAppointmentDelivery: unexpected,
    createProfileChangeWithdrawal: unexpected,
    createPaperDelivery: unexpected,
    createRequest: unexpected,
    createRequestMessage: unexpected,
    createRequestSettlement: unexpected,
    createUnsignedDeposit: unexpected,
    createUnsignedRequest: unexpected,
    ...taken,
  };
}
