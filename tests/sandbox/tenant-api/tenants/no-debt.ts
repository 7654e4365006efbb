import { daysAfter } from '../insurance.ts';
import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

/** Her direct debit is taken on the day of the rent, so she owes nothing on any day. */
export function noDebt(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -26);
  return {
    number: '0102208',
    displayName: 'Mme Odile Petit',
    email: 'odile.petit@exemple.fr',
    story: 'Rien à payer : le solde est de 0,00 €',
    profile: {
      mobilePhone: null,
      landlinePhone: '+33549417012',
      work: { status: 'retired', employer: null },
    },
    leases: [
      {
        number: '002208',
        addressLines: ['Résidence Bel-Air, logement 4', '3 allée des Marronniers', '86000 Poitiers'],
        startsOn: `${since}-01`,
        endsOn: null,
        // It ran out ten days ago.
        insurance: {
          isRequired: true,
          certificates: [{ from: daysAfter(today, -375), to: daysAfter(today, -10) }],
        },
        bookings: bookingsOf({
          lot: 'LOG 002208',
          firstMonth: since,
          today,
          rentCents: 352_91,
          benefitCents: 148_00,
          payment: { label: 'Prélèvement', dayOfMonth: '26' },
        }),
        directDebit: {
          holder: 'MME ODILE PETIT',
          iban: 'FR7610107001011234567890129',
          bankName: 'Banque Populaire',
          day: 26,
        },
      },
    ],
  };
}
