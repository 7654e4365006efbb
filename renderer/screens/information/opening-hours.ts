/** When an agency is open, by its own clock. */
import type { AgencyCard } from '../../../preload/information-contract.ts';

export type OpeningHours = AgencyCard['openingHours'][number];
type Closure = AgencyCard['closures'][number];

/** What matters to whoever reads it now. Times are `17:00`; `weekday`: 1 is Monday. */
export type OpenState =
  | { name: 'open'; until: string }
  | { name: 'opensToday'; at: string }
  | { name: 'closedToday'; reason: Closure['reason'] }
  | { name: 'opensOn'; weekday: number; at: string }
  | { name: 'closed' };

const DAY_MS = 86_400_000;

/** Who plans to come asks for the next days, not for next month. */
const DAYS_AHEAD = 7;

export function openStateAt(
  { openingHours, closures }: Pick<AgencyCard, 'openingHours' | 'closures'>,
  now: Date,
): OpenState {
  const { day, time } = clockInFrance(now);
  const closure = closures.find((each) => isWithin(day, each));
  if (closure) return { name: 'closedToday', reason: closure.reason };

  const today = ofDay(day);
  const current = today.find(({ from, to }) => from <= time && time < to);
  if (current) return { name: 'open', until: current.to };
  const later = today.find(({ from }) => time < from);
  if (later) return { name: 'opensToday', at: later.from };

  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const other = new Date(Date.parse(day) + ahead * DAY_MS).toISOString().slice(0, 10);
    const [first] = closures.some((each) => isWithin(other, each)) ? [] : ofDay(other);
    if (first) return { name: 'opensOn', weekday: first.weekday, at: first.from };
  }
  return { name: 'closed' };

  function ofDay(wanted: string): OpeningHours[] {
    const weekday = weekdayOf(wanted);
    return openingHours
      .filter((hours) => hours.weekday === weekday)
      .toSorted((one, other) => one.from.localeCompare(other.from));
  }
}

export interface DaysAlike {
  readonly first: number;
  readonly last: number;
  readonly times: readonly Pick<OpeningHours, 'from' | 'to'>[];
}

/** The week as it is written on a door: days that follow each other and are open alike stand on one line. */
export function weekInLines(openingHours: readonly OpeningHours[]): DaysAlike[] {
  const lines: DaysAlike[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const times = openingHours
      .filter((hours) => hours.weekday === weekday)
      .map(({ from, to }) => ({ from, to }))
      .toSorted((one, other) => one.from.localeCompare(other.from));
    if (times.length === 0) continue;
    const before = lines.at(-1);
    if (before && before.last === weekday - 1 && isSame(before.times, times)) {
      lines[lines.length - 1] = { ...before, last: weekday };
    } else lines.push({ first: weekday, last: weekday, times });
  }
  return lines;
}

function isSame(one: DaysAlike['times'], other: DaysAlike['times']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isWithin(day: string, { from, to }: Closure): boolean {
  return from <= day && day <= to;
}

/** ISO 8601, 1 is Monday. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

/** `2018-07-11`, `09:05`: agencies are in France, whatever the machine's own time zone. */
function clockInFrance(now: Date): { day: string; time: string } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(now)
    .split(' ');
  return { day, time };
}
