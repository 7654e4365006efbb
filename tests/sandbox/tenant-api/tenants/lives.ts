/** Lives that are not one lease, lived in by one person who has long had an account. */
import { credit } from '../ledger.ts';
import type { NewTenant } from '../new-tenant.ts';
import { bookingsOf, monthsAfter } from './rent-life.ts';

/** Two people, one lease: each signs in with an account of their own, and sees the same. */
export function joint(today: string): NewTenant[] {
  const since = monthsAfter(today.slice(0, 7), -9);
  return [
    {
      number: '0104715',
      displayName: 'Mme Amina Haddad',
      familyName: 'Haddad',
      birthDate: '1988-11-02',
      email: 'amina.haddad@exemple.fr',
      story: 'Un bail signé à deux, avec M. Girard',
      leases: [
        {
          number: '004715',
          addressLines: ['Résidence Les Trois-Cités, logement 8', '5 rue de la Jeunesse', '86000 Poitiers'],
          startsOn: `${since}-01`,
          endsOn: null,
          bookings: bookingsOf({
            lot: 'LOG 004715',
            firstMonth: since,
            today,
            rentCents: 512_40,
            benefitCents: 120_00,
            payment: { label: 'Carte bancaire', dayOfMonth: '08' },
            unpaidMonths: 1,
          }),
        },
      ],
    },
    {
      number: '0104716',
      displayName: 'M. Paul Girard',
      familyName: 'Girard',
      birthDate: '1985-04-27',
      email: 'paul.girard@exemple.fr',
      story: 'Le même bail que Mme Haddad',
      leases: [],
      jointLeases: ['004715'],
    },
  ];
}

/** He has left, and something is still owed. */
export function former(today: string): NewTenant {
  const thisMonth = today.slice(0, 7);
  const since = monthsAfter(thisMonth, -30);
  const last = monthsAfter(thisMonth, -3);
  const leftOn = `${last}-28`;
  return {
    number: '0101187',
    displayName: 'M. Gérard Roux',
    familyName: 'Roux',
    birthDate: '1961-01-30',
    email: 'gerard.roux@exemple.fr',
    story: 'Parti il y a deux mois, il doit encore son dernier loyer',
    leases: [
      {
        number: '001187',
        addressLines: [
          'Résidence Saint-Cyprien, logement 21',
          '14 rue du Fief-de-Grimoire',
          '86000 Poitiers',
        ],
        startsOn: `${since}-01`,
        endsOn: leftOn,
        bookings: [
          ...bookingsOf({
            lot: 'LOG 001187',
            firstMonth: since,
            today: leftOn,
            rentCents: 366_12,
            benefitCents: 140_00,
            payment: { label: 'Chèque bancaire', dayOfMonth: '04' },
            unpaidMonths: 1,
          }),
          credit(leftOn, 'Régul. charges', 83_17),
        ],
      },
    ],
  };
}

/** She has signed, and moves in on the first of next month: nothing is booked yet. */
export function coming(today: string): NewTenant {
  return {
    number: '0109312',
    displayName: 'Mme Inès Fontaine',
    familyName: 'Fontaine',
    birthDate: '1996-08-19',
    email: 'ines.fontaine@exemple.fr',
    story: 'Son bail commence le mois prochain : rien à payer encore',
    leases: [
      {
        number: '009312',
        addressLines: ['Résidence Bel-Air, logement 16', '7 allée des Marronniers', '86000 Poitiers'],
        startsOn: `${monthsAfter(today.slice(0, 7), 1)}-01`,
        endsOn: null,
        bookings: [],
      },
    ],
  };
}

/** She has never had an account: to be created at the kiosk. */
export function unregistered(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -50);
  return {
    number: '0109904',
    displayName: 'Mme Marguerite Lévêque',
    familyName: 'Lévêque',
    birthDate: '1943-03-14',
    email: 'marguerite.leveque@exemple.fr',
    access: 'none',
    story: 'Pas encore de compte : n° 0109904, Lévêque, née le 14/03/1943',
    leases: [
      {
        number: '009904',
        addressLines: ['Résidence Les Tilleuls, logement 3', '8 rue de la Gibauderie', '86000 Poitiers'],
        startsOn: `${since}-01`,
        endsOn: null,
        bookings: bookingsOf({
          lot: 'LOG 009904',
          firstMonth: since,
          today,
          rentCents: 301_15,
          benefitCents: 190_00,
          payment: { label: 'Chèque bancaire', dayOfMonth: '10' },
        }),
      },
    ],
  };
}

/** He typed his address and a password, and never opened the link. */
export function unvalidated(today: string): NewTenant {
  const since = monthsAfter(today.slice(0, 7), -6);
  return {
    number: '0109905',
    displayName: 'M. Hugo Perrin',
    familyName: 'Perrin',
    birthDate: '1999-12-05',
    email: 'hugo.perrin@exemple.fr',
    access: 'notValidated',
    story: 'Adresse jamais validée : n° 0109905, Perrin, né le 05/12/1999',
    leases: [
      {
        number: '009905',
        addressLines: ['Résidence Bel-Air, logement 11', '3 allée des Marronniers', '86000 Poitiers'],
        startsOn: `${since}-01`,
        endsOn: null,
        bookings: bookingsOf({
          lot: 'LOG 009905',
          firstMonth: since,
          today,
          rentCents: 288_60,
          benefitCents: 60_00,
          payment: { label: 'Prélèvement', dayOfMonth: '05' },
        }),
      },
    ],
  };
}
