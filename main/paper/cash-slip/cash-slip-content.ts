import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** What is shown at a post office to pay in cash. */
export interface CashSlipContent extends Sender {
  readonly tenant: { readonly displayName: string; readonly number: string };
  readonly leaseNumber: string;
  /** What is typed where the code cannot be read: `EKI004473180001`. */
  readonly reference: string;
  /** What stands in the two-dimensional code: capitals and figures. */
  readonly code: string;
  readonly amountCents: number;
  /** The last day on which the post office takes it: `2018-08-10`. */
  readonly validUntil: string;
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
