import type { Locale } from '../../../preload/contract.ts';

const CURRENCY = { style: 'currency', currency: 'EUR' } as const;

const formatters: Record<Locale, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR', CURRENCY),
  en: new Intl.NumberFormat('en-GB', CURRENCY),
};

/**
 * Whole cents as a person reads them: `1 234,56 €` in French, `€1,234.56` in English.
 *
 * Spaces are U+00A0, so that an amount is never torn apart at the end of a line. The minus sign is U+2212:
 * a hyphen is too short to be seen in front of a figure.
 */
export function formatMoney(cents: number, locale: Locale): string {
  return formatters[locale]
    .format(asDecimal(cents))
    .replace(/\p{Zs}/gu, '\u00a0')
    .replace('-', '\u2212');
}

/** The exact decimal, without a detour through binary fractions: -5 → `-0.05`. */
function asDecimal(cents: number): `${number}` {
  if (!Number.isSafeInteger(cents)) throw new RangeError('An amount is whole cents');
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}
