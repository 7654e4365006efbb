/** How the reference of a rent notice is typed and read: 14 figures, in groups as on the paper. */

export const REFERENCE_LENGTH = 14;
const GROUP = /\d{1,4}/g;
const NO_BREAK_SPACE = '\u00a0';

/** The figures of what was typed, and no more of them than a reference has. */
export function figuresOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, REFERENCE_LENGTH);
}

/** `0044 7320 1807 36`, never torn apart at the end of a line. */
export function grouped(reference: string): string {
  return (reference.match(GROUP) ?? []).join(NO_BREAK_SPACE);
}
