import type { AccountSlipContent } from '../account-slip/account-slip-content.ts';

/** An account that waits for its e-mail to be opened. */
export function accountSlipOf(changes: Partial<AccountSlipContent> = {}): AccountSlipContent {
  return {
    landlord: {
      name: 'EKIDOM',
      addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
      phone: '05 49 60 33 00',
    },
    agency: { name: 'Direction territoriale Centre-ville' },
    tenant: { displayName: 'Mme Françoise D’Aubigné-Lefèvre', number: '0147852' },
    maskedEmail: 'f•••@exemple.fr',
    linkValidUntil: '2018-07-12T07:05:00.000Z',
    website: 'www.ekidom.fr',
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
