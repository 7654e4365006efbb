import { createHash } from 'node:crypto';
import type { Account, Books, Tenant } from './books.ts';
import { balanceOf } from './ledger.ts';

/** The bill of a month, as it lies in a letter box. */
export interface RentNotice {
  readonly reference: string;
  readonly tenant: Tenant;
  readonly account: Account;
  /** `2018-07` */
  readonly month: string;
  /** What is left to pay of it. */
  readonly dueCents: number;
  /** What its two-dimensional code says. */
  readonly code: string;
}

/** This month's and the last one's of each lease: what was left of the last stands on this one. */
export function rentNoticesOf(books: Books, today: string): RentNotice[] {
  const thisMonth = today.slice(0, 7);
  return books.tenants.flatMap((tenant) =>
    tenant.accounts.flatMap((account) => {
      const { startsOn, endsOn } = account.lease;
      // Who signed a lease together gets one notice of it; who has not moved in or has left gets none.
      if (books.holdersOf(account.id)[0]?.id !== tenant.id || startsOn > today) return [];
      if (endsOn !== null && endsOn < monthBefore(thisMonth)) return [];
      const owedCents = Math.max(0, balanceOf(account.entries));
      return [
        noticeOf({ tenant, account, month: thisMonth, dueCents: owedCents }),
        noticeOf({ tenant, account, month: monthBefore(thisMonth), dueCents: 0 }),
      ];
    }),
  );
}

/** A reference that is well formed, and nobody's. */
export const NOBODYS_REFERENCE = withCheckDigits('999999999999');

/** The code of a notice: what scanners read, and what a developer may show to a camera. */
export function noticeCode(reference: string, printedCents: number): string {
  return `EKI1${withCheckDigits(reference + String(printedCents).padStart(10, '0'))}`;
}

/** ISO 7064, MOD 97-10. */
export function withCheckDigits(digits: string): string {
  const check = 98n - ((BigInt(digits) * 100n) % 97n);
  return digits + String(check).padStart(2, '0');
}

/**
 * Enough of a name to be recognised by whoever knows it: the title and the first letter of the family name. The dots
 * are always as many, so that they do not tell how long the name is.
 */
export function maskedName(displayName: string): string {
  const words = displayName.trim().split(/\s+/);
  const firstOfName = words.findIndex((word) => !TITLES.has(word));
  const titles = firstOfName === -1 ? [] : words.slice(0, firstOfName);
  const [letter] = new Intl.Segmenter('fr').segment(words.at(-1) ?? '');
  return [...titles, `${letter?.segment ?? ''}${'•'.repeat(DOTS)}`].join(' ');
}

const DOTS = 5;
const TITLES = new Set(['M.', 'Mme', 'Mlle', 'et', 'السيد', 'السيدة']);

function noticeOf(facts: Omit<RentNotice, 'reference' | 'code'>): RentNotice {
  const reference = withCheckDigits(
    `${sixDigitsOf(facts.account.lease.number)}${facts.month.replace('-', '')}`,
  );
  return { ...facts, reference, code: noticeCode(reference, facts.dueCents) };
}

/** Whatever leases that were added at run time are called. */
function sixDigitsOf(leaseNumber: string): string {
  if (/^\d{6}$/.test(leaseNumber)) return leaseNumber;
  const hash = createHash('sha256').update(leaseNumber).digest().readUInt32BE();
  return String(hash % 1_000_000).padStart(6, '0');
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
