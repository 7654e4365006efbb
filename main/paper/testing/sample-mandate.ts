import type {
  DirectDebitFormContent,
  DirectDebitMandateContent,
} from '../direct-debit-mandate/direct-debit-mandate-content.ts';

const creditor = {
  name: 'EKIDOM',
  identifier: 'FR72ZZZ123456',
  addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
};

/** Two strokes across the sheet: a slanting line, and a wave. */
export const signaturePath = 'M100 350L500 50M520 200C600 0 700 400 780 200L900 200';

/** Signed at the kiosk. The IBAN is the one of the registry of ISO 13616, of nobody. */
export function mandateOf(changes: Partial<DirectDebitMandateContent> = {}): DirectDebitMandateContent {
  return {
    creditor,
    reference: 'EKI-0147852-003',
    holder: 'Mme Françoise D’Aubigné-Lefèvre',
    holderAddressLines: ['12 rue de l’Église', '86000 Poitiers'],
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPLIM',
    day: 5,
    signedOn: '2018-07-11',
    signaturePath,
    leaseNumber: '004473',
    locale: 'fr',
    ...changes,
  };
}

/** For somebody who did not sign in. */
export function formOf(changes: Partial<DirectDebitFormContent> = {}): DirectDebitFormContent {
  return { creditor, tenantName: null, leaseNumber: null, issuedOn: '2018-07-11', locale: 'fr', ...changes };
}
