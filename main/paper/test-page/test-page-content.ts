import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';

/** What a test page says of the kiosk that prints it. Nothing of a tenant. */
export interface TestPageContent {
  readonly landlord: { readonly name: string; readonly phone: string };
  readonly agency: { readonly name: string };
  readonly kioskId: string;
  readonly printerId: string;
  /** Of the program. */
  readonly version: string;
  /** The agency's own day and minute: `2018-07-11`, `09:05`. */
  readonly printedOn: string;
  readonly printedAt: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
