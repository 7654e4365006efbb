/** What an answer means. Whatever is not clearly a yes or a no is unknown. */
import { looksLikeCardNumber } from '../card-number.ts';
import { NO_FACTS, type PaymentAttempt, type Recovery, type UnknownReason } from '../payment-terminal.ts';
import { CURRENCY_NUMBERS } from './frame.ts';

/** Register, result, cents, mode, currency, private: what answers the flag `0`. */
const ANSWER = /^(?<register>\d{2})(?<result>[0-9A-Z])(?<cents>\d{8}).(?<currency>\d{3})[\x20-\x7e]{10}$/;

/** In the long answer, which was not asked for, the card's number stands after the first five of these. */
const CARD_NUMBER_FROM = 12;

const PAID = '0';
const REFUSED = '7';

export function decide(
  message: string,
  { amountCents, currency }: PaymentAttempt,
  register: string,
): Recovery {
  const answer = ANSWER.exec(message)?.groups;
  if (!answer) {
    const isTooTalkative =
      looksLikeCardNumber(message.slice(CARD_NUMBER_FROM)) || looksLikeCardNumber(message);
    return unknown(isTooTalkative ? 'CARD_NUMBER_IN_ANSWER' : 'ANSWER_UNREADABLE');
  }
  // A result that the terminal had kept from before is not this payment's, be it a yes or a no.
  if (answer.register !== register) return unknown('ANOTHER_PAYMENT');
  if (Number(answer.cents) !== amountCents) return unknown('AMOUNT_DIFFERS');
  if (answer.currency !== CURRENCY_NUMBERS[currency]) return unknown('CURRENCY_DIFFERS');
  switch (answer.result) {
    case PAID:
      return { outcome: 'APPROVED', facts: NO_FACTS, ticket: null };
    case REFUSED:
      return { outcome: 'NOT_PERFORMED', reason: 'REFUSED' };
    default:
      return unknown('TERMINAL_UNSURE');
  }
}

function unknown(reason: UnknownReason): Recovery {
  return { outcome: 'UNKNOWN', reason };
}
