import type { Lease } from '../books.ts';

export interface LeasePaper {
  readonly id: string;
  readonly kind: 'lease' | 'entryInventory' | 'exitInventory' | 'rentCertificate';
  readonly issuedOn: string;
  readonly pageCount: number;
}

/** The newest first. A garage has no inventory, and the CAF pays nothing for it. */
export function leasePapersOf(lease: Lease, today: string): LeasePaper[] {
  const paperOf = (kind: LeasePaper['kind'], issuedOn: string, pageCount: number): LeasePaper => ({
    ...{ id: `${lease.number}-${kind}`, kind, issuedOn, pageCount },
  });
  const contract = paperOf('lease', lease.startsOn, 2);
  if (/^garage/i.test(lease.addressLines[0] ?? '')) return [contract];
  const certificateDay = `${today.slice(0, 4)}-07-01`;
  return [
    ...(lease.endsOn !== null && lease.endsOn <= today ? [paperOf('exitInventory', lease.endsOn, 2)] : []),
    ...(certificateDay <= today && certificateDay >= lease.startsOn && lease.endsOn === null
      ? [paperOf('rentCertificate', certificateDay, 1)]
      : []),
    paperOf('entryInventory', lease.startsOn, 2),
    contract,
  ];
}
