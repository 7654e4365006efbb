import type { AccountSlipContent } from '../account-slip/account-slip-content.ts';
import { household } from './sample-household.ts';

/** An account that waits for its e-mail to be opened. */
export function accountSlipOf(changes: Partial<AccountSlipContent> = {}): AccountSlipContent {
  return {
    landlord: household.landlord,
    agency: household.agency,
    tenant: household.tenant,
    maskedEmail: 'f•••@exemple.fr',
    linkValidUntil: '2018-07-12T07:05:00.000Z',
    website: 'www.ekidom.fr',
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
