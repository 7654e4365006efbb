import { DEBIT_DAYS } from '../direct-debits.ts';
import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

/** His next direct debit is so near that the bank has it already, whatever the day. */
export function debitedSoon(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -19);
  const dayToday = Number(today.slice(8));
  const day = DEBIT_DAYS.find((each) => each > dayToday) ?? DEBIT_DAYS[0];
  return {
    number: '0103471',
    displayName: 'M. Karim Benali',
    email: 'karim.benali@exemple.fr',
    story: 'Un prélèvement déjà transmis à la banque',
    leases: [
      {
        number: '003471',
        addressLines: ['Résidence Beaulieu, logement 22', '14 rue de la Marne', '86000 Poitiers'],
        startsOn: `${since}-01`,
        endsOn: null,
        // Nobody ever sent one.
        insurance: { isRequired: true, certificates: [] },
        bookings: bookingsOf({
          lot: 'LOG 003471',
          firstMonth: since,
          today,
          rentCents: 396_12,
          benefitCents: 0,
          payment: { label: 'Prélèvement', dayOfMonth: String(day).padStart(2, '0') },
        }),
        directDebit: {
          holder: 'M KARIM BENALI',
          iban: 'FR1420041010050500013M02606',
          bankName: 'La Banque Postale',
          day,
        },
      },
    ],
  };
}
