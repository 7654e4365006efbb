/** What is right, doubtful or wrong about the dates of an insurance: said beside the field, and judged again in main. */

export interface InsuredPeriod {
  /** Days, both included: `2018-09-01`. */
  from: string;
  to: string;
}

/** Cannot be. Each has a sentence in the message catalogues, under `insurance.faults.<name>`. */
export type InsuranceFault =
  | 'startsTooLate'
  /** None of that age is valid today. */
  | 'startedTooLongAgo'
  | 'endsBeforeStart'
  /** It ended before today. */
  | 'overAlready'
  | 'tooLong';

/** Can be, and is rarely meant. Each has a sentence in the message catalogues, under `insurance.doubts.<name>`. */
export type InsuranceDoubt =
  | 'longerThanUsual'
  /** All of it is known already. */
  | 'knownAlready'
  /** Some of it is. */
  | 'overlaps';

/** Insurers send the certificate of the next year some weeks before. */
const STARTS_WITHIN_DAYS = 366;
/** A home insurance is concluded for a year. */
const USUAL_DAYS = 366;
/** Nobody is insured for longer: a year was mistyped. */
const MOST_DAYS = 5 * 366;

const MILLISECONDS_A_DAY = 86_400_000;

/** `today`: the landlord's day. */
export function faultOfStart(from: string, today: string): InsuranceFault | null {
  if (daysBetween(today, from) > STARTS_WITHIN_DAYS) return 'startsTooLate';
  return daysBetween(from, today) > MOST_DAYS ? 'startedTooLongAgo' : null;
}

export function faultOf({ from, to }: InsuredPeriod, today: string): InsuranceFault | null {
  if (to < from) return 'endsBeforeStart';
  if (to < today) return 'overAlready';
  return faultOnAnyDay({ from, to }) ?? faultOfStart(from, today);
}

/** What is wrong whatever day it is: for where nobody knows for sure. */
export function faultOnAnyDay({ from, to }: InsuredPeriod): InsuranceFault | null {
  if (to < from) return 'endsBeforeStart';
  return daysBetween(from, to) > MOST_DAYS ? 'tooLong' : null;
}

/** `known`: what was sent before and not refused. */
export function doubtAbout(period: InsuredPeriod, known: readonly InsuredPeriod[]): InsuranceDoubt | null {
  const { from, to } = period;
  if (known.some((other) => other.from <= from && other.to >= to)) return 'knownAlready';
  if (known.some((other) => overlaps(other, period))) return 'overlaps';
  return daysBetween(from, to) > USUAL_DAYS ? 'longerThanUsual' : null;
}

/** A last day and a first day that are the same one are how insurers write it. */
function overlaps(one: InsuredPeriod, other: InsuredPeriod): boolean {
  return one.from < other.to && other.from < one.to;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY);
}
