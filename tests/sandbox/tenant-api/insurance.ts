/** How one lease's dwelling is insured, as far as the landlord was told. */
export interface InsuranceBook {
  readonly isRequired: boolean;
  /** The newest first. */
  certificates: ReceivedCertificate[];
}

export interface ReceivedCertificate {
  readonly id: string;
  readonly insuredFrom: string;
  readonly insuredTo: string;
  readonly sentAt: string;
  readonly state: 'received' | 'accepted' | 'refused';
  readonly refusal: CertificateRefusal | null;
  /** The documents that it cites. */
  readonly documentIds: readonly string[];
}

export const CERTIFICATE_REFUSALS = [
  'unreadable',
  'otherPerson',
  'otherAddress',
  'otherDates',
  'notACertificate',
  'other',
] as const;

export type CertificateRefusal = (typeof CERTIFICATE_REFUSALS)[number];

export interface KnownCertificate {
  readonly from: string;
  readonly to: string;
  readonly refusal?: CertificateRefusal | undefined;
}

/** Insured for most of a year, unless something else is told. */
const DAYS_INSURED = 240;

export function openInsurance(
  leaseNumber: string,
  before: { isRequired: boolean; certificates: readonly KnownCertificate[] } | undefined,
  today: string,
): InsuranceBook {
  const { isRequired, certificates } = before ?? {
    isRequired: true,
    certificates: [{ from: daysAfter(today, DAYS_INSURED - 365), to: daysAfter(today, DAYS_INSURED) }],
  };
  return {
    isRequired,
    certificates: certificates.map(({ from, to, refusal }, index) => ({
      id: `certificate-${leaseNumber}-${certificates.length - index}`,
      insuredFrom: from,
      insuredTo: to,
      sentAt: `${daysAfter(from, 2) < today ? daysAfter(from, 2) : today}T08:15:00.000Z`,
      state: refusal === undefined ? 'accepted' : 'refused',
      refusal: refusal ?? null,
      documentIds: [],
    })),
  };
}

/** The last insured day of what goes on without a day between; null when there never was an insurance. */
export function coveredUntil({ certificates }: InsuranceBook, today: string): string | null {
  const counted = certificates
    .filter(({ state, insuredFrom }) => state !== 'refused' && insuredFrom <= today)
    .map(({ insuredTo }) => insuredTo);
  const until = counted.toSorted().at(-1);
  if (until === undefined) return null;
  if (until < today) return until;
  return certificates
    .filter(({ state }) => state !== 'refused')
    .toSorted((one, other) => one.insuredFrom.localeCompare(other.insuredFrom))
    .reduce(
      (last, { insuredFrom, insuredTo }) =>
        insuredFrom <= daysAfter(last, 1) && insuredTo > last ? insuredTo : last,
      until,
    );
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
