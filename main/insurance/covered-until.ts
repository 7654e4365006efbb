import type { InsuranceCertificate } from '../../preload/insurance-contract.ts';

/** Until when a dwelling is insured, with what was sent here and the landlord does not know yet. */
export function coveredUntil(
  known: string | null,
  unknown: readonly Pick<InsuranceCertificate, 'insuredFrom' | 'insuredTo'>[],
  today: string,
): string | null {
  return unknown
    .toSorted((one, other) => one.insuredFrom.localeCompare(other.insuredFrom))
    .reduce<string | null>((until, { insuredFrom, insuredTo }) => {
      const insuredThrough = until === null || until < today ? today : dayAfter(until);
      const goesOn = insuredFrom <= insuredThrough && insuredTo >= today;
      return goesOn && (until === null || insuredTo > until) ? insuredTo : until;
    }, known);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
