import type { StatementContent, StatementEntry } from '../statement/statement-content.ts';
import { household } from './sample-household.ts';

export type Posting = readonly [
  postedOn: string,
  label: string,
  direction: StatementEntry['direction'],
  amountCents: number,
];

/** The ledger of the leaflet that every tenant was given, the oldest first: 27,74 € are owed in the end. */
export const leafletPostings: readonly Posting[] = [
  ['2018-06-26', 'APL 02/18 05/18', 'debit', 108_20],
  ['2018-06-26', 'LOG 004473 03/18', 'credit', 27_74],
  ['2018-06-26', 'LOG 004473 04/18', 'credit', 27_74],
  ['2018-06-26', 'LOG 004473 05/18', 'credit', 27_74],
  ['2018-06-26', 'LOG 004473 06/18', 'debit', 238_57],
  ['2018-06-26', 'APL 06/18', 'credit', 191_95],
  ['2018-07-10', 'Chèque bancaire', 'credit', 43_86],
];

/** A statement over 2018 whose balances follow from its postings. */
export function statementOf(
  postings: readonly Posting[],
  changes: Partial<StatementContent> = {},
): StatementContent {
  const openingBalanceCents = changes.openingBalanceCents ?? 0;
  let balanceAfterCents = openingBalanceCents;
  const entries = postings.map(([postedOn, label, direction, amountCents]) => {
    balanceAfterCents += direction === 'debit' ? amountCents : -amountCents;
    return { postedOn, label, direction, amountCents, balanceAfterCents };
  });
  return {
    ...household,
    period: { from: '2018-01-01', to: '2018-12-31' },
    issuedOn: '2019-01-08',
    locale: 'fr',
    openingBalanceCents,
    entries,
    closingBalanceCents: balanceAfterCents,
    ...changes,
  };
}

/** Rents and payments by turns, each rent one cent higher than the one before. */
export function manyPostings(count: number): Posting[] {
  return Array.from({ length: count }, (_, index) => {
    const month = String(Math.floor((index * 12) / count) + 1).padStart(2, '0');
    return index % 2 === 0
      ? [`2018-${month}-01`, `LOG 004473 ${month}/18`, 'debit', 456_78 + index]
      : [`2018-${month}-05`, 'Prélèvement automatique', 'credit', index % 3 === 0 ? 400_00 : 512_33];
  });
}
