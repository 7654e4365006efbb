import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

/** A cedilla, a breve, a diaeresis, accents, two kinds of hyphen and a typographic apostrophe. */
export function accentedName(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -15);
  return {
    number: '0108867',
    displayName: 'Mme Zoé D’Hérouville-Çağlar',
    email: 'zoe.dherouville@exemple.fr',
    story: 'Un nom avec des accents et une apostrophe',
    leases: [
      {
        number: '008867',
        addressLines: [
          'Résidence L’Orée-du-Bois, logement 2',
          '9 rue de l’Épée-à-Deux-Mains',
          '86000 Poitiers',
        ],
        startsOn: `${since}-01`,
        endsOn: null,
        bookings: bookingsOf({
          lot: 'LOG 008867',
          firstMonth: since,
          today,
          rentCents: 377_05,
          benefitCents: 201_30,
          payment: { label: 'Carte bancaire', dayOfMonth: '09' },
        }),
      },
    ],
  };
}

export function arabicName(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -22);
  return {
    number: '0105534',
    displayName: 'السيد يوسف بن علي الحداد',
    email: 'youssef.elhaddad@exemple.fr',
    story: 'Un nom en écriture arabe',
    leases: [
      {
        number: '005534',
        addressLines: [
          'Résidence Les Couronneries, bâtiment F, logement 54',
          '2 place de Provence',
          '86000 Poitiers',
        ],
        startsOn: `${since}-01`,
        endsOn: null,
        bookings: bookingsOf({
          lot: 'LOG 005534',
          firstMonth: since,
          today,
          rentCents: 402_77,
          benefitCents: 187_25,
          payment: { label: 'Efficash', dayOfMonth: '07' },
        }),
      },
    ],
  };
}
