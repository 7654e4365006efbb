/** Stands for a character that no font of the kiosk can draw. */
export const REPLACEMENT = '\ufffd';

const NO_BREAK_SPACES = /[\u2007\u202f]/g;
const OTHER_SPACES = /[\t-\r\u0085\p{Z}]/gu;
const JOINERS_OUTSIDE_ARABIC =
  /(?<!\p{Script_Extensions=Arabic}\p{M}*)[\u200c\u200d]|[\u200c\u200d](?!\p{Script_Extensions=Arabic})/gu;
/**
 * Controls, variation selectors and invisible formatting. Among them are the direction overrides, with which
 * a label could show its figures backwards.
 */
const INVISIBLE = /[\p{Cc}\p{Variation_Selector}]|(?![\u200c\u200d])\p{Cf}/gu;
/** No script of our fonts puts more on one letter; a tower of them would cover the lines around. */
const TOO_MANY_MARKS = /(\p{M}{3})\p{M}+/gu;

/** A text on one line with nothing invisible in it, composed (NFC), and with U+00A0 as its only no-break space. */
export function clean(text: string): string {
  return cleanAsSpaced(text)
    .replace(/ {2,}/g, ' ')
    .replace(/^ +| +$/g, '');
}

/** The same for a line whose columns stand apart by spaces: each is kept, but for those that end it. */
export function cleanAsSpaced(line: string): string {
  return line
    .toWellFormed()
    .normalize('NFC')
    .replace(NO_BREAK_SPACES, '\u00a0')
    .replace(OTHER_SPACES, (space) => (space === '\u00a0' ? space : ' '))
    .replace(JOINERS_OUTSIDE_ARABIC, '')
    .replace(INVISIBLE, '')
    .replace(TOO_MANY_MARKS, '$1')
    .replace(/ +$/, '');
}
