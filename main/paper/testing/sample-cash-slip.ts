import type { CashSlipContent } from '../cash-slip/cash-slip-content.ts';
import { household } from './sample-household.ts';

/** A part of what is owed, to be paid at a post office. */
export function cashSlipOf(changes: Partial<CashSlipContent> = {}): CashSlipContent {
  return {
    landlord: household.landlord,
    agency: household.agency,
    tenant: household.tenant,
    leaseNumber: household.lease.number,
    reference: 'EKI0044731807',
    code: 'EFC1EKI0044731807000000730020180810',
    amountCents: 73_00,
    validUntil: '2018-08-10',
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
