import { daysAfter } from '../insurance.ts';
import { credit, debit } from '../ledger.ts';
import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

/** Four months unpaid, a direct debit that the bank sent back, a first instalment. */
export function inDebt(today: string): NewTenant {
  const thisMonth = today.slice(0, 7);
  const since = monthsAfter(thisMonth, -31);
  return {
    number: '0107745',
    displayName: 'M. Thierry Lefèvre',
    email: 'thierry.lefevre@exemple.fr',
    story: 'Quatre mois impayés et un prélèvement rejeté',
    profile: {
      mobilePhone: '+447911123456',
      postalAddress: {
        lines: ['12 High Street', 'Flat 3'],
        postcode: 'BN1 1AA',
        city: 'Brighton',
        country: 'Royaume-Uni',
      },
      work: { status: 'jobSeeker', employer: null },
    },
    leases: [
      {
        number: '007745',
        addressLines: [
          'Résidence Saint-Éloi, bâtiment A, logement 17',
          '51 boulevard Saint-Just',
          '86000 Poitiers',
        ],
        startsOn: `${since}-01`,
        endsOn: null,
        // What he sent was refused: the dwelling is not insured as far as is known.
        insurance: {
          isRequired: true,
          certificates: [{ from: daysAfter(today, -20), to: daysAfter(today, 345), refusal: 'otherAddress' }],
        },
        bookings: [
          ...bookingsOf({
            lot: 'LOG 007745',
            firstMonth: since,
            today,
            rentCents: 418_64,
            benefitCents: 96_50,
            payment: { label: 'Prélèvement', dayOfMonth: '05' },
            unpaidMonths: 4,
          }),
          credit(`${monthsAfter(thisMonth, -3)}-05`, 'Prélèvement', 325_12),
          debit(`${monthsAfter(thisMonth, -3)}-11`, 'Rejet de prélèvement', 325_12),
          debit(`${monthsAfter(thisMonth, -2)}-14`, 'Régul. charges', 112_38),
          credit(`${monthsAfter(thisMonth, -1)}-20`, 'Carte bancaire', 150_00),
        ],
      },
    ],
  };
}
