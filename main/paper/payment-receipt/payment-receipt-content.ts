import type { Locale } from '../../../preload/contract.ts';
import type { PaymentMeans } from '../../../preload/payment-contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** All that a receipt says. What is not known of a payment is null, and then the paper does not speak of it. */
export interface PaymentReceiptContent extends Sender {
  readonly tenantName: string | null;
  readonly tenantNumber: string | null;
  readonly leaseNumber: string | null;
  /** Of the rent notice that was paid, 14 figures. */
  readonly noticeReference: string | null;
  readonly amountCents: number;
  /** `2018-07-11T07:05:00.000Z` */
  readonly paidAt: string;
  /** Short enough to be said aloud: `7F3A-21C9`. */
  readonly reference: string;
  /** Whether all that was owed was paid. */
  readonly isWhole: boolean;
  readonly means: PaymentMeans;
  readonly authorisationNumber: string | null;
  /** The terminal's own ticket for the customer, printed as it is. */
  readonly ticketText: string | null;
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
