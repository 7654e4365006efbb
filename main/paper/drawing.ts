import type { AccountSlipContent } from './account-slip/account-slip-content.ts';
import type { AccountSlipFault } from './account-slip/verify.ts';
import type { AppointmentConfirmationContent } from './appointment-confirmation/appointment-confirmation-content.ts';
import type { AppointmentConfirmationFault } from './appointment-confirmation/verify.ts';
import type { AssistanceSummaryContent } from './assistance-summary/assistance-summary-content.ts';
import type { CashSlipContent } from './cash-slip/cash-slip-content.ts';
import type { CashSlipFault } from './cash-slip/verify.ts';
import type {
  DirectDebitFormContent,
  DirectDebitMandateContent,
} from './direct-debit-mandate/direct-debit-mandate-content.ts';
import type { DirectDebitMandateFault } from './direct-debit-mandate/verify.ts';
import type { InsuranceAcknowledgementContent } from './insurance-acknowledgement/insurance-acknowledgement-content.ts';
import type { InsuranceAcknowledgementFault } from './insurance-acknowledgement/verify.ts';
import type { PaymentReceiptContent } from './payment-receipt/payment-receipt-content.ts';
import type { PaymentReceiptFault } from './payment-receipt/verify.ts';
import type { RequestAcknowledgementContent } from './request-acknowledgement/request-acknowledgement-content.ts';
import type { RequestAcknowledgementFault } from './request-acknowledgement/verify.ts';
import type { StatementContent } from './statement/statement-content.ts';
import type { StatementFault } from './statement/verify.ts';
import type { TestPageContent } from './test-page/test-page-content.ts';
import type { UsefulNumbersContent } from './useful-numbers/useful-numbers-content.ts';

/** What is asked of the drawing thread. Each kind of paper has its own. */
export type DrawingOrder =
  | { readonly paper: 'statement'; readonly content: StatementContent }
  | { readonly paper: 'payment-receipt'; readonly content: PaymentReceiptContent }
  | { readonly paper: 'direct-debit-mandate'; readonly content: DirectDebitMandateContent }
  | { readonly paper: 'direct-debit-form'; readonly content: DirectDebitFormContent }
  | { readonly paper: 'request-acknowledgement'; readonly content: RequestAcknowledgementContent }
  | { readonly paper: 'insurance-acknowledgement'; readonly content: InsuranceAcknowledgementContent }
  | { readonly paper: 'cash-slip'; readonly content: CashSlipContent }
  | { readonly paper: 'account-slip'; readonly content: AccountSlipContent }
  | { readonly paper: 'assistance-summary'; readonly content: AssistanceSummaryContent }
  | { readonly paper: 'appointment-confirmation'; readonly content: AppointmentConfirmationContent }
  | { readonly paper: 'test-page'; readonly content: TestPageContent }
  | { readonly paper: 'useful-numbers'; readonly content: UsefulNumbersContent };

/** Why a paper must not be drawn. */
export type PaperFault =
  | StatementFault
  | PaymentReceiptFault
  | DirectDebitMandateFault
  | RequestAcknowledgementFault
  | InsuranceAcknowledgementFault
  | AccountSlipFault
  | CashSlipFault
  | AppointmentConfirmationFault;

export interface DrawnPaper {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** Of paper from a roll. */
  readonly lengthMillimetres?: number;
  /** How many characters no font of the kiosk could draw; each is visibly replaced on the paper. */
  readonly missingGlyphs: number;
}

export type DrawingOutcome =
  | { readonly ok: true; readonly drawn: DrawnPaper }
  | { readonly ok: false; readonly fault: PaperFault };
