/** The sandbox writes figures by itself, so that a mistake in the kiosk's own formats shows when the two are compared. */

const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';

/** `1 234,56 €`, with no-break spaces. */
export function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  return `${cents < 0 ? MINUS : ''}${units},${digits.slice(-2)}${NO_BREAK_SPACE}€`;
}

/** `26/06/2018` */
export function frenchDay(day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}
