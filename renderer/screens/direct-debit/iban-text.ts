/** An IBAN as it stands on paper: in fours, so that it can be compared at a glance. */

/** The longest has 34; what is typed beyond is kept, to be seen and told. */
const MOST_CHARACTERS = 40;

/** `fr7630006…` → `FR76 3000 6…` */
export function inFours(typed: string): string {
  const characters = [...withoutSpaces(typed).toUpperCase()].slice(0, MOST_CHARACTERS);
  return characters
    .map((character, index) => (index > 0 && index % 4 === 0 ? ` ${character}` : character))
    .join('');
}

/** Where the caret belongs once the text stands in fours: after as many characters as before. */
export function caretInFours(typed: string, caret: number): number {
  const before = withoutSpaces(typed.slice(0, caret)).length;
  return before + Math.max(0, Math.ceil(before / 4) - 1);
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
