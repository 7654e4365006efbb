/**
 * Whether a page of a ledger adds up. A wrong figure on a screen or on paper is worse than none, so a page in
 * which one cent does not follow from the other is not shown at all.
 */
import type { LedgerEntry, LedgerPage } from './generated/model/index.ts';

/** Where a page ends: what the page after it has to go on from. */
export interface LedgerPosition {
  /** Before the page's oldest entry. */
  readonly balanceCents: number;
  readonly postedOn: string;
  readonly entriesSoFar: number;
  readonly openingBalanceCents: number;
  readonly closingBalanceCents: number;
  readonly entryCount: number;
}

export interface LedgerQuestion {
  /** Days, both included; null where the history has no bound. */
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
  /** Null for the first page. */
  readonly after: LedgerPosition | null;
}

export type LedgerBreach =
  | 'more-than-asked'
  | 'another-period'
  | 'repeated-entry'
  | 'order'
  | 'balances'
  | 'closing-balance'
  | 'opening-balance'
  | 'entry-count'
  | 'totals-changed';

/** `next` is null after the last page. */
export type LedgerVerdict = { ok: true; next: LedgerPosition | null } | { ok: false; breach: LedgerBreach };

/** `page`: the newest entry first, in the shape of the contract. */
export function checkLedgerPage(page: LedgerPage, asked: LedgerQuestion): LedgerVerdict {
  const { items, nextCursor } = page;
  const { after } = asked;

  if (items.length > asked.limit) return breach('more-than-asked');
  if (after && !hasSameTotals(page, after)) return breach('totals-changed');
  if (!items.every((entry) => isWithin(entry.postedOn, asked))) return breach('another-period');
  if (new Set(items.map((entry) => entry.id)).size !== items.length) return breach('repeated-entry');

  let balanceCents = after ? after.balanceCents : page.closingBalanceCents;
  let postedOn = after?.postedOn ?? null;
  for (const [index, entry] of items.entries()) {
    if (postedOn !== null && entry.postedOn > postedOn) return breach('order');
    if (entry.balanceAfterCents !== balanceCents) {
      return breach(index === 0 && !after ? 'closing-balance' : 'balances');
    }
    balanceCents -= signedAmountCents(entry);
    postedOn = entry.postedOn;
  }

  const entriesSoFar = (after?.entriesSoFar ?? 0) + items.length;
  if (nextCursor === null) {
    if (entriesSoFar !== page.entryCount) return breach('entry-count');
    if (balanceCents !== page.openingBalanceCents) return breach('opening-balance');
    return { ok: true, next: null };
  }
  // Something has to be left for the next page, and this one has to have brought something: so reading ends.
  if (entriesSoFar >= page.entryCount || postedOn === null || items.length === 0)
    return breach('entry-count');
  const { openingBalanceCents, closingBalanceCents, entryCount } = page;
  return {
    ok: true,
    next: { balanceCents, postedOn, entriesSoFar, openingBalanceCents, closingBalanceCents, entryCount },
  };
}

/**
 * `page`: what was booked since `known` was read, in the period of both. It is a stretch of the ledger of its own that
 * begins where the known one ends: with its closing balance, on its last day at the earliest, with no entry of it.
 */
export function checkNewlyBooked(page: LedgerPage, asked: LedgerQuestion, known: LedgerPage): LedgerVerdict {
  if (page.openingBalanceCents !== known.openingBalanceCents) return breach('opening-balance');
  const [newestKnown] = known.items;
  if (newestKnown && page.items.some(({ postedOn }) => postedOn < newestKnown.postedOn))
    return breach('order');
  const knownIds = new Set(known.items.map(({ id }) => id));
  if (page.items.some(({ id }) => knownIds.has(id))) return breach('repeated-entry');

  const openingBalanceCents = known.closingBalanceCents;
  const entryCount = page.entryCount - known.entryCount;
  return checkLedgerPage({ ...page, openingBalanceCents, entryCount }, asked);
}

function signedAmountCents(entry: LedgerEntry): number {
  return entry.direction === 'debit' ? entry.amountCents : -entry.amountCents;
}

function hasSameTotals(page: LedgerPage, position: LedgerPosition): boolean {
  return (
    page.openingBalanceCents === position.openingBalanceCents &&
    page.closingBalanceCents === position.closingBalanceCents &&
    page.entryCount === position.entryCount
  );
}

/** ISO days compare as text. */
function isWithin(day: string, period: { from: string | null; to: string | null }): boolean {
  return (period.from === null || day >= period.from) && (period.to === null || day <= period.to);
}

function breach(name: LedgerBreach): LedgerVerdict {
  return { ok: false, breach: name };
}
