import type { InsuranceAcknowledgementContent } from '../insurance-acknowledgement/insurance-acknowledgement-content.ts';

/** A year's insurance, with the certificate that was scanned. */
export function insuranceAcknowledgementOf(
  changes: Partial<InsuranceAcknowledgementContent> = {},
): InsuranceAcknowledgementContent {
  return {
    landlord: {
      name: 'EKIDOM',
      addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
      phone: '05 49 60 33 00',
    },
    agency: { name: 'Direction territoriale Centre-ville' },
    tenant: { displayName: 'Mme Françoise D’Aubigné-Lefèvre', number: '0147852' },
    lease: { number: '004473', addressLines: ['12 rue de l’Église', '86000 Poitiers'] },
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
