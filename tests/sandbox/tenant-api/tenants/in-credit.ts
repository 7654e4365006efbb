import { credit } from '../ledger.ts';
import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

export function inCredit(today: string): NewTenant {
  const thisMonth = today.slice(0, 7);
  const since = monthsAfter(thisMonth, -19);
  return {
    number: '0103391',
    displayName: 'Mme Fatoumata Diallo',
    email: 'fatoumata.diallo@exemple.fr',
    story: 'Le bailleur lui doit 86,40 €',
    leases: [
      {
        number: '003391',
        addressLines: ['Résidence Bellejouanne, logement 9', '17 rue de la Vallée-Monnaie', '86000 Poitiers'],
        startsOn: `${since}-01`,
        endsOn: null,
        bookings: [
          ...bookingsOf({
            lot: 'LOG 003391',
            firstMonth: since,
            today,
            rentCents: 298_47,
            benefitCents: 214_00,
            payment: { label: 'Efficash', dayOfMonth: '26' },
          }),
          credit(`${monthsAfter(thisMonth, -1)}-17`, 'Régul. charges', 86_40),
        ],
      },
    ],
  };
}
