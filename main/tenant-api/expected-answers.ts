/** What a right answer to each operation of openapi.yaml is: its status, and the shape of its body. */
import type { z } from 'zod';
import {
  AppendToUploadResponse,
  CreateCardChargeResponse,
  CreateDirectDebitChangeResponse,
  CreateDirectDebitFormDeliveryResponse,
  CreateDirectDebitMandateDeliveryResponse,
  CreateDirectDebitMandateResponse,
  CreateDocumentResponse,
  CreateHelpCallResponse,
  CreateInsuranceCertificateResponse,
  CreateKioskCredentialResponse,
  CreateKioskEnrolmentResponse,
  CreateKioskHealthReportResponse,
  CreateKioskTokenResponse,
  CreatePasswordResetProofResponse,
  CreatePasswordResetResponse,
  CreatePaymentReceiptDeliveryResponse,
  CreatePaymentResponse,
  CreateRegisteredTenantSessionResponse,
  CreateStatementDeliveryResponse,
  CreateTenantRegistrationEmailResponse,
  CreateTenantRegistrationResponse,
  CreateTenantSessionResponse,
  CreateUploadResponse,
  CreateUploadSlotResponse,
  DeleteCurrentTenantSessionResponse,
  DeleteHelpCallResponse,
  DeleteUploadSlotResponse,
  ListAccountsResponse,
  ListInsuranceCertificatesResponse,
  ListLedgerEntriesResponse,
  ListPaymentsResponse,
  PutPasswordResetPasswordResponse,
  PutTenantRegistrationAccountResponse,
  ReadAgenciesResponse,
  ReadCardChargeResponse,
  ReadDirectDebitResponse,
  ReadHelpCallResponse,
  ReadPasswordResetResponse,
  ReadPracticalTextsResponse,
  ReadRentNoticeResponse,
  ReadResidenceAlertsResponse,
  ReadTenantRegistrationResponse,
  ReadUploadedFileResponse,
  ReadUploadResponse,
  ReadUploadSlotResponse,
  ReadUsefulNumbersResponse,
} from './generated/answers.ts';

export interface ExpectedAnswer<Value> {
  readonly operationId: string;
  readonly status: 200 | 201 | 204;
  readonly body: z.ZodType<Value>;
  /** Where it may be larger than other answers. */
  readonly maxBytes?: number;
}

/** A file of 20 000 000 bytes in base64, and what stands around it. */
const MAX_FILE_ANSWER_BYTES = 26_700_000;

export const expectedAnswers = {
  createKioskEnrolment: {
    operationId: 'createKioskEnrolment',
    status: 201,
    body: CreateKioskEnrolmentResponse,
  },
  createKioskCredential: {
    operationId: 'createKioskCredential',
    status: 201,
    body: CreateKioskCredentialResponse,
  },
  createKioskHealthReport: {
    operationId: 'createKioskHealthReport',
    status: 204,
    body: CreateKioskHealthReportResponse,
  },
  createKioskToken: { operationId: 'createKioskToken', status: 201, body: CreateKioskTokenResponse },
  createTenantSession: { operationId: 'createTenantSession', status: 201, body: CreateTenantSessionResponse },
  deleteCurrentTenantSession: {
    operationId: 'deleteCurrentTenantSession',
    status: 204,
    body: DeleteCurrentTenantSessionResponse,
  },
  createTenantRegistration: {
    operationId: 'createTenantRegistration',
    status: 201,
    body: CreateTenantRegistrationResponse,
  },
  readTenantRegistration: {
    operationId: 'readTenantRegistration',
    status: 200,
    body: ReadTenantRegistrationResponse,
  },
  putTenantRegistrationAccount: {
    operationId: 'putTenantRegistrationAccount',
    status: 200,
    body: PutTenantRegistrationAccountResponse,
  },
  createTenantRegistrationEmail: {
    operationId: 'createTenantRegistrationEmail',
    status: 201,
    body: CreateTenantRegistrationEmailResponse,
  },
  createRegisteredTenantSession: {
    operationId: 'createRegisteredTenantSession',
    status: 201,
    body: CreateRegisteredTenantSessionResponse,
  },
  createPasswordReset: { operationId: 'createPasswordReset', status: 201, body: CreatePasswordResetResponse },
  readPasswordReset: { operationId: 'readPasswordReset', status: 200, body: ReadPasswordResetResponse },
  createPasswordResetProof: {
    operationId: 'createPasswordResetProof',
    status: 204,
    body: CreatePasswordResetProofResponse,
  },
  putPasswordResetPassword: {
    operationId: 'putPasswordResetPassword',
    status: 200,
    body: PutPasswordResetPasswordResponse,
  },
  listAccounts: { operationId: 'listAccounts', status: 200, body: ListAccountsResponse },
  listLedgerEntries: { operationId: 'listLedgerEntries', status: 200, body: ListLedgerEntriesResponse },
  createStatementDelivery: {
    operationId: 'createStatementDelivery',
    status: 201,
    body: CreateStatementDeliveryResponse,
  },
  listPayments: { operationId: 'listPayments', status: 200, body: ListPaymentsResponse },
  createPayment: { operationId: 'createPayment', status: 201, body: CreatePaymentResponse },
  createPaymentReceiptDelivery: {
    operationId: 'createPaymentReceiptDelivery',
    status: 201,
    body: CreatePaymentReceiptDeliveryResponse,
  },
  readRentNotice: { operationId: 'readRentNotice', status: 200, body: ReadRentNoticeResponse },
  createCardCharge: { operationId: 'createCardCharge', status: 201, body: CreateCardChargeResponse },
  readCardCharge: { operationId: 'readCardCharge', status: 200, body: ReadCardChargeResponse },
  readDirectDebit: { operationId: 'readDirectDebit', status: 200, body: ReadDirectDebitResponse },
  createDirectDebitMandate: {
    operationId: 'createDirectDebitMandate',
    status: 201,
    body: CreateDirectDebitMandateResponse,
  },
  createDirectDebitMandateDelivery: {
    operationId: 'createDirectDebitMandateDelivery',
    status: 201,
    body: CreateDirectDebitMandateDeliveryResponse,
  },
  createDirectDebitFormDelivery: {
    operationId: 'createDirectDebitFormDelivery',
    status: 201,
    body: CreateDirectDebitFormDeliveryResponse,
  },
  createDirectDebitChange: {
    operationId: 'createDirectDebitChange',
    status: 201,
    body: CreateDirectDebitChangeResponse,
  },
  createDocument: { operationId: 'createDocument', status: 201, body: CreateDocumentResponse },
  createUpload: { operationId: 'createUpload', status: 201, body: CreateUploadResponse },
  readUpload: { operationId: 'readUpload', status: 200, body: ReadUploadResponse },
  appendToUpload: { operationId: 'appendToUpload', status: 200, body: AppendToUploadResponse },
  listInsuranceCertificates: {
    operationId: 'listInsuranceCertificates',
    status: 200,
    body: ListInsuranceCertificatesResponse,
  },
  createInsuranceCertificate: {
    operationId: 'createInsuranceCertificate',
    status: 201,
    body: CreateInsuranceCertificateResponse,
  },
  createUploadSlot: { operationId: 'createUploadSlot', status: 201, body: CreateUploadSlotResponse },
  readUploadSlot: { operationId: 'readUploadSlot', status: 200, body: ReadUploadSlotResponse },
  deleteUploadSlot: { operationId: 'deleteUploadSlot', status: 204, body: DeleteUploadSlotResponse },
  readUploadedFile: {
    operationId: 'readUploadedFile',
    status: 200,
    body: ReadUploadedFileResponse,
    maxBytes: MAX_FILE_ANSWER_BYTES,
  },
  readUsefulNumbers: {
    operationId: 'readUsefulNumbers',
    status: 200,
    body: ReadUsefulNumbersResponse,
  },
  readAgencies: { operationId: 'readAgencies', status: 200, body: ReadAgenciesResponse },
  readPracticalTexts: { operationId: 'readPracticalTexts', status: 200, body: ReadPracticalTextsResponse },
  readResidenceAlerts: {
    operationId: 'readResidenceAlerts',
    status: 200,
    body: ReadResidenceAlertsResponse,
  },
  createHelpCall: { operationId: 'createHelpCall', status: 201, body: CreateHelpCallResponse },
  readHelpCall: { operationId: 'readHelpCall', status: 200, body: ReadHelpCallResponse },
  deleteHelpCall: { operationId: 'deleteHelpCall', status: 204, body: DeleteHelpCallResponse },
} as const satisfies Record<string, ExpectedAnswer<unknown>>;
