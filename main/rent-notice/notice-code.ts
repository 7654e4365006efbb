/** The code that is printed on a rent notice, as openapi.yaml has it (`/rent-notices/{reference}`). */

export interface NoticeCode {
  /** 14 digits, the last two of which are its check digits. */
  reference: string;
  /** The amount that is printed on the notice; null for a reference that was typed alone. */
  printedCents: number | null;
}

/** Of every version of it. */
export const NOTICE_MARK = 'EKI';
const VERSION = '1';
const REFERENCE = /^\d{14}$/;
/** The mark; the reference, the amount and the check digits over both. */
const WHOLE_CODE = new RegExp(`^${NOTICE_MARK}${VERSION}(\\d{14})(\\d{10})\\d{2}$`);

/** What people and printers set between groups of digits: spaces, dashes, dots. */
const BETWEEN_GROUPS = /[\s\p{Pd}.\u00b7\u2022]/gu;

/**
 * Null for what is no code of a rent notice: another form, or check digits that do not fit. Whoever reads a digit
 * wrongly, or swaps two of them, is told so here, and the central API never hears of it.
 */
export function readNoticeCode(entered: string): NoticeCode | null {
  const text = entered.replace(BETWEEN_GROUPS, '').toUpperCase();
  if (REFERENCE.test(text)) return hasRightCheckDigits(text) ? { reference: text, printedCents: null } : null;

  const [, reference = '', amount = ''] = WHOLE_CODE.exec(text) ?? [];
  const isWhole =
    hasRightCheckDigits(text.slice(NOTICE_MARK.length + VERSION.length)) && hasRightCheckDigits(reference);
  return isWhole ? { reference, printedCents: Number(amount) } : null;
}

/** ISO 7064, MOD 97-10: as a number, the digits leave 1 when they are divided by 97. */
function hasRightCheckDigits(digits: string): boolean {
  let rest = 0;
  // Digit by digit: 26 of them are more than a number holds.
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
