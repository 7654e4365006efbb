import { garbageOf } from '../delivery.ts';
import type { Asked } from '../desk.ts';
import type { JournalEntry } from '../journal.ts';
import type { AnswerFault } from '../plan.ts';
import { TEST_CARDS, type TestCard, USUAL_CARD } from '../test-cards.ts';
import { frameOf } from './frame.ts';

export interface Request {
  /** Null for what this terminal does not do: it is refused, and nothing is taken. */
  readonly asked: Asked | null;
  readonly register: string;
  readonly amount: string;
  readonly mode: string;
  readonly currency: string;
  readonly privateText: string;
  /** Whether the card's own field was wished for: with the whole number in it. */
  readonly wishesCard: boolean;
  readonly isAnsweredAtOnce: boolean;
}

/** Register, amount, answer flag, mode, type, currency, private text, A01x, B01x. */
const REQUEST = /^(\d{2})(\d{8})([01])(.)(.)(\d{3})(.{10})A01([01])B01[01]$/s;
const CARD = '1';
const DEBIT = '0';
const EURO = '978';
const US_DOLLAR = '840';
/** The field for the means of payment, filled up with spaces. */
const CARD_FIELD_LENGTH = 55;

/** By result: 0 done, 7 not done. */
const DONE = '0';
const NOT_DONE = '7';

/** Null when it is no request of the protocol: that is answered with a NAK. */
export function understand(text: string): Request | null {
  const parts = REQUEST.exec(text);
  if (!parts) return null;
  const [
    ,
    register = '',
    amount = '',
    flag,
    mode = '',
    type,
    currency = '',
    privateText = '',
    answersAtOnce,
  ] = parts;
  const amountCents = Number(amount);
  const isPossible = mode === CARD && type === DEBIT && currency === EURO && amountCents > 0;
  const asked: Asked = {
    action: 'debit',
    amountCents,
    currency,
    register,
    reference: privateText.trim() || null,
    askedAt: null,
    requestKey: null,
  };
  return {
    asked: isPossible ? asked : null,
    register,
    amount,
    mode,
    currency,
    privateText,
    wishesCard: flag === '1',
    isAnsweredAtOnce: answersAtOnce === '1',
  };
}

/** @param entry null when there was no transaction */
export function answerTo(
  request: Request,
  entry: Pick<JournalEntry, 'outcome'> | null,
  fault: AnswerFault | undefined,
): Buffer {
  if (fault?.kind === 'garbage') return garbageOf(fault);
  const fields = {
    register: request.register,
    result: entry?.outcome === 'approved' ? DONE : NOT_DONE,
    amount: request.amount,
    mode: request.mode,
    card: request.wishesCard ? cardField(USUAL_CARD) : '',
    currency: request.currency,
    private: request.privateText,
  };
  return frameOf(Object.values(altered(fields, fault)).join(''));
}

type AnswerFields = Record<string, string>;

function altered(fields: AnswerFields, fault: AnswerFault | undefined): AnswerFields {
  switch (fault?.kind) {
    case 'wrongAmount': {
      const cents = fault.amountCents ?? Number(fields.amount) - 1;
      return { ...fields, amount: String(cents).padStart(8, '0') };
    }
    case 'wrongCurrency':
      return { ...fields, currency: US_DOLLAR };
    case 'missingFields':
      return Object.fromEntries(Object.entries(fields).filter(([name]) => !fault.fields.includes(name)));
    case 'alteredFields':
      return { ...fields, ...fault.fields };
    case 'clearCardNumber':
      return { ...fields, card: cardField(TEST_CARDS[fault.card] ?? USUAL_CARD) };
    default:
      return fields;
  }
}

function cardField({ number, expiry }: TestCard): string {
  return `${number.padEnd(19)}${expiry}`.padEnd(CARD_FIELD_LENGTH);
}
