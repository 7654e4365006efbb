import { type Booking, credit, debit } from '../ledger.ts';
import type { NewTenant } from '../new-tenant.ts';
import { monthsAfter } from './rent-life.ts';

/** A printed page of a statement has room for 35 entries: one, exactly a page, one more than a page, none. */
export function pageEdges(today: string): NewTenant[] {
  return [
    edge('0101001', 'M. Bruno Girard', 'bruno.girard@exemple.fr', 'Une seule écriture', 1, today),
    edge(
      '0101035',
      'Mme Claire Fournier',
      'claire.fournier@exemple.fr',
      '35 écritures : une page pleine',
      35,
      today,
    ),
    edge(
      '0101036',
      'Mme Sylvie Lambert',
      'sylvie.lambert@exemple.fr',
      '36 écritures : une page et une ligne',
      36,
      today,
    ),
    edge(
      '0101000',
      'M. Nathan Robin',
      'nathan.robin@exemple.fr',
      'Un bail tout neuf, sans écriture',
      0,
      today,
    ),
  ];
}

function edge(
  number: string,
  displayName: string,
  email: string,
  story: string,
  entryCount: number,
  today: string,
): NewTenant {
  return {
    number,
    displayName,
    email,
    story,
    leases: [
      {
        number: number.slice(1),
        addressLines: [
          `Résidence du Clain, logement ${entryCount + 1}`,
          '14 chemin de Tison',
          '86000 Poitiers',
        ],
        startsOn: entryCount === 0 ? today : `${monthsAfter(today.slice(0, 7), -entryCount)}-01`,
        endsOn: null,
        bookings: monthlyBookings(`LOG ${number.slice(1)}`, entryCount, today),
      },
    ],
  };
}

/** One entry a month up to last month: a rent, then its payment, and so on. */
function monthlyBookings(lot: string, count: number, today: string): Booking[] {
  return Array.from({ length: count }, (_, index) => {
    const month = monthsAfter(today.slice(0, 7), index - count);
    const name = `${month.slice(5, 7)}/${month.slice(2, 4)}`;
    return index % 2 === 0
      ? debit(`${month}-26`, `${lot} ${name}`, 315_42)
      : credit(`${month}-05`, 'Chèque bancaire', 315_42);
  });
}
