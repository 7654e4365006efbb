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

/** Amount, currency, register and action, which a terminal repeats when it has done what was asked. */
const REPEATED = ['CB', 'CE', 'CA', 'CD'];

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
    case NOT_DONE: {
      const doubt = doubtAboutNo(fields, asked);
      if (doubt) return unknown(doubt);
      return { outcome: 'NOT_PERFORMED', reason: REASONS[fields.get('AF') ?? ''] ?? 'UNSPECIFIED' };
    }
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
  if (REPEATED.some((tag) => !fields.has(tag))) return 'FIELDS_MISSING';
  return differenceIn(fields, asked);
}

/** A terminal that has done nothing leaves out what it likes. What it does repeat has to be this payment's. */
function doubtAboutNo(fields: Fields, asked: Asked): UnknownReason | null {
  if (fields.get('AF') === AUTHORISED) return 'ANSWER_CONTRADICTORY';
  // What it has taken, which is nothing, says the same as no amount.
  const said = [...fields].filter(([tag, value]) => tag !== 'CB' || !/^0+$/.test(value));
  return differenceIn(new Map(said), asked);
}

/** What an answer says of the payment that was asked for, where it says it: another one is not this one's. */
function differenceIn(fields: Fields, asked: Asked): UnknownReason | null {
  const { CB: amount, CE: currency, CA: register, CD: action } = Object.fromEntries(fields);
  if (amount !== undefined && !/^\d{2,12}$/.test(amount)) return 'ANSWER_UNREADABLE';
  // As numbers: terminals put zeros in front.
  if (amount !== undefined && Number(amount) !== asked.amountCents) return 'AMOUNT_DIFFERS';
  if (currency !== undefined && currency !== asked.currency) return 'CURRENCY_DIFFERS';
  if (register !== undefined && register !== asked.register) return 'ANOTHER_PAYMENT';
  return action !== undefined && action !== asked.action ? 'ANOTHER_PAYMENT' : null;
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
