/** What an answer means. Whatever is not clearly a yes or a no is unknown. */
import { looksLikeCardNumber } from '../card-number.ts';
import type {
  NotPerformedReason,
  PaymentFacts,
  PaymentOutcome,
  ReadingMode,
  UnknownReason,
} from '../payment-terminal.ts';
import type { Fields } from './fields.ts';
import type { Asked } from './request.ts';
import { ticketText } from './ticket.ts';

const DONE = '10';
const NOT_DONE = '01';
const TAKEN_INTO_ACCOUNT = '11';

const AUTHORISED = '01';

/** `AF`, where the terminal has done nothing. */
const REASONS: Readonly<Record<string, NotPerformedReason>> = {
  '02': 'CALL_THE_BANK',
  '04': 'REFUSED',
  '05': 'FORBIDDEN',
  '06': 'ABANDONED',
  '07': 'NOT_COMPLETED',
  '08': 'CARD_TIMEOUT',
  '09': 'REQUEST_NOT_UNDERSTOOD',
  '10': 'REQUEST_NOT_UNDERSTOOD',
  '11': 'ABANDONED',
  '12': 'REQUEST_NOT_UNDERSTOOD',
  '13': 'REQUEST_NOT_UNDERSTOOD',
};

const READING_MODES: Readonly<Record<string, ReadingMode>> = {
  '1': 'contact',
  '2': 'contactless',
  '3': 'magneticStripe',
  '4': 'manual',
};

export function decide(fields: Fields, asked: Asked): PaymentOutcome {
  const ticket = ticketText(fields);
  if ([...fields.values(), ticket ?? ''].some(looksLikeCardNumber)) return unknown('CARD_NUMBER_IN_ANSWER');

  switch (fields.get('AE')) {
    case NOT_DONE:
      return { outcome: 'NOT_PERFORMED', reason: REASONS[fields.get('AF') ?? ''] ?? 'UNSPECIFIED' };
    case DONE: {
      const doubt = doubtAbout(fields, asked);
      if (doubt) return unknown(doubt);
      return { outcome: 'APPROVED', facts: factsOf(fields), ticket: asked.wantsTicket ? ticket : null };
    }
    case TAKEN_INTO_ACCOUNT:
      return unknown('ONLY_ACKNOWLEDGED');
    case undefined:
      return unknown('FIELDS_MISSING');
    default:
      return unknown('ANSWER_UNREADABLE');
  }
}

/** Why "done" is not yet "this payment was made". */
function doubtAbout(fields: Fields, asked: Asked): UnknownReason | null {
  if ((fields.get('AF') ?? AUTHORISED) !== AUTHORISED) return 'ANSWER_CONTRADICTORY';
  const amount = fields.get('CB');
  const currency = fields.get('CE');
  const register = fields.get('CA');
  const action = fields.get('CD');
  if (amount === undefined || currency === undefined || register === undefined || action === undefined)
    return 'FIELDS_MISSING';
  if (!/^\d{2,12}$/.test(amount)) return 'ANSWER_UNREADABLE';
  // As numbers: terminals put zeros in front.
  if (Number(amount) !== asked.amountCents) return 'AMOUNT_DIFFERS';
  if (currency !== asked.currency) return 'CURRENCY_DIFFERS';
  if (register !== asked.register || action !== asked.action) return 'ANOTHER_PAYMENT';
  return null;
}

/** The whitelist. Above all not `AA` and `AB`, the card's number and expiry. */
function factsOf(fields: Fields): PaymentFacts {
  return {
    authorisationNumber: kept('AC', /^[0-9A-Z]{1,12}$/i),
    contract: kept('CG', /^[0-9A-Z]{1,12}$/i),
    readingMode: READING_MODES[fields.get('CI') ?? ''] ?? null,
    schemeCode: kept('CC', /^[0-9A-Z]{1,3}$/i),
    cardApplication: kept('AI', /^[0-9A-F]{1,32}$/i),
  };

  function kept(tag: string, form: RegExp): string | null {
    const value = fields.get(tag)?.trim() ?? '';
    return form.test(value) ? value : null;
  }
}

function unknown(reason: UnknownReason): PaymentOutcome {
  return { outcome: 'UNKNOWN', reason };
}
