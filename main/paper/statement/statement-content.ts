import type { Locale } from '../../../preload/contract.ts';
import type { Sender } from '../parts/letterhead.ts';

/** All that a statement says. Money is whole cents, positive when the tenant owes it; days are `2018-06-26`. */
export interface StatementContent extends Sender {
  readonly tenant: { readonly displayName: string; readonly number: string };
  readonly lease: { readonly number: string; readonly addressLines: readonly string[] };
  readonly period: { readonly from: string; readonly to: string };
  readonly issuedOn: string;
  readonly locale: Locale;
  /** Before the first entry. */
  readonly openingBalanceCents: number;
  /** The oldest first: paper is read from the opening balance downwards. */
  readonly entries: readonly StatementEntry[];
  /** After the last entry. */
  readonly closingBalanceCents: number;
}

export interface StatementEntry {
  readonly postedOn: string;
  readonly label: string;
  readonly direction: 'debit' | 'credit';
  readonly amountCents: number;
  readonly balanceAfterCents: number;
}
