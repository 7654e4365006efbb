/** The periods that a person can choose from, made from what the central API says of an account. */
import type { AccountPeriod } from '../../preload/contract.ts';
import type { Account } from '../tenant-api/generated/model/index.ts';

const RECENT = [
  { kind: 'last3Months', months: 3 },
  { kind: 'last12Months', months: 12 },
] as const;

/** The whole history first, then the recent months, then the years with something in them, the newest first. */
export function periodsOf(account: Account): AccountPeriod[] {
  const { asOf, periods } = account;
  const years = periods.filter(({ entryCount }) => entryCount > 0);
  const starts = [account.lease.startsOn, ...years.map(({ from }) => from)].sort();
  const ends = [asOf, ...years.map(({ to }) => to)].sort();
  const first = earlier(starts[0] ?? asOf, asOf);
  const last = years.some(({ from }) => from > asOf) ? (ends.at(-1) ?? asOf) : asOf;

  return [
    {
      kind: 'all',
      from: first,
      to: last,
      entryCount: years.reduce((sum, { entryCount }) => sum + entryCount, 0),
    },
    ...RECENT.map(({ kind, months }) => ({
      kind,
      from: monthsBefore(asOf, months),
      to: asOf,
      entryCount: null,
    })),
    ...years.map(({ from, to, entryCount }) => ({
      kind: 'year' as const,
      from,
      to: from <= asOf ? earlier(to, asOf) : to,
      entryCount,
    })),
  ];
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The same day so many months before; the month's last day where it has no such day (31 May − 3 months: 28 February). */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
