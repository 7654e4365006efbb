/** ISO/IEC 7812-1: the length of a card number. */
const MIN_DIGITS = 13;
const MAX_DIGITS = 19;

/** Digits in one piece, or in groups that are held together as on a card. */
const DIGIT_GROUPS = /\d+(?:[ \u00a0.\-_]{1,3}\d+)*/g;
const BETWEEN_GROUPS = /[ \u00a0.\-_]+/;

/**
 * The name of an application on a chip, which every ticket bears: a letter, six zeros, and too few digits after them
 * to be anybody's card.
 */
const CHIP_APPLICATION = /(?<![0-9A-Z])A000000\d{7,9}(?!\d)/g;

/** Laid out as on a card, whatever stands between the groups, the end of a line too. */
const CARD_LAYOUT = /(?<!\d)\d{4}(?:[^\dA-Za-z]{1,3}\d{4}){2}[^\dA-Za-z]{1,3}\d{1,7}(?!\d)/g;

/**
 * Whether a card number seems to stand in the text: 13 to 19 digits with a right check digit (Luhn), in one piece,
 * or in groups of one length, or of 4, 6 and 4 or 5; or in groups of four with anything but words between them. Takes one too many for one rather than one too few.
 */
export function looksLikeCardNumber(text: string): boolean {
  const rest = text.replace(CHIP_APPLICATION, ' ');
  for (const [run] of rest.matchAll(DIGIT_GROUPS)) {
    if (hasCardNumber(run.split(BETWEEN_GROUPS))) return true;
  }
  return [...rest.matchAll(CARD_LAYOUT)].some(([laidOut]) => hasRightCheckDigit(laidOut.replace(/\D/g, '')));
}

/** Other figures may stand on the same line, before and after. */
function hasCardNumber(groups: readonly string[]): boolean {
  return groups.some((_, from) => {
    for (let to = from + 1; to <= groups.length; to++) {
      const some = groups.slice(from, to);
      const digits = some.join('');
      if (digits.length > MAX_DIGITS) return false;
      if (digits.length >= MIN_DIGITS && isGroupedAsOnCards(some) && hasRightCheckDigit(digits)) return true;
    }
    return false;
  });
}

/** What else stands on a ticket's line, a date and a few numbers, is grouped without a rule. */
function isGroupedAsOnCards(groups: readonly string[]): boolean {
  const lengths = groups.map(({ length }) => length);
  const [first = 0] = lengths;
  const last = lengths.at(-1) ?? 0;
  const isEven = lengths.slice(0, -1).every((length) => length === first) && last <= Math.max(first, 7);
  return isEven || /^4,6,[45]$/.test(lengths.join());
}

function hasRightCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
