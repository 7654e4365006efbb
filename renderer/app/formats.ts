/**
 * How money, days and durations are written, in one place.
 *
 * Amounts are integer cents, days are ISO 8601 (`2018-06-26`). Every space is a no-break one, so that an amount
 * or a day is never torn apart at the end of a line.
 */
import type { Locale } from '../../preload/contract.ts';

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

const INTL_LOCALES: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** `1 234,56 €`, `−12,00 €` */
export function money(amountCents: number, locale: Locale): string {
  const amount = formatter(locale, 'money').format(Math.abs(amountCents) / 100);
  return amountCents < 0 ? `${MINUS}${withoutBreaks(amount)}` : withoutBreaks(amount);
}

/** As a ledger shows it, the sign always there: `+ 238,57 €`, `− 191,95 €`. */
export function signedMoney(amountCents: number, direction: 'debit' | 'credit', locale: Locale): string {
  return `${direction === 'debit' ? '+' : MINUS}${NO_BREAK_SPACE}${money(amountCents, locale)}`;
}

/** `26 juin 2018`, `1er janvier 2019`, `26 June 2018` */
export function dayInText(day: string, locale: Locale): string {
  const text = withoutBreaks(formatter(locale, 'longDay').format(utcDate(day)));
  return locale === 'fr' ? text.replace(/^1(?=\u00a0)/, '1er') : text;
}

/** `lundi 16 juillet`, `Monday 16 July` */
export function weekdayInText(day: string, locale: Locale): string {
  return formatter(locale, 'weekday').format(utcDate(day)).replace(',', '');
}

/** `26/06/2018` */
export function dayInTable(day: string, locale: Locale): string {
  return formatter(locale, 'shortDay').format(utcDate(day));
}

/** `11/07/2018 09:05`, on the agency's own clock. */
export function instantInText(instant: string, locale: Locale): string {
  return withoutBreaks(formatter(locale, 'instant').format(new Date(instant)));
}

/** `09:05`, on the agency's own clock. */
export function timeInText(atMs: number, locale: Locale): string {
  return withoutBreaks(formatter(locale, 'time').format(new Date(atMs)));
}

/** `45 secondes`, `2 minutes`, `2 minutes 10 secondes`; never less than nothing. */
export function duration(seconds: number, locale: Locale): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts: string[] = [];
  if (minutes > 0) parts.push(formatter(locale, 'minutes').format(minutes));
  if (rest > 0 || minutes === 0) parts.push(formatter(locale, 'seconds').format(rest));
  return withoutBreaks(parts.join(' '));
}

/** `2 000`, `2,000` */
export function count(value: number, locale: Locale): string {
  return withoutBreaks(formatter(locale, 'count').format(value));
}

/** `35 ko`, `1,2 Mo`, `1.2 MB` */
export function fileSize(bytes: number, locale: Locale): string {
  const name = bytes < 1_000_000 ? 'kilobytes' : 'megabytes';
  const value = name === 'kilobytes' ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000;
  return withoutBreaks(formatter(locale, name).format(value));
}

/** `5,2 m³`, `412 kWh`: what a meter counted, in thousandths of its unit. */
export function quantity(thousandths: number, unit: 'm3' | 'kWh', locale: Locale): string {
  return `${quantityFigure(thousandths, unit, locale)}${NO_BREAK_SPACE}${unit === 'm3' ? 'm³' : unit}`;
}

/** The same without its unit, for where that is said once for all. */
export function quantityFigure(thousandths: number, unit: 'm3' | 'kWh', locale: Locale): string {
  const kind = unit === 'm3' ? 'oneDecimal' : 'count';
  const amount = unit === 'm3' ? thousandths / 1_000 : Math.round(thousandths / 1_000);
  return withoutBreaks(formatter(locale, kind).format(amount));
}

/** `juin 2018`, for `2018-06` */
export function monthInText(month: string, locale: Locale): string {
  return withoutBreaks(formatter(locale, 'longMonth').format(utcDate(`${month}-01`)));
}

/** `juin`, `sept.`: where the year is told otherwise. */
export function monthOnAxis(month: string, locale: Locale): string {
  return formatter(locale, 'shortMonth').format(utcDate(`${month}-01`));
}

/** A whole share: `12 %`, `12%` */
export function percent(share: number, locale: Locale): string {
  return withoutBreaks(formatter(locale, 'percent').format(share));
}

/** A name whose own direction of writing does not disturb the sentence around it. */
export function isolated(name: string): string {
  return `${FIRST_STRONG_ISOLATE}${name}${POP_DIRECTIONAL_ISOLATE}`;
}

/** `Mme Amina Haddad et M. Paul Girard`, each name in its own direction of writing. */
export function listInText(names: readonly string[], locale: Locale): string {
  return formatter(locale, 'list').format(names.map(isolated));
}

/** A telephone number, a name: what must not be torn apart at the end of a line. */
export function unbroken(text: string): string {
  return text.replace(/\s/g, NO_BREAK_SPACE);
}

const MAKERS = {
  money: (tag: string) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }),
  count: (tag: string) => new Intl.NumberFormat(tag),
  kilobytes: (tag: string) => new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilobyte' }),
  megabytes: (tag: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }),
  minutes: (tag: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
  seconds: (tag: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: 'second', unitDisplay: 'long' }),
  longDay: (tag: string) =>
    new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  weekday: (tag: string) =>
    new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  shortDay: (tag: string) =>
    new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  longMonth: (tag: string) =>
    new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  shortMonth: (tag: string) => new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' }),
  oneDecimal: (tag: string) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  percent: (tag: string) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
  instant: (tag: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' }),
  time: (tag: string) => new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'Europe/Paris' }),
  list: (tag: string) => new Intl.ListFormat(tag, { type: 'conjunction' }),
};

type Made = { [Kind in keyof typeof MAKERS]: ReturnType<(typeof MAKERS)[Kind]> };

/** Making a formatter costs more than a row of the ledger. */
const made: Record<Locale, Partial<Made>> = { fr: {}, en: {} };

function formatter<Kind extends keyof Made>(locale: Locale, kind: Kind): Made[Kind] {
  const known = made[locale][kind];
  if (known) return known as Made[Kind];
  const fresh = MAKERS[kind](INTL_LOCALES[locale]) as Made[Kind];
  (made[locale] as Made)[kind] = fresh;
  return fresh;
}

/** Intl separates thousands by U+202F, which many fonts lack. */
function withoutBreaks(text: string): string {
  return text.replace(/[\u202f\u2009 ]/g, NO_BREAK_SPACE);
}

function utcDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
