import { isDay, isInstant } from '../formats/dates.ts';
import { linesOfTicket } from './lines-of-ticket.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

/** Why a receipt must not be printed. */
export type PaymentReceiptFault =
  | 'DATE_IMPOSSIBLE'
  | 'NOT_WHOLE_CENTS'
  | 'AMOUNT_NOT_POSITIVE'
  | 'TICKET_TOO_LONG';

/** Ten times what a terminal writes for a customer; on a roll, still less than the longest page of a PDF. */
const MAX_TICKET_CHARACTERS = 10_000;
const MAX_TICKET_LINES = 300;

/** What is wrong with a receipt, or null. A paper with a wrong figure is worse than no paper. */
export function faultOf(content: PaymentReceiptContent): PaymentReceiptFault | null {
  const { amountCents, paidAt, issuedOn, ticketText } = content;
  if (!isDay(issuedOn) || !isInstant(paidAt)) return 'DATE_IMPOSSIBLE';
  if (!Number.isSafeInteger(amountCents)) return 'NOT_WHOLE_CENTS';
  if (amountCents <= 0) return 'AMOUNT_NOT_POSITIVE';
  if (ticketText !== null && !canBearTicket(ticketText)) return 'TICKET_TOO_LONG';
  return null;
}

/** Whether a receipt has room for a ticket. */
export function canBearTicket(ticketText: string): boolean {
  return ticketText.length <= MAX_TICKET_CHARACTERS && linesOfTicket(ticketText).length <= MAX_TICKET_LINES;
}
