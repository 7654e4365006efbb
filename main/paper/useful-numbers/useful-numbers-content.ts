import type { Locale } from '../../../preload/contract.ts';
import type { Sender } from '../parts/letterhead.ts';

/** Whom to phone, to take home. Nothing of a tenant. */
export interface UsefulNumbersContent extends Sender {
  readonly agency: { readonly name: string; readonly phone: string };
  /** The emergency numbers are not among them: they stand on every such paper. */
  readonly numbers: readonly {
    readonly name: string;
    readonly phone: string;
    /** When somebody answers, what it is for. */
    readonly when: string | null;
  }[];
  /** The agency's own day: `2018-07-11`. */
  readonly printedOn: string;
  readonly locale: Locale;
}
