import type { Locale } from '../../../preload/contract.ts';

const ENGLISH_ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** `1er`, `5`; `1st`, `5th`. */
export function dayOfMonth(day: number, locale: Locale): string {
  if (locale === 'fr') return day === 1 ? '1er' : String(day);
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(day);
  return `${day}${ENGLISH_ENDINGS[rule]}`;
}
