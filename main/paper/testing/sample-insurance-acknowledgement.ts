import type { InsuranceAcknowledgementContent } from '../insurance-acknowledgement/insurance-acknowledgement-content.ts';
import { household } from './sample-household.ts';

/** A year's insurance, with the certificate that was scanned. */
export function insuranceAcknowledgementOf(
  changes: Partial<InsuranceAcknowledgementContent> = {},
): InsuranceAcknowledgementContent {
  return {
    ...household,
    insurer: 'Mutuelle de Poitiers',
    insured: { from: '2018-09-01', to: '2019-08-31' },
    document: { name: 'attestation.pdf', pageCount: 2 },
    receivedAt: '2018-07-11T07:05:07.000Z',
    reference: 'A-2018-0097',
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
