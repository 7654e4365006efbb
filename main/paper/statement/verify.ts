import { isDay } from '../formats/dates.ts';
import type { StatementContent } from './statement-content.ts';

/** Why a statement must not be printed. */
export type StatementFault =
  | 'DATE_IMPOSSIBLE'
  | 'ENTRY_OUTSIDE_PERIOD'
  | 'NOT_WHOLE_CENTS'
  | 'AMOUNT_NEGATIVE'
  | 'FIGURES_DO_NOT_ADD_UP';

export interface StatementTotals {
  readonly debitCents: number;
  readonly creditCents: number;
}

export type Verified = { ok: true; totals: StatementTotals } | { ok: false; fault: StatementFault };

/** Adds everything up again. A paper with a wrong figure is worse than no paper. */
export function verifyStatement(content: StatementContent): Verified {
  const { period, entries, openingBalanceCents, closingBalanceCents } = content;
  if (![period.from, period.to, content.issuedOn, ...entries.map((entry) => entry.postedOn)].every(isDay)) {
    return { ok: false, fault: 'DATE_IMPOSSIBLE' };
  }
  if (period.from > period.to) return { ok: false, fault: 'DATE_IMPOSSIBLE' };
  if (entries.some(({ postedOn }) => postedOn < period.from || postedOn > period.to)) {
    return { ok: false, fault: 'ENTRY_OUTSIDE_PERIOD' };
  }

  const figures = entries.flatMap(({ amountCents, balanceAfterCents }) => [amountCents, balanceAfterCents]);
  if (![openingBalanceCents, closingBalanceCents, ...figures].every(Number.isSafeInteger)) {
    return { ok: false, fault: 'NOT_WHOLE_CENTS' };
  }
  if (entries.some(({ amountCents }) => amountCents < 0)) return { ok: false, fault: 'AMOUNT_NEGATIVE' };

  let balanceCents = openingBalanceCents;
  let debitCents = 0;
  let creditCents = 0;
  for (const { direction, amountCents, balanceAfterCents } of entries) {
    if (direction === 'debit') {
      debitCents += amountCents;
      balanceCents += amountCents;
    } else {
      creditCents += amountCents;
      balanceCents -= amountCents;
    }
    if (balanceCents !== balanceAfterCents) return { ok: false, fault: 'FIGURES_DO_NOT_ADD_UP' };
  }

  if (balanceCents !== closingBalanceCents) return { ok: false, fault: 'FIGURES_DO_NOT_ADD_UP' };
  if (!Number.isSafeInteger(debitCents) || !Number.isSafeInteger(creditCents)) {
    return { ok: false, fault: 'NOT_WHOLE_CENTS' };
  }
  return { ok: true, totals: { debitCents, creditCents } };
}
