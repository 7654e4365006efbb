import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

export function twoLeases(today: string): NewTenant {
  const flatSince = monthsAfter(today.slice(0, 7), -40);
  const garageSince = monthsAfter(today.slice(0, 7), -14);
  return {
    number: '0106120',
    displayName: 'M. et Mme Lucas Moreau',
    email: 'lucas.moreau@exemple.fr',
    story: 'Deux baux : un logement et un garage',
    profile: {
      familyStatus: 'married',
      household: [
        { givenName: 'Sophie', familyName: 'Moreau', bornOn: '1971-01-30' },
        { givenName: 'Hugo', familyName: 'Moreau', bornOn: '2004-05-21' },
        { givenName: 'Léa', familyName: 'Moreau', bornOn: '2007-11-02' },
      ],
      changes: [{ daysAgo: 9, state: 'refused', change: { kind: 'familyStatus', status: 'separated' } }],
    },
    leases: [
      {
        number: '006120',
        addressLines: [
          'Résidence Les Couronneries, bâtiment C, logement 31',
          '24 rue des Deux-Communes',
          '86000 Poitiers',
        ],
        startsOn: `${flatSince}-01`,
        endsOn: null,
        residenceId: 'couronneries',
        bookings: bookingsOf({
          lot: 'LOG 006120',
          firstMonth: flatSince,
          today,
          rentCents: 487_36,
          benefitCents: 0,
          payment: { label: 'Prélèvement', dayOfMonth: '05' },
        }),
        directDebit: {
          holder: 'M OU MME MOREAU',
          iban: 'FR7630006000011234567890189',
          bankName: 'Banque de France',
          day: 5,
        },
        meters: [
          { energy: 'electricity', months: 30, notRead: [4, 5], replaced: 9 },
          { energy: 'hotWater', months: 14 },
        ],
      },
      {
        number: '000318',
        addressLines: ['Garage 18', '24 rue des Deux-Communes', '86000 Poitiers'],
        startsOn: `${garageSince}-01`,
        endsOn: null,
        insurance: { isRequired: false, certificates: [] },
        bookings: bookingsOf({
          lot: 'GAR 000318',
          firstMonth: garageSince,
          today,
          rentCents: 46_10,
          benefitCents: 0,
          payment: { label: 'TIP SEPA', dayOfMonth: '12' },
        }),
      },
    ],
  };
}
