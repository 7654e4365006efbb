/** What the meters of a dwelling counted: each month once, and none left out. */
import type { CallOutput, Result } from '../../preload/contract.ts';
import type { Meter as MeterOnScreen, MeterMonth as MonthOnScreen } from '../../preload/dwelling-contract.ts';
import type { DwellingReads, Meter } from '../tenant-api/tenant-api.ts';
import { monthNumber, monthOf } from './months.ts';

type Consumption = Extract<CallOutput<'consumption.read'>, { ok: true }>['value'];

/** More than that between the first and the last is a mistake, and would fill memory. */
const MOST_MONTHS = 240;

/** API_BROKEN_ANSWER when the months are not one after the other, or a meter counts in the wrong unit. */
export async function readConsumption(
  dwelling: Pick<DwellingReads, 'readConsumption'>,
  accountId: string,
): Promise<Result<Consumption>> {
  const answer = await dwelling.readConsumption(accountId);
  if (!answer.ok) return answer;
  const meters: MeterOnScreen[] = [];
  for (const meter of answer.value.meters) {
    const months = completed(meter);
    if (!months || !isInOwnUnit(meter)) return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
    meters.push({ ...meter, months });
  }
  return { ok: true, value: { asOf: answer.value.asOf, meters } };
}

function isInOwnUnit({ energy, unit }: Meter): boolean {
  const isWater = energy === 'coldWater' || energy === 'hotWater';
  return unit === (isWater ? 'm3' : 'kWh');
}

/** Null when the months are not in their order. */
function completed({ months }: Meter): MonthOnScreen[] | null {
  const all: MonthOnScreen[] = [];
  let next = months[0] ? monthNumber(months[0].month) : 0;
  for (const month of months) {
    const number = monthNumber(month.month);
    if (number < next || number - next > MOST_MONTHS) return null;
    for (; next < number; next += 1) all.push(notRead(next));
    all.push(month);
    next += 1;
  }
  return all.length > MOST_MONTHS ? null : all;
}

function notRead(number: number): MonthOnScreen {
  return { month: monthOf(number), thousandths: null, isEstimated: false, similarThousandths: null };
}
