/** How the landlord debits one account: by which mandate, and when next. */
import type { LedgerEntry } from './ledger.ts';
import { monthsAfter } from './tenants/rent-life.ts';

export interface DirectDebitBook {
  mandate: Mandate | null;
  /** The next one first. */
  comingDebits: PlannedDebit[];
  /** How many mandates there were; the next one's reference is made of it. */
  mandateCount: number;
  changeCount: number;
}

export interface Mandate {
  readonly reference: string;
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly bankName: string | null;
  readonly day: number;
  readonly signedOn: string;
  readonly state: 'active' | 'beingRecorded' | 'ending';
  /** Null for one that was signed on paper, before there were kiosks. */
  readonly signature: string | null;
}

export interface PlannedDebit {
  readonly id: string;
  readonly dueOn: string;
  readonly amountCents: number;
  readonly isLeftOut: boolean;
}

export const CREDITOR = {
  identifier: 'FR72ZZZ123456',
  name: 'EKIDOM',
  addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
} as const;

export const DEBIT_DAYS = [2, 5, 10, 15, 20, 26] as const;

/** The bank has a debit so long before its day. */
const DAYS_AT_THE_BANK = 8;
const MONTHS_PLANNED = 3;
/** Every month has it; the contract lets no debit be later. */
const LAST_DAY = 28;

export function openDirectDebit(
  leaseNumber: string,
  before: { holder: string; iban: string; bankName: string; day: number } | undefined,
  entries: readonly LedgerEntry[],
  today: string,
): DirectDebitBook {
  const book: DirectDebitBook = { mandate: null, comingDebits: [], mandateCount: 0, changeCount: 0 };
  if (!before) return book;
  book.mandate = {
    ...before,
    reference: referenceOf(leaseNumber, book),
    bic: null,
    signedOn: `${monthsAfter(today.slice(0, 7), -12)}-03`,
    state: 'active',
    signature: null,
  };
  book.mandateCount = 1;
  book.comingDebits = plan(leaseNumber, {
    day: before.day,
    amountCents: monthlyCentsOf(entries),
    after: today,
    today,
  });
  return book;
}

export function referenceOf(leaseNumber: string, { mandateCount }: DirectDebitBook): string {
  return `EKI-${leaseNumber.toUpperCase().slice(0, 24)}-${mandateCount + 1}`;
}

/** Takes the place of the mandate before. What the bank has already is debited all the same. */
export function enterMandate(
  book: DirectDebitBook,
  leaseNumber: string,
  mandate: Omit<Mandate, 'bankName' | 'signedOn' | 'state'>,
  entries: readonly LedgerEntry[],
  today: string,
): void {
  book.mandate = { ...mandate, bankName: null, signedOn: today, state: 'beingRecorded' };
  book.mandateCount += 1;
  const atTheBank = book.comingDebits.filter(({ dueOn }) => isTooLate(dueOn, today));
  const { day } = mandate;
  // Nobody is debited twice for a month.
  const monthsPaid = atTheBank.map(({ dueOn }) => dayOf(dueOn.slice(0, 7), LAST_DAY));
  const after = [daysAfter(today, DAYS_AT_THE_BANK), ...monthsPaid].toSorted().at(-1);
  const amountCents = monthlyCentsOf(entries);
  book.comingDebits = [
    ...atTheBank,
    ...plan(leaseNumber, { day, amountCents, after: after ?? today, today }),
  ];
}

export function changeDay(book: DirectDebitBook, day: number, today: string): void {
  if (book.mandate) book.mandate = { ...book.mandate, day };
  book.comingDebits = book.comingDebits.map((debit) => {
    const dueOn = dayOf(debit.dueOn.slice(0, 7), day);
    return isTooLate(debit.dueOn, today) || isTooLate(dueOn, today) ? debit : { ...debit, dueOn };
  });
}

export function endMandate(book: DirectDebitBook, today: string): void {
  if (book.mandate) book.mandate = { ...book.mandate, state: 'ending' };
  book.comingDebits = book.comingDebits.filter(({ dueOn }) => isTooLate(dueOn, today));
}

export function isTooLate(dueOn: string, today: string): boolean {
  return dueOn <= daysAfter(today, DAYS_AT_THE_BANK);
}

/** What was left to pay on the last day on which rent was booked; nothing where nothing was. */
function monthlyCentsOf(entries: readonly LedgerEntry[]): number {
  const rentDay = entries.findLast(({ direction }) => direction === 'debit')?.postedOn;
  return entries
    .filter(({ postedOn, direction, label }) => {
      const isRentOrBenefit = direction === 'debit' || label.startsWith('APL');
      return postedOn === rentDay && isRentOrBenefit;
    })
    .reduce(
      (sum, { direction, amountCents }) => sum + (direction === 'debit' ? amountCents : -amountCents),
      0,
    );
}

function plan(
  leaseNumber: string,
  { day, amountCents, after, today }: { day: number; amountCents: number; after: string; today: string },
): PlannedDebit[] {
  if (amountCents <= 0) return [];
  return Array.from({ length: MONTHS_PLANNED + 2 }, (_, index) => monthsAfter(today.slice(0, 7), index))
    .map((month) => ({ month, dueOn: dayOf(month, day) }))
    .filter(({ dueOn }) => dueOn > after)
    .slice(0, MONTHS_PLANNED)
    .map(({ month, dueOn }) => ({
      id: `debit-${leaseNumber}-${month}`,
      dueOn,
      amountCents,
      isLeftOut: false,
    }));
}

function dayOf(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
