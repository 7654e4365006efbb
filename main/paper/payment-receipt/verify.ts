import { isDay, isInstant } from '../formats/dates.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

/** Why a receipt must not be printed. */
export type PaymentReceiptFault =
  | 'DATE_IMPOSSIBLE'
  | 'NOT_WHOLE_CENTS'
  | 'AMOUNT_NOT_POSITIVE'
  | 'TICKET_TOO_LONG';

/** Ten times what a terminal writes for a customer. */
const MAX_TICKET_CHARACTERS = 10_000;

/** What is wrong with a receipt, or null. A paper with a wrong figure is worse than no paper. */
export function faultOf(content: PaymentReceiptContent): PaymentReceiptFault | null {
  const { amountCents, paidAt, issuedOn, ticketText } = content;
  if (!isDay(issuedOn) || !isInstant(paidAt)) return 'DATE_IMPOSSIBLE';
  if (!Number.isSafeInteger(amountCents)) return 'NOT_WHOLE_CENTS';
  if (amountCents <= 0) return 'AMOUNT_NOT_POSITIVE';
  if ((ticketText ?? '').length > MAX_TICKET_CHARACTERS) return 'TICKET_TOO_LONG';
  return null;
}
