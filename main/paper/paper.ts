import type { Result } from '../../preload/contract.ts';
import { type Log, silentLog } from '../log/log.ts';
import type { AccountSlipContent } from './account-slip/account-slip-content.ts';
import type { AppointmentConfirmationContent } from './appointment-confirmation/appointment-confirmation-content.ts';
import type { AssistanceSummaryContent } from './assistance-summary/assistance-summary-content.ts';
import type { CashSlipContent } from './cash-slip/cash-slip-content.ts';
import type {
  DirectDebitFormContent,
  DirectDebitMandateContent,
} from './direct-debit-mandate/direct-debit-mandate-content.ts';
import type { DrawnPaper } from './drawing.ts';
import { createDrawingThread, type DrawingResult } from './drawing-thread.ts';
import type { InsuranceAcknowledgementContent } from './insurance-acknowledgement/insurance-acknowledgement-content.ts';
import type { PaymentReceiptContent } from './payment-receipt/payment-receipt-content.ts';
import type { RequestAcknowledgementContent } from './request-acknowledgement/request-acknowledgement-content.ts';
import { startPaperWorker } from './start-worker.ts';
import type { StatementContent } from './statement/statement-content.ts';
import type { TestPageContent } from './test-page/test-page-content.ts';
import type { UsefulNumbersContent } from './useful-numbers/useful-numbers-content.ts';

export type { AccountSlipContent } from './account-slip/account-slip-content.ts';
export type { AppointmentConfirmationContent } from './appointment-confirmation/appointment-confirmation-content.ts';
export type { AssistanceSummaryContent } from './assistance-summary/assistance-summary-content.ts';
export type { CashSlipContent } from './cash-slip/cash-slip-content.ts';
export type {
  DirectDebitFormContent,
  DirectDebitMandateContent,
} from './direct-debit-mandate/direct-debit-mandate-content.ts';
export type { DrawnPaper } from './drawing.ts';
export type { InsuranceAcknowledgementContent } from './insurance-acknowledgement/insurance-acknowledgement-content.ts';
export type { PaymentReceiptContent } from './payment-receipt/payment-receipt-content.ts';
export { canBearTicket } from './payment-receipt/verify.ts';
export type { RequestAcknowledgementContent } from './request-acknowledgement/request-acknowledgement-content.ts';
export { requestWordsOnPaper } from './request-acknowledgement/request-words.ts';
export type { StatementContent, StatementEntry } from './statement/statement-content.ts';
export type { TestPageContent } from './test-page/test-page-content.ts';
export type { UsefulNumbersContent } from './useful-numbers/useful-numbers-content.ts';

const thread = createDrawingThread({ startWorker: startPaperWorker });

/**
 * Draws a statement as an A4 PDF, in a thread of its own. The figures are added up again first: what does not add
 * up is not drawn. Fails with `DOCUMENT_FAILED`; the log says why.
 */
export async function drawStatement(
  content: StatementContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('statement', await thread.draw({ paper: 'statement', content }), log);
}

/**
 * Draws the receipt of a payment as an A4 PDF, in the same thread: for a part payment a "reçu", never a "quittance".
 * Fails with `DOCUMENT_FAILED`; the log says why.
 */
export async function drawPaymentReceipt(
  content: PaymentReceiptContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('payment-receipt', await thread.draw({ paper: 'payment-receipt', content }), log);
}

/**
 * Draws a SEPA direct debit mandate, filled in and signed, as an A4 PDF, in the same thread. Fails with
 * `DOCUMENT_FAILED`, also for a signature that is more than strokes on its sheet; the log says why.
 */
export async function drawDirectDebitMandate(
  content: DirectDebitMandateContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('direct-debit-mandate', await thread.draw({ paper: 'direct-debit-mandate', content }), log);
}

/** Draws the same mandate with lines to be filled in by hand. Fails with `DOCUMENT_FAILED`; the log says why. */
export async function drawDirectDebitForm(
  content: DirectDebitFormContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('direct-debit-form', await thread.draw({ paper: 'direct-debit-form', content }), log);
}

/**
 * Draws the acknowledgement of a request, on A4 or for a roll, in the same thread: with the text as the person wrote
 * it, in any script. What no font of the kiosk has is visibly replaced, and the paper says so. Fails with
 * `DOCUMENT_FAILED`, also for a text of more than 4,000 characters, or, on a roll, of more than 300 lines of its
 * own; the log says why.
 */
export async function drawRequestAcknowledgement(
  content: RequestAcknowledgementContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  const paper = 'request-acknowledgement';
  return report(paper, await thread.draw({ paper, content }), log);
}

/**
 * Draws the acknowledgement of an insurance certificate, on A4 or for a roll, in the same thread. Fails with
 * `DOCUMENT_FAILED`, also when the insurance ends before it begins; the log says why.
 */
export async function drawInsuranceAcknowledgement(
  content: InsuranceAcknowledgementContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  const paper = 'insurance-acknowledgement';
  return report(paper, await thread.draw({ paper, content }), log);
}

/**
 * Draws what somebody takes home who has just created an online account, on A4 or for a roll, in the same thread.
 * Fails with `DOCUMENT_FAILED`, also for an e-mail address that is not masked; the log says why.
 */
export async function drawAccountSlip(
  content: AccountSlipContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('account-slip', await thread.draw({ paper: 'account-slip', content }), log);
}

/**
 * Draws what staff did in a tenant's name, on A4 or for a roll, in the same thread. Fails with `DOCUMENT_FAILED`; the
 * log says why.
 */
export async function drawAssistanceSummary(
  content: AssistanceSummaryContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('assistance-summary', await thread.draw({ paper: 'assistance-summary', content }), log);
}

/**
 * Draws the slip for paying in cash at a post office, on A4 or for a roll, in the same thread. Fails with
 * `DOCUMENT_FAILED`, also for more than may be paid in cash; the log says why.
 */
export async function drawCashSlip(
  content: CashSlipContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('cash-slip', await thread.draw({ paper: 'cash-slip', content }), log);
}

/**
 * Draws the confirmation of an appointment, on A4 or for a roll, in the same thread. Fails with `DOCUMENT_FAILED`;
 * the log says why.
 */
export async function drawAppointmentConfirmation(
  content: AppointmentConfirmationContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  const paper = 'appointment-confirmation';
  return report(paper, await thread.draw({ paper, content }), log);
}

/** Draws a test page as an A4 PDF, in the same thread. Fails with `DOCUMENT_FAILED`; the log says why. */
export async function drawTestPage(
  content: TestPageContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('test-page', await thread.draw({ paper: 'test-page', content }), log);
}

/** Draws the page of useful numbers as an A4 PDF, in the same thread. Fails with `DOCUMENT_FAILED`; the log says why. */
export async function drawUsefulNumbers(
  content: UsefulNumbersContent,
  log: Log = silentLog,
): Promise<Result<DrawnPaper>> {
  return report('useful-numbers', await thread.draw({ paper: 'useful-numbers', content }), log);
}

/** Ends the thread, and with it all that it knows of a person. What is still being drawn fails. */
export async function forgetPaper(): Promise<void> {
  await thread.end();
}

function report(paper: string, result: DrawingResult, log: Log): Result<DrawnPaper> {
  if (!result.ok) {
    log.error('paper.not-drawn', { paper, fault: result.fault });
    return { ok: false, error: { code: 'DOCUMENT_FAILED' } };
  }
  const { pageCount, missingGlyphs, pdf } = result.drawn;
  log.info('paper.drawn', { paper, pageCount, missingGlyphs, byteCount: pdf.byteLength });
  return { ok: true, value: result.drawn };
}
