import { daysAfter } from '../insurance.ts';
import { credit, debit } from '../ledger.ts';
import type { NewTenant } from '../new-tenant.ts';

/** The account printed in the leaflet that tenants were given, line for line. */
export function leaflet(today: string): NewTenant {
  return {
    number: '0104473',
    displayName: 'Mme Jeanne Martin',
    familyName: 'Martin',
    birthDate: '1952-05-17',
    email: 'jeanne.martin@exemple.fr',
    story: 'Les sept écritures du dépliant : 27,74 € à payer',
    profile: {
      landlinePhone: '+33549603839',
      familyStatus: 'widowed',
      household: [{ givenName: 'Paul', familyName: 'Martin', bornOn: '2001-09-14' }],
      work: { status: 'retired', employer: null },
      changes: [{ daysAgo: 6, state: 'pending', change: { kind: 'mobilePhone', phone: '+33798765432' } }],
    },
    leases: [
      {
        number: '004473',
        addressLines: ['Résidence Les Tilleuls, logement 12', '8 rue de la Gibauderie', '86000 Poitiers'],
        startsOn: '2018-02-01',
        endsOn: null,
        residenceId: 'tilleuls',
        insurance: {
          isRequired: true,
          certificates: [
            { from: daysAfter(today, -347), to: daysAfter(today, 18) },
            { from: daysAfter(today, -347), to: daysAfter(today, 18), refusal: 'unreadable' },
            { from: daysAfter(today, -712), to: daysAfter(today, -348) },
          ],
        },
        bookings: [
          debit('2018-06-26', 'APL 02/18 05/18', 108_20),
          credit('2018-06-26', 'LOG 004473 03/18', 27_74),
          credit('2018-06-26', 'LOG 004473 04/18', 27_74),
          credit('2018-06-26', 'LOG 004473 05/18', 27_74),
          debit('2018-06-26', 'LOG 004473 06/18', 238_57),
          credit('2018-06-26', 'APL 06/18', 191_95),
          credit('2018-07-10', 'Chèque bancaire', 43_86),
        ],
        meters: [
          { energy: 'coldWater', months: 36 },
          { energy: 'heating', months: 36 },
        ],
      },
    ],
  };
}
