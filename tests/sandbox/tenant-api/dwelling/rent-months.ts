import type { Account } from '../books.ts';
import { balanceOf } from '../ledger.ts';
import { monthsAfter, monthsBetween } from '../tenants/rent-life.ts';

export interface RentMonth {
  /** `2018-06` */
  readonly month: string;
  readonly dueCents: number;
  readonly leftToPayCents: number;
  readonly papers: readonly RentPaper[];
}

export interface RentPaper {
  readonly id: string;
  readonly kind: 'rentNotice' | 'quittance' | 'receipt';
  readonly issuedOn: string;
  readonly pageCount: number;
}

/** `LOG 004473 06/18`, `APL 06/18` */
const RENT = /^(?:LOG|GAR) \S+ (?<month>\d\d)\/(?<year>\d\d)$/;
const BENEFIT = /^APL (?<month>\d\d)\/(?<year>\d\d)$/;

/**
 * The newest first. What is owed on the account is what is left of the newest months; a month before those of the
 * ledger cost what the first of them does, and is paid.
 */
export function rentMonthsOf(account: Account, today: string): RentMonth[] {
  const dues = duesOf(account);
  const [firstKnown] = [...dues.keys()].toSorted();
  const last = [...dues.keys()].toSorted().at(-1);
  if (firstKnown === undefined || last === undefined) return [];
  let owedCents = Math.max(0, balanceOf(account.entries));
  return monthsBetween(account.lease.startsOn.slice(0, 7), last)
    .toReversed()
    .map((month): RentMonth => {
      const dueCents = dues.get(month) ?? dues.get(firstKnown) ?? 0;
      const leftToPayCents = Math.min(dueCents, owedCents);
      owedCents -= leftToPayCents;
      return {
        ...{ month, dueCents, leftToPayCents },
        papers: papersOf(account.lease.number, month, { dueCents, leftToPayCents, today }),
      };
    });
}

function papersOf(
  leaseNumber: string,
  month: string,
  { dueCents, leftToPayCents, today }: { dueCents: number; leftToPayCents: number; today: string },
): RentPaper[] {
  const paperOf = (kind: RentPaper['kind'], day: string) => ({
    id: `${leaseNumber}-${month}-${kind}`,
    kind,
    issuedOn: day < today ? day : today,
    pageCount: 1,
  });
  const notice = paperOf('rentNotice', `${month}-20`);
  const proofDay = `${monthsAfter(month, 1)}-08`;
  if (leftToPayCents === 0) return [paperOf('quittance', proofDay), notice];
  return leftToPayCents < dueCents ? [paperOf('receipt', proofDay), notice] : [notice];
}

/** By month: rent without housing benefit. */
function duesOf({ entries }: Account): ReadonlyMap<string, number> {
  const dues = new Map<string, number>();
  for (const { label, direction, amountCents } of entries) {
    const rent = direction === 'debit' ? monthIn(RENT, label) : null;
    const benefit = direction === 'credit' ? monthIn(BENEFIT, label) : null;
    const month = rent ?? benefit;
    if (month !== null) dues.set(month, (dues.get(month) ?? 0) + (rent ? amountCents : -amountCents));
  }
  // Benefit that was paid for a month whose rent is in no line of the account.
  for (const [month, cents] of dues) if (cents < 0) dues.delete(month);
  return dues;
}

function monthIn(pattern: RegExp, label: string): string | null {
  const found = pattern.exec(label)?.groups;
  return found ? `20${found.year}-${found.month}` : null;
}
