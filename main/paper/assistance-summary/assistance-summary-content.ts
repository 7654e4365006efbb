import type { WayOfDoing } from '../../../preload/assist-contract.ts';
import type { AuditAction } from '../../../preload/audit-entry.ts';
import type { Locale } from '../../../preload/contract.ts';
import type { PaperSize } from '../layout/document.ts';
import type { Sender } from '../parts/letterhead.ts';

/** What a staff member did in a tenant's name in one session, for the tenant to take home. Never what was typed. */
export interface AssistanceSummaryContent extends Sender {
  /** Null where nobody had signed in. */
  readonly tenant: { readonly displayName: string; readonly number: string } | null;
  /** As the tenant was told their names. */
  readonly staffNames: readonly string[];
  /** The oldest first; `2018-07-12T07:05:00.000Z`. */
  readonly acts: readonly {
    readonly act: AuditAction;
    readonly at: string;
    readonly how: WayOfDoing;
    /** Who was there, or saw it from the desk: null where the tenant was alone. */
    readonly staffName: string | null;
  }[];
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
  /** A4 where nothing is said. */
  readonly paperSize?: PaperSize;
}
