import { monthsAfter, monthsBetween } from '../tenants/rent-life.ts';

/** A meter of a dwelling, as the landlord's file has it. */
export interface MeterOnFile {
  readonly energy: 'coldWater' | 'hotWater' | 'heating' | 'electricity';
  /** So many of the last months were read. */
  readonly months: number;
  /** Counted back from last month, which is 1: those that were not read. */
  readonly notRead?: readonly number[] | undefined;
  /** Counted back alike: in that month it was replaced. */
  readonly replaced?: number | undefined;
}

/** Of a year's use, in per cent, month by month from January. */
const SEASONS = {
  coldWater: [8, 8, 8, 8, 8, 9, 10, 9, 8, 8, 8, 8],
  hotWater: [10, 10, 9, 8, 8, 7, 6, 6, 7, 9, 10, 10],
  heating: [19, 17, 13, 8, 3, 0, 0, 0, 2, 8, 13, 17],
  electricity: [10, 9, 9, 8, 7, 7, 7, 7, 8, 9, 9, 10],
} as const;

/** In thousandths of a cubic metre, or of a kilowatt-hour. */
const A_YEAR = { coldWater: 62_000, hotWater: 24_000, heating: 4_200_000, electricity: 2_300_000 } as const;

/** No two years are alike, and the same month is always the same: the parts of a year's use. */
const WHIMS = [96, 104, 99, 92, 107, 101, 95];

/** @returns as the contract has it; nothing before the lease began or after it ended */
export function metersOf(
  lease: { number: string; startsOn: string; endsOn: string | null },
  onFile: readonly MeterOnFile[],
  today: string,
) {
  const lastMonth = monthsAfter(today.slice(0, 7), -1);
  return onFile.map(({ energy, months, notRead = [], replaced }) => {
    const first = monthsAfter(lastMonth, 1 - months);
    const skipped = new Set(notRead.map((back) => monthsAfter(lastMonth, 1 - back)));
    const lived = monthsBetween(first, lastMonth).filter(
      (month) =>
        month >= lease.startsOn.slice(0, 7) && (lease.endsOn === null || month <= lease.endsOn.slice(0, 7)),
    );
    return {
      id: `meter-${lease.number}-${energy}`,
      energy,
      unit: energy === 'coldWater' || energy === 'hotWater' ? 'm3' : 'kWh',
      months: lived
        .filter((month) => !skipped.has(month))
        .map((month) => ({
          month,
          thousandths: usedIn(month, energy),
          // What follows months without a reading was reckoned.
          isEstimated: skipped.has(monthsAfter(month, -1)),
          similarThousandths: Math.round((shareOf(month, energy) * A_YEAR[energy] * 1.06) / 100_000) * 1_000,
        })),
      replacedOn: replaced === undefined ? [] : [`${monthsAfter(lastMonth, 1 - replaced)}-14`],
    };
  });
}

function usedIn(month: string, energy: MeterOnFile['energy']): number {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const whim = WHIMS[number % WHIMS.length] ?? 100;
  return Math.round((shareOf(month, energy) * A_YEAR[energy] * whim) / 1_000_000) * 100;
}

function shareOf(month: string, energy: MeterOnFile['energy']): number {
  return SEASONS[energy][Number(month.slice(5)) - 1] ?? 0;
}
