import type { Lease } from '../books.ts';

/** By heading: what is paid in advance each month, and what it came to, in per cent of that. */
const HEADINGS = [
  ['Eau froide', 14_50, [93, 104, 97]],
  ['Chaufferie collective', 38_00, [112, 88, 101]],
  ['Entretien des parties communes', 9_20, [100, 103, 98]],
  ['Taxe d’enlèvement des ordures ménagères', 11_75, [104, 106, 102]],
  ['Entretien de l’ascenseur', 4_10, [100, 100, 131]],
] as const;

/** What a year came to is known in the June that follows. */
const SETTLED_ON = '06-15';

/** The newest first, as the contract has it. */
export function chargeYearsOf(lease: Lease, today: string) {
  const firstYear = Number(lease.startsOn.slice(0, 4));
  const lastDay = lease.endsOn !== null && lease.endsOn < today ? lease.endsOn : today;
  const lastYear = Number(lastDay.slice(0, 4));
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, back) => lastYear - back);
  return years.map((year) => yearOf(lease, year, today));
}

function yearOf(lease: Lease, year: number, today: string) {
  const from = lease.startsOn > `${year}-01-01` ? lease.startsOn : `${year}-01-01`;
  const end = `${year}-12-31`;
  const to = lease.endsOn !== null && lease.endsOn < end ? lease.endsOn : end;
  const settledOn = `${year + 1}-${SETTLED_ON}` <= today ? `${year + 1}-${SETTLED_ON}` : null;
  const months = monthsLived(from, to);
  const headings = HEADINGS.map(([label, monthlyCents, perCents]) => {
    const provisionsCents = monthlyCents * months;
    const costCents = Math.round((provisionsCents * (perCents[year % perCents.length] ?? 100)) / 100);
    return { label, provisionsCents, costCents: settledOn === null ? null : costCents };
  });
  const provisionsCents = headings.reduce((sum, heading) => sum + heading.provisionsCents, 0);
  const costsCents =
    settledOn === null ? null : headings.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0);
  return {
    id: `charges-${lease.number}-${year}`,
    ...{ from, to, settledOn, provisionsCents, costsCents, headings },
    balanceCents: costsCents === null ? null : costsCents - provisionsCents,
  };
}

function monthsLived(from: string, to: string): number {
  return Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}
