import { MOST_CASH_CENTS } from '../../../preload/cash-limits.ts';
import { isDay } from '../formats/dates.ts';
import type { CashSlipContent } from './cash-slip-content.ts';

/** Why a cash slip must not be printed. */
export type CashSlipFault = 'DATE_IMPOSSIBLE' | 'AMOUNT_IMPOSSIBLE' | 'CODE_IMPOSSIBLE';

const CODE = /^[0-9A-Z]{6,64}$/;

/** What is wrong with a slip, or null. */
export function faultOf(content: CashSlipContent): CashSlipFault | null {
  const { issuedOn, validUntil, amountCents, code, reference } = content;
  if (!isDay(issuedOn) || !isDay(validUntil) || validUntil < issuedOn) return 'DATE_IMPOSSIBLE';
  if (!Number.isSafeInteger(amountCents) || amountCents < 1 || amountCents > MOST_CASH_CENTS) {
    return 'AMOUNT_IMPOSSIBLE';
  }
  return CODE.test(code) && CODE.test(reference) ? null : 'CODE_IMPOSSIBLE';
}
