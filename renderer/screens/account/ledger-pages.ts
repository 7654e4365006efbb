/** The pages of a ledger as they come in, the newest first, put together into one list. */
import type { Failure, LedgerEntry, LedgerPage } from '../../../preload/contract.ts';

/** More lines than anybody reads on a terminal, and as many as it draws without effort. */
export const SHOWN_ENTRIES_MAX = 2_000;

export interface Ledger {
  entries: readonly LedgerEntry[];
  /** Null until the first page is there. */
  openingBalanceCents: number | null;
  /** Where the next page begins: null for the first page and after the last one, see `phase`. */
  cursor: string | null;
  phase: Phase;
}

export type Phase =
  | { name: 'loading' }
  /** There is more, to be fetched when the person comes near it. */
  | { name: 'partial' }
  | { name: 'complete' }
  /** There is more than is shown on one screen. */
  | { name: 'tooMany' }
  | { name: 'failed'; error: Failure };

export const EMPTY_LEDGER: Ledger = {
  entries: [],
  openingBalanceCents: null,
  cursor: null,
  phase: { name: 'loading' },
};

export function withPage(ledger: Ledger, page: LedgerPage): Ledger {
  const known = new Set(ledger.entries.map(({ id }) => id));
  const fresh = page.entries.filter(({ id }) => !known.has(id));
  const entries = [...ledger.entries, ...fresh].slice(0, SHOWN_ENTRIES_MAX);
  return {
    entries,
    openingBalanceCents: page.openingBalanceCents,
    cursor: page.nextCursor,
    phase: phaseAfter(ledger, page, entries.length),
  };
}

function phaseAfter(ledger: Ledger, page: LedgerPage, shownCount: number): Phase {
  const more = page.nextCursor !== null;
  const dropped = ledger.entries.length + page.entries.length > SHOWN_ENTRIES_MAX;
  if (shownCount >= SHOWN_ENTRIES_MAX && (more || dropped)) return { name: 'tooMany' };
  // A cursor that leads in a circle would load for ever.
  const stuck = more && page.nextCursor === ledger.cursor;
  if (stuck) return { name: 'failed', error: { code: 'API_BROKEN_ANSWER' } };
  return { name: more ? 'partial' : 'complete' };
}

export function withFailure(ledger: Ledger, error: Failure): Ledger {
  return { ...ledger, phase: { name: 'failed', error } };
}

export function whileLoading(ledger: Ledger): Ledger {
  return { ...ledger, phase: { name: 'loading' } };
}
