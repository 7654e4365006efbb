import { debit } from '../ledger.ts';
import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

const MONTHS = 144;

/** Twelve years: 3 entries a month and one more every spring, over 430 in all. */
export function longHistory(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -MONTHS);
  const springs = Array.from(
    { length: MONTHS / 12 + 1 },
    (_, year) => `${Number(since.slice(0, 4)) + year}-04-15`,
  );
  return {
    number: '0100512',
    displayName: 'M. Henri Rousseau',
    email: 'henri.rousseau@exemple.fr',
    story: 'Douze ans de compte : plus de 430 écritures',
    leases: [
      {
        number: '000512',
        addressLines: [
          'Résidence Les Trois-Cités, tour 2, logement 86',
          '40 place des Trois-Cités',
          '86000 Poitiers',
        ],
        startsOn: `${since}-01`,
        endsOn: null,
        bookings: [
          ...bookingsOf({
            lot: 'LOG 000512',
            firstMonth: since,
            today,
            rentCents: 341_18,
            benefitCents: 122_00,
            payment: { label: 'Chèque bancaire', dayOfMonth: '08' },
          }),
          ...springs
            .filter((day) => day > `${since}-26` && day <= today)
            .map((day) => debit(day, `Régul. charges ${Number(day.slice(0, 4)) - 1}`, 18_65)),
        ],
      },
    ],
  };
}
