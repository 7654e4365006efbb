/** The individual charges, year by year. The figures are added up again: what does not add up is not shown. */
import type { CallInput, CallOutput, Result } from '../../preload/contract.ts';
import type { ChargeYear as YearOnScreen } from '../../preload/dwelling-contract.ts';
import type { ChargeYear, DwellingReads } from '../tenant-api/tenant-api.ts';

type ChargePage = Extract<CallOutput<'charges.list'>, { ok: true }>['value'];

export async function listCharges(
  dwelling: Pick<DwellingReads, 'listChargeYears'>,
  request: CallInput<'charges.list'>,
): Promise<Result<ChargePage>> {
  const answer = await dwelling.listChargeYears(request);
  if (!answer.ok) return answer;
  const { items, nextCursor } = answer.value;
  const years: YearOnScreen[] = [];
  for (const item of items) {
    const year = yearOf(item);
    if (!year) return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
    years.push(year);
  }
  return { ok: true, value: { years, nextCursor } };
}

/** Null when it does not add up. */
function yearOf(year: ChargeYear): YearOnScreen | null {
  const { id, from, to, settledOn, provisionsCents, costsCents, balanceCents, headings } = year;
  const shown = { id, from, to, provisionsCents, headings };
  if (from > to || sum(headings.map((heading) => heading.provisionsCents)) !== provisionsCents) return null;

  const costs = headings.flatMap(({ costCents }) => (costCents === null ? [] : [costCents]));
  if (settledOn === null) {
    const isSilent = costs.length === 0 && costsCents === null && balanceCents === null;
    return isSilent ? { ...shown, settlement: null } : null;
  }
  if (costsCents === null || costs.length !== headings.length || sum(costs) !== costsCents) return null;
  if (balanceCents !== costsCents - provisionsCents) return null;
  return { ...shown, settlement: { settledOn, costsCents, balanceCents } };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
