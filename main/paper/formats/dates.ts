import type { Locale } from '../../../preload/contract.ts';

const DAY_IN_MILLISECONDS = 86_400_000;
const LONG = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const longFormatters: Record<Locale, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', LONG),
  en: new Intl.DateTimeFormat('en-GB', LONG),
};

/** The one locale that writes a moment as ISO 8601 does. */
const inFrance = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** True for a day of the calendar written `2018-06-26`; false for the 30th of February. */
export function isDay(day: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day)) return false;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/** True for `2018-07-11T07:05:00.000Z`. */
export function isInstant(instant: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(instant) && !Number.isNaN(Date.parse(instant));
}

/** What the wall clock of the agency shows at an instant: `2018-07-11` and `09:05`. */
export function momentInFrance(instant: string): { day: string; time: string } {
  const [day = '', time = ''] = inFrance.format(new Date(instant)).split(' ');
  return { day, time };
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
