/** The pages of a ledger, and what was paid since: it stands above them until a later reading has it in them. */
import type { Account, LedgerEntry, LedgerPage } from '../../../preload/contract.ts';
import { noPages, type Pages, withPage as withPageOf } from '../../app/pages.ts';

export { SHOWN_ENTRIES_MAX, whileLoading, withFailure } from '../../app/pages.ts';

export interface Ledger extends Pages<LedgerEntry> {
  /** Null until the first page is there. */
  openingBalanceCents: number | null;
  beingRecorded: Account['beingRecorded'];
}

export const EMPTY_LEDGER: Ledger = {
  ...noPages<LedgerEntry>(),
  openingBalanceCents: null,
  beingRecorded: [],
};

export function withPage(ledger: Ledger, page: LedgerPage): Ledger {
  const isFirst = ledger.openingBalanceCents === null;
  return {
    ...withPageOf(ledger, page),
    openingBalanceCents: page.openingBalanceCents,
    // As told with the newest entries. What a later page says of it is newer than they are: a payment that was
    // booked in between would stand in neither.
    beingRecorded: isFirst ? page.beingRecorded : ledger.beingRecorded,
  };
}
