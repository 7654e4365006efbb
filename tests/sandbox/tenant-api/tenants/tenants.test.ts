import { describe, expect, test } from 'vitest';
import { balanceOf, enterInLedger } from '../ledger.ts';
import { newTenantSchema } from '../new-tenant.ts';
import { allTenants } from './all-tenants.ts';

/** Days on which months, years and the day of the rent begin and end. */
const DAYS = [
  '2018-07-12',
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
  '2026-03-25',
  '2026-03-26',
  '2026-11-23',
];

function accountsOf(email: string, today: string) {
  const tenant = allTenants(today).find((candidate) => candidate.email === email);
  return (tenant?.leases ?? []).map(({ number, bookings }) => enterInLedger(number, bookings));
}

test('the leaflet’s tenant has its seven lines, from which 27,74 € is owed', () => {
  const [entries = []] = accountsOf('jeanne.martin@exemple.fr', '2026-11-23');

  const lines = entries
    .toReversed()
    .map(({ postedOn, label, direction, amountCents }) => [postedOn, label, direction, amountCents]);

  expect(lines).toEqual([
    ['2018-07-10', 'Chèque bancaire', 'credit', 4386],
    ['2018-06-26', 'APL 06/18', 'credit', 19195],
    ['2018-06-26', 'LOG 004473 06/18', 'debit', 23857],
    ['2018-06-26', 'LOG 004473 05/18', 'credit', 2774],
    ['2018-06-26', 'LOG 004473 04/18', 'credit', 2774],
    ['2018-06-26', 'LOG 004473 03/18', 'credit', 2774],
    ['2018-06-26', 'APL 02/18 05/18', 'debit', 10820],
  ]);
  expect(balanceOf(entries)).toBe(2774);
});

describe.each(DAYS)('on %s', (today) => {
  test('every tenant is what a tenant has to be, and nothing is booked in the future', () => {
    for (const tenant of allTenants(today)) {
      expect(() => newTenantSchema.parse(tenant)).not.toThrow();
      for (const { startsOn, bookings } of tenant.leases) {
        for (const { postedOn } of bookings) {
          expect(postedOn >= startsOn && postedOn <= (today > '2018-07-10' ? today : '2018-07-10')).toBe(
            true,
          );
        }
      }
    }
  });

  test('the lives are as different as they are told', () => {
    const counts = (email: string) => accountsOf(email, today).map((entries) => entries.length);
    const balances = (email: string) => accountsOf(email, today).map(balanceOf);

    expect(counts('lucas.moreau@exemple.fr')).toHaveLength(2);
    expect(balances('odile.petit@exemple.fr')).toEqual([0]);
    expect(counts('odile.petit@exemple.fr')[0]).toBeGreaterThan(50);
    expect(balances('thierry.lefevre@exemple.fr')[0]).toBeGreaterThan(1_000_00);
    expect(balances('fatoumata.diallo@exemple.fr')).toEqual([-86_40]);
    expect(counts('henri.rousseau@exemple.fr')[0]).toBeGreaterThanOrEqual(420);
    expect(counts('bruno.girard@exemple.fr')).toEqual([1]);
    expect(counts('claire.fournier@exemple.fr')).toEqual([35]);
    expect(counts('sylvie.lambert@exemple.fr')).toEqual([36]);
    expect(counts('nathan.robin@exemple.fr')).toEqual([0]);
  });

  test('the same day gives the same accounts', () => {
    expect(allTenants(today)).toEqual(allTenants(today));
  });
});

test('names are written as their bearers write them', () => {
  const names = allTenants('2018-07-12').map(({ displayName }) => displayName);

  expect(names).toContain('Mme Zoé D’Hérouville-Çağlar');
  expect(names.some((name) => /^[\p{Script=Arabic} ]+$/u.test(name))).toBe(true);
});

test('nobody but the example domain is ever written to', () => {
  const emails = allTenants('2018-07-12').map(({ email }) => email);

  expect(emails.every((email) => email.endsWith('@exemple.fr'))).toBe(true);
  expect(new Set(emails).size).toBe(emails.length);
});
