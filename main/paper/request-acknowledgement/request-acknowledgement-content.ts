import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** All that the acknowledgement of a request says. What is null is not spoken of. */
export interface RequestAcknowledgementContent extends Sender {
  readonly tenant: { readonly displayName: string; readonly number: string };
  readonly lease: { readonly number: string; readonly addressLines: readonly string[] } | null;
  /** Short enough to be said aloud. */
  readonly reference: string;
  /** In the reader's words: `Plomberie, fuite d’eau`. */
  readonly nature: string;
  /** In the reader's words: `Mon logement, salle de bains`. */
  readonly place: string | null;
  /** `2018-07-11T07:05:00.000Z` */
  readonly registeredAt: string;
  /** As the person wrote it, in any script: up to 4,000 characters. */
  readonly text: string;
  /** The names of what was handed in with it. */
  readonly attachments: readonly string[];
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
