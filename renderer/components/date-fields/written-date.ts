/** A day as people write it: three fields, each of figures only. */
export interface WrittenDate {
  day: string;
  month: string;
  /** Four figures: nobody has to guess the century. */
  year: string;
}

export type DatePart = keyof WrittenDate;

/** Each has a sentence in the message catalogues, under `dateFields.faults.<name>`. */
export type DateFault =
  /** Not all three fields were filled in. */
  | { name: 'missing' }
  | { name: 'shortYear' }
  | { name: 'noSuchMonth' }
  | { name: 'noSuchDay'; daysInMonth: number };

/** `day`: ISO 8601, `2018-06-26`. */
export type ReadDate = { ok: true; day: string } | { ok: false; fault: DateFault };

export const DATE_PARTS: readonly DatePart[] = ['day', 'month', 'year'];

export const NOTHING_WRITTEN: WrittenDate = { day: '', month: '', year: '' };

const LENGTHS: Readonly<Record<DatePart, number>> = { day: 2, month: 2, year: 4 };

/** More than that as the first figure leaves room for no second one: there is no 40th day and no 20th month. */
const LARGEST_FIRST_FIGURE: Readonly<Record<DatePart, number>> = { day: 3, month: 1, year: 9 };

const MONTHS = 12;

export function readDate({ day, month, year }: WrittenDate): ReadDate {
  if (day === '' || month === '' || year === '') return wrong({ name: 'missing' });
  if (year.length < LENGTHS.year || Number(year) === 0) return wrong({ name: 'shortYear' });
  if (Number(month) < 1 || Number(month) > MONTHS) return wrong({ name: 'noSuchMonth' });
  const daysInMonth = daysIn(Number(year), Number(month));
  if (Number(day) < 1 || Number(day) > daysInMonth) return wrong({ name: 'noSuchDay', daysInMonth });
  return { ok: true, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

/** `2018-06-26` in three fields. */
export function writtenOf(isoDay: string): WrittenDate {
  const [year = '', month = '', day = ''] = isoDay.split('-');
  return { day, month, year };
}

/** What stays of something typed into one field. */
export function figuresOf(part: DatePart, typed: string): string {
  return typed.replace(/\D/g, '').slice(0, LENGTHS[part]);
}

/** Nothing can follow in this field. */
export function isFull(part: DatePart, figures: string): boolean {
  if (figures.length === LENGTHS[part]) return true;
  return part !== 'year' && figures.length === 1 && Number(figures) > LARGEST_FIRST_FIGURE[part];
}

export function partAfter(part: DatePart): DatePart | null {
  return DATE_PARTS[DATE_PARTS.indexOf(part) + 1] ?? null;
}

export function partBefore(part: DatePart): DatePart | null {
  return DATE_PARTS[DATE_PARTS.indexOf(part) - 1] ?? null;
}

function daysIn(year: number, month: number): number {
  // Not through `Date.UTC`, which takes the year 18 for 1918.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

function wrong(fault: DateFault): ReadDate {
  return { ok: false, fault };
}
