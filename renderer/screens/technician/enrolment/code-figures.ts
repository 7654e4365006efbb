/** How a one-time code is typed and read: in groups, as it is dictated. */

/** As main takes it, see ENROLMENT_CODE in preload/enrolment-contract.ts. */
export const CODE_LENGTH = 12;
const GROUP = /\d{1,4}/g;
const NO_BREAK_SPACE = '\u00a0';

export function figuresOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, CODE_LENGTH);
}

/** `1111 2222 3333` */
export function grouped(figures: string): string {
  return (figures.match(GROUP) ?? []).join(NO_BREAK_SPACE);
}
