import { createHash } from 'node:crypto';

/** What was booked, before anybody computes a balance. Debits add to what the tenant owes. */
export interface Booking {
  readonly postedOn: string;
  readonly label: string;
  readonly direction: 'debit' | 'credit';
  readonly amountCents: number;
}

export interface LedgerEntry extends Booking {
  readonly id: string;
  readonly balanceAfterCents: number;
}

/** A stretch of a ledger, by position: from `first` up to and without `end`. The oldest entry has position 0. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly openingBalanceCents: number;
  readonly closingBalanceCents: number;
}

/** As many as a number of JavaScript holds exactly. */
const DIGEST_BYTES = 6;

export function debit(postedOn: string, label: string, amountCents: number): Booking {
  return { postedOn, label, direction: 'debit', amountCents };
}

export function credit(postedOn: string, label: string, amountCents: number): Booking {
  return { postedOn, label, direction: 'credit', amountCents };
}

/** The oldest first, whatever the order of the bookings; on the same day their order stays. */
export function enterInLedger(accountId: string, bookings: readonly Booking[]): LedgerEntry[] {
  let balanceCents = 0;
  return bookings
    .toSorted((one, other) => Number(one.postedOn > other.postedOn) - Number(one.postedOn < other.postedOn))
    .map((booking, position) => {
      balanceCents += booking.direction === 'debit' ? booking.amountCents : -booking.amountCents;
      return { id: `${accountId}-${position + 1}`, ...booking, balanceAfterCents: balanceCents };
    });
}

export function balanceOf(entries: readonly LedgerEntry[]): number {
  return entries.at(-1)?.balanceAfterCents ?? 0;
}

/** @param from, to days, both included; null for no bound */
export function stretchOf(entries: readonly LedgerEntry[], from: string | null, to: string | null): Stretch {
  const first = from === null ? 0 : countBefore(entries, (entry) => entry.postedOn < from);
  const end = to === null ? entries.length : countBefore(entries, (entry) => entry.postedOn <= to);
  return stretchBetween(entries, first, Math.max(first, end));
}

export function stretchBetween(entries: readonly LedgerEntry[], first: number, end: number): Stretch {
  return {
    first,
    end,
    openingBalanceCents: entries[first - 1]?.balanceAfterCents ?? 0,
    closingBalanceCents: entries[end - 1]?.balanceAfterCents ?? 0,
  };
}

/** Another number as soon as anything in the stretch, or the balance before it, has been put right. */
export function digestOf(entries: readonly LedgerEntry[], first: number, end: number): number {
  const stretch = [stretchBetween(entries, first, end).openingBalanceCents, entries.slice(first, end)];
  return createHash('sha256').update(JSON.stringify(stretch)).digest().readUIntBE(0, DIGEST_BYTES);
}

/** The calendar years in which something was booked, the newest first. */
export function calendarYearsOf(entries: readonly LedgerEntry[]) {
  const counts = new Map<string, number>();
  for (const { postedOn } of entries) {
    const year = postedOn.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .map(([year, entryCount]) => ({ from: `${year}-01-01`, to: `${year}-12-31`, entryCount }))
    .reverse();
}

/** Binary search: `isBefore` is true for some first entries and false for all others. */
function countBefore(entries: readonly LedgerEntry[], isBefore: (entry: LedgerEntry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = entries[middle];
    if (entry && isBefore(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
