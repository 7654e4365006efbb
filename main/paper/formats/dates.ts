import type { Locale } from '../../../preload/contract.ts';

const DAY_IN_MILLISECONDS = 86_400_000;
const LONG = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const longFormatters: Record<Locale, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', LONG),
  en: new Intl.DateTimeFormat('en-GB', LONG),
};

/** True for a day of the calendar written `2018-06-26`; false for the 30th of February. */
export function isDay(day: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day)) return false;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/** `26 juin 2018`, `1er janvier 2018`; in English `26 June 2018`. Spaces are U+00A0. */
export function formatDayInWords(day: string, locale: Locale): string {
  const words = longFormatters[locale].format(asInstant(day)).replace(/\p{Zs}/gu, '\u00a0');
  return locale === 'fr' ? words.replace(/^1(?=\u00a0)/, '1er') : words;
}

/** `26/06/2018`, day first in both languages. */
export function formatDayInFigures(day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** The day before, as `2018-06-25`. */
export function dayBefore(day: string): string {
  return new Date(asInstant(day).getTime() - DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}

export function asInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
