/** A sum as it is typed, figure by figure: `12,5` on its way to 12,50 €. What cannot become a sum is not taken. */

export const DECIMAL_COMMA = ',';

export type AmountRefusal =
  /** It would be more than can be paid. */
  | 'tooMuch'
  /** There are two figures after the comma already. */
  | 'centsFull';

export interface AmendedAmount {
  text: string;
  /** Why the text stayed as it was; null when it changed, or when the key meant nothing. */
  refusal: AmountRefusal | null;
}

const SUM = /^(?<euros>\d*)(?:,(?<cents>\d*))?$/;

/** @param wanted the whole text as it would be with the new figure, or without the last one */
export function amend(before: string, wanted: string, maximumCents: number): AmendedAmount {
  const text = tidied(wanted);
  const parts = SUM.exec(text)?.groups;
  if (!parts) return { text: before, refusal: null };
  if ((parts.cents ?? '').length > 2) return { text: before, refusal: 'centsFull' };
  // Whatever is shorter than before was meant as a correction.
  const isLonger = wanted.length > before.length;
  if (isLonger && centsOf(text) > maximumCents) return { text: before, refusal: 'tooMuch' };
  return { text, refusal: null };
}

/** Nothing typed is nothing to pay. */
export function centsOf(text: string): number {
  const { euros = '', cents = '' } = SUM.exec(text)?.groups ?? {};
  return Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}

/** A keyboard of another country has a point; nobody writes 007 euros. */
function tidied(typed: string): string {
  return typed
    .replaceAll('.', DECIMAL_COMMA)
    .replace(/^0+(?=\d)/, '')
    .replace(/^,/, `0${DECIMAL_COMMA}`);
}
