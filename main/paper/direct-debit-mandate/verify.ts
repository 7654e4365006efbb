import { isDay } from '../formats/dates.ts';
import type { DirectDebitMandateContent } from './direct-debit-mandate-content.ts';
import { readSignaturePath } from './signature-path.ts';

/** Why a mandate must not be printed. */
export type DirectDebitMandateFault =
  | 'DATE_IMPOSSIBLE'
  | 'DAY_OF_MONTH_IMPOSSIBLE'
  | 'IBAN_UNREADABLE'
  | 'SIGNATURE_UNREADABLE';

/** ISO 13616: country, check digits, account. Whether there is such an account was judged where it was typed. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
/** The last day that every month has. */
const LAST_DAY_OF_EVERY_MONTH = 28;

/** What is wrong with a mandate, or null. Whoever reads it at the bank has nothing else. */
export function faultOf(content: DirectDebitMandateContent): DirectDebitMandateFault | null {
  const { signedOn, day, iban, signaturePath } = content;
  if (!isDay(signedOn)) return 'DATE_IMPOSSIBLE';
  if (!Number.isInteger(day) || day < 1 || day > LAST_DAY_OF_EVERY_MONTH) return 'DAY_OF_MONTH_IMPOSSIBLE';
  if (!IBAN.test(iban)) return 'IBAN_UNREADABLE';
  if (signaturePath !== null && !readSignaturePath(signaturePath)) return 'SIGNATURE_UNREADABLE';
  return null;
}
