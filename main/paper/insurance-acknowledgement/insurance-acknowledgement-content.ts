import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** All that the acknowledgement of an insurance certificate says. */
export interface InsuranceAcknowledgementContent extends Sender {
  readonly tenant: { readonly displayName: string; readonly number: string };
  readonly lease: { readonly number: string; readonly addressLines: readonly string[] };
  /** Null where nobody asked. */
  readonly insurer: string | null;
  /** As the person said it: days, `2018-07-01`. */
  readonly insured: { readonly from: string; readonly to: string };
  /** What was scanned at the kiosk has no name. */
  readonly document: { readonly name: string | null; readonly pageCount: number };
  /** `2018-07-11T07:05:00.000Z` */
  readonly receivedAt: string;
  /** Short enough to be said aloud. */
  readonly reference: string;
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
