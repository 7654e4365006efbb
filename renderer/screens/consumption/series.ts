/** What a meter counted, put beside the year before and beside similar dwellings. All in thousandths of its unit. */
import type { Meter, MeterMonth } from '../../../preload/dwelling-contract.ts';

/** A month or a calendar year of the picture and of the table. */
export interface Row {
  /** `2018-06` or `2018` */
  readonly name: string;
  /** Null where it was not read. */
  readonly used: number | null;
  readonly before: number | null;
  readonly similar: number | null;
  readonly isEstimated: boolean;
  /** Of a year: how many of its months were read. */
  readonly monthsRead: number;
}

export interface Comparison {
  readonly used: number;
  readonly other: number;
  /** How many months or years it is made of. */
  readonly count: number;
}

const MONTHS_A_YEAR = 12;

/** The last twelve months, the oldest first; fewer for a meter that is younger. */
export function monthRows({ months }: Meter): Row[] {
  const byName = new Map(months.map((month) => [month.month, month]));
  return months.slice(-MONTHS_A_YEAR).map((month) => ({
    name: month.month,
    used: month.thousandths,
    before: byName.get(aYearBefore(month.month))?.thousandths ?? null,
    similar: month.similarThousandths,
    isEstimated: month.isEstimated,
    monthsRead: month.thousandths === null ? 0 : 1,
  }));
}

/** Calendar years, the oldest first. Each is compared with the one before over the months that both were read in. */
export function yearRows({ months }: Meter): Row[] {
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  return [...years].map(([name, ofYear]) => {
    const read = ofYear.filter(({ thousandths }) => thousandths !== null);
    return {
      name,
      used: read.length === 0 ? null : sumOf(read.map(({ thousandths }) => thousandths)),
      before: beforeOf(read, months),
      similar: read.length === 0 ? null : sumOrNull(read.map(({ similarThousandths }) => similarThousandths)),
      isEstimated: read.some(({ isEstimated }) => isEstimated),
      monthsRead: read.length,
    };
  });
}

/** Over what both have; null where there is nothing to compare. */
export function comparison(rows: readonly Row[], other: 'before' | 'similar'): Comparison | null {
  const both = rows.flatMap((row) => {
    const { used, [other]: compared } = row;
    return used === null || compared === null ? [] : [{ used, compared }];
  });
  if (both.length === 0) return null;
  return {
    used: sumOf(both.map(({ used }) => used)),
    other: sumOf(both.map(({ compared }) => compared)),
    count: both.length,
  };
}

/** Null where nothing was read. */
export function total(rows: readonly Row[]): number | null {
  const read = rows.flatMap(({ used }) => (used === null ? [] : [used]));
  return read.length === 0 ? null : sumOf(read);
}

/** Null unless every month that was read in this year was read in the one before. */
function beforeOf(read: readonly MeterMonth[], months: readonly MeterMonth[]): number | null {
  if (read.length === 0) return null;
  const byName = new Map(months.map((month) => [month.month, month.thousandths]));
  return sumOrNull(read.map(({ month }) => byName.get(aYearBefore(month)) ?? null));
}

function aYearBefore(month: string): string {
  return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;
}

function sumOrNull(amounts: readonly (number | null)[]): number | null {
  return amounts.includes(null) ? null : sumOf(amounts);
}

function sumOf(amounts: readonly (number | null)[]): number {
  return amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0);
}
