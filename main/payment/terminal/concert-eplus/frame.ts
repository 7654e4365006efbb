/** The form of a Concert E+ message: STX, the message, ETX, and the XOR of all that follows STX. */
import type { Currency, PaymentAttempt } from '../payment-terminal.ts';

export const STX = 0x02;
export const ETX = 0x03;
export const EOT = 0x04;
export const ENQ = 0x05;
export const ACK = 0x06;
export const NAK = 0x15;

/** ISO 4217, numeric. */
export const CURRENCY_NUMBERS: Readonly<Record<Currency, string>> = { EUR: '978' };

/** `1` would return the full card number. */
const SHORT_ANSWER = '0';
const BY_CARD = '1';
const DEBIT = '0';
const NOTHING_PRIVATE = ' '.repeat(10);
const ANSWER_AT_THE_END = 'A010';
const AUTHORISATION_AS_NEEDED = 'B010';

const AMOUNT_DIGITS = 8;
export const MAX_AMOUNT_CENTS = 99_999_999;

export function encodeRequest({ amountCents, currency }: PaymentAttempt, register: string): Buffer {
  const message = [
    register,
    String(amountCents).padStart(AMOUNT_DIGITS, '0'),
    SHORT_ANSWER,
    BY_CARD,
    DEBIT,
    CURRENCY_NUMBERS[currency],
    NOTHING_PRIVATE,
    ANSWER_AT_THE_END,
    AUTHORISATION_AS_NEEDED,
  ].join('');
  return frame(message);
}

export function frame(message: string): Buffer {
  const checked = Buffer.from(`${message}${String.fromCharCode(ETX)}`, 'latin1');
  return Buffer.concat([Buffer.of(STX), checked, Buffer.of(checkByte(checked))]);
}

export function checkByte(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}
