import { createAppointment } from './create-appointment.ts';
import { createAppointmentDelivery } from './create-appointment-delivery.ts';
import { createAuditEntry } from './create-audit-entry.ts';
import { createCardCharge } from './create-card-charge.ts';
import { createCashSlip } from './create-cash-slip.ts';
import { createDirectDebitChange } from './create-direct-debit-change.ts';
import { createDirectDebitFormDelivery } from './create-direct-debit-form-delivery.ts';
import { createDirectDebitMandate } from './create-direct-debit-mandate.ts';
import { createDirectDebitMandateDelivery } from './create-direct-debit-mandate-delivery.ts';
import { createDocument, createUnsignedDeposit } from './create-document.ts';
import { createGuideSession } from './create-guide-session.ts';
import { createInsuranceCertificate } from './create-insurance-certificate.ts';
import { createKioskCredential, createKioskEnrolment } from './create-kiosk-enrolment.ts';
import { createKioskHealthReport } from './create-kiosk-health-report.ts';
import { createKioskToken } from './create-kiosk-token.ts';
import { createPaperDelivery } from './create-paper-delivery.ts';
import { createPayment } from './create-payment.ts';
import { createPaymentReceiptDelivery } from './create-payment-receipt-delivery.ts';
import { createProfileChange } from './create-profile-change.ts';
import { createProfileChangeWithdrawal } from './create-profile-change-withdrawal.ts';
import { createRequest, createUnsignedRequest } from './create-request.ts';
import { createRequestMessage, createRequestSettlement } from './create-request-message.ts';
import { createStatementDelivery } from './create-statement-delivery.ts';
import { createTenantSession } from './create-tenant-session.ts';
import { createUploadSlot } from './create-upload-slot.ts';
import { deleteAppointment } from './delete-appointment.ts';
import { deleteCurrentTenantSession } from './delete-current-tenant-session.ts';
import { deleteUploadSlot } from './delete-upload-slot.ts';
import { createHelpCall, deleteHelpCall, readHelpCall } from './help-calls.ts';
import { listAccounts } from './list-accounts.ts';
import { listAppointmentSlots } from './list-appointment-slots.ts';
import { listAppointments } from './list-appointments.ts';
import { listChargeYears } from './list-charge-years.ts';
import { listFollowUps } from './list-follow-ups.ts';
import { listInsuranceCertificates } from './list-insurance-certificates.ts';
import { listLeasePapers } from './list-lease-papers.ts';
import { listLedgerEntries } from './list-ledger-entries.ts';
import { listPayments } from './list-payments.ts';
import { listProfileChanges } from './list-profile-changes.ts';
import { listRentMonths } from './list-rent-months.ts';
import { listRequests } from './list-requests.ts';
import type { PerformOperation } from './operation.ts';
import {
  createPasswordReset,
  createPasswordResetProof,
  putPasswordResetPassword,
  readPasswordReset,
} from './password-resets.ts';
import {
  readAgencies,
  readPaymentMethods,
  readPracticalTexts,
  readResidenceAlerts,
  readUsefulNumbers,
} from './public-information.ts';
import { readCardCharge } from './read-card-charge.ts';
import { readConsumption } from './read-consumption.ts';
import { readDirectDebit } from './read-direct-debit.ts';
import { readPaperFile } from './read-paper-file.ts';
import { readRentNotice } from './read-rent-notice.ts';
import { readRequest } from './read-request.ts';
import { readTenantProfile } from './read-tenant-profile.ts';
import { readUploadSlot } from './read-upload-slot.ts';
import { readUploadedFile } from './read-uploaded-file.ts';
import { createAccountWithoutEmail, createStaffSession, deleteStaffSession } from './staff-sessions.ts';
import {
  createRegisteredTenantSession,
  createTenantRegistration,
  createTenantRegistrationEmail,
  putTenantRegistrationAccount,
  readTenantRegistration,
} from './tenant-registrations.ts';
import { appendToUpload, createUpload, readUpload } from './uploads.ts';

/** By the operationId of the contract; one that is missing here fails the start. */
export const OPERATIONS: Readonly<Record<string, PerformOperation>> = {
  createKioskEnrolment,
  createKioskCredential,
  createKioskHealthReport,
  createAuditEntry,
  createStaffSession,
  deleteStaffSession,
  createAccountWithoutEmail,
  createKioskToken,
  createTenantSession,
  deleteCurrentTenantSession,
  createTenantRegistration,
  readTenantRegistration,
  putTenantRegistrationAccount,
  createTenantRegistrationEmail,
  createRegisteredTenantSession,
  createPasswordReset,
  readPasswordReset,
  createPasswordResetProof,
  putPasswordResetPassword,
  listAccounts,
  listLedgerEntries,
  createStatementDelivery,
  listPayments,
  createPayment,
  createPaymentReceiptDelivery,
  readRentNotice,
  createCardCharge,
  readCardCharge,
  readDirectDebit,
  createDirectDebitMandate,
  createDirectDebitChange,
  createDirectDebitMandateDelivery,
  createDirectDebitFormDelivery,
  createDocument,
  createUpload,
  readUpload,
  appendToUpload,
  listInsuranceCertificates,
  createInsuranceCertificate,
  listAppointmentSlots,
  listAppointments,
  createAppointment,
  deleteAppointment,
  createAppointmentDelivery,
  readTenantProfile,
  listProfileChanges,
  createProfileChange,
  createProfileChangeWithdrawal,
  createCashSlip,
  createPaperDelivery,
  listChargeYears,
  listLeasePapers,
  listRentMonths,
  readConsumption,
  readPaperFile,
  listRequests,
  readRequest,
  createRequest,
  createRequestMessage,
  createRequestSettlement,
  createUnsignedRequest,
  createUnsignedDeposit,
  listFollowUps,
  createUploadSlot,
  readUploadSlot,
  deleteUploadSlot,
  readUploadedFile,
  readUsefulNumbers,
  readAgencies,
  readPaymentMethods,
  readPracticalTexts,
  readResidenceAlerts,
  createGuideSession,
  createHelpCall,
  readHelpCall,
  deleteHelpCall,
};
