import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** What is handed to whoever has just created an online account. A password has no place in it. */
export interface AccountSlipContent extends Sender {
  readonly tenant: { readonly displayName: string; readonly number: string };
  /** Enough to be recognised by its owner: `j•••@exemple.fr`. */
  readonly maskedEmail: string;
  /** Until when the link in the e-mail works, `2018-07-12T07:05:00.000Z`; null where that is not known. */
  readonly linkValidUntil: string | null;
  /** Where the account is found at home: `www.ekidom.fr`; null where the landlord has not said. */
  readonly website: string | null;
  /** The agency's own day, on which the account was created: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
