import type { Currency, PaymentOrder } from '../payment-terminal.ts';
import type { CaisseApSettings } from './caisse-ap.ts';
import { encodeFields } from './fields.ts';

/** ISO 4217, numeric. */
const CURRENCY_NUMBERS: Readonly<Record<Currency, string>> = { EUR: '978' };

const ANSWER_AT_THE_END = '0';
const DEBIT = '0';

/** The customer's ticket, and not the merchant's, which may hold a full card number. */
const CUSTOMER_TICKET = '100';

const MIN_AMOUNT_DIGITS = 2;
/** `CB` holds two to twelve digits. */
export const MAX_AMOUNT_CENTS = 999_999_999_999;

/** What the answer has to repeat to be the answer to this request. */
export interface Asked {
  readonly amountCents: number;
  readonly register: string;
  readonly action: string;
  readonly currency: string;
  readonly wantsTicket: boolean;
}

export function whatIsAsked(order: PaymentOrder, { register }: Pick<CaisseApSettings, 'register'>): Asked {
  return {
    amountCents: order.amountCents,
    register,
    action: DEBIT,
    currency: CURRENCY_NUMBERS[order.currency],
    wantsTicket: order.wantsTicket,
  };
}

/** `BF` (partial authorisation) must never be among the fields: newer terminals break on it. */
export function encodeRequest(
  asked: Asked,
  { protocolVersion, applicationId }: Pick<CaisseApSettings, 'protocolVersion' | 'applicationId'>,
): string {
  return encodeFields([
    ['CZ', protocolVersion],
    ['CJ', applicationId],
    ['CA', asked.register],
    ['CE', asked.currency],
    ['BA', ANSWER_AT_THE_END],
    ['CD', asked.action],
    ['CB', String(asked.amountCents).padStart(MIN_AMOUNT_DIGITS, '0')],
    ...(asked.wantsTicket ? ([['CK', CUSTOMER_TICKET]] as const) : []),
  ]);
}
