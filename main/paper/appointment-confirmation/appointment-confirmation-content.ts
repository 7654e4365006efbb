import type { AppointmentSubject } from '../../../preload/appointment-contract.ts';
import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** All that the confirmation of an appointment says. */
export interface AppointmentConfirmationContent extends Sender {
  /** Where the person is received. */
  readonly agency: { readonly name: string };
  readonly tenant: { readonly displayName: string; readonly number: string };
  readonly subject: AppointmentSubject;
  /** `2018-07-16T07:30:00.000Z` */
  readonly startsAt: string;
  /** Name and address. */
  readonly placeLines: readonly string[];
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
