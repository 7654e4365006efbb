import { expect, test } from 'vitest';
import type { ChargeYear } from '../tenant-api/tenant-api.ts';
import { listCharges } from './charges.ts';

const settled: ChargeYear = {
  id: 'charges-2017',
  from: '2017-01-01',
  to: '2017-12-31',
  settledOn: '2018-06-15',
  provisionsCents: 630_00,
  costsCents: 611_10,
  balanceCents: -18_90,
  headings: [
    { label: 'Eau froide', provisionsCents: 174_00, costCents: 162_00 },
    { label: 'Chauffage', provisionsCents: 456_00, costCents: 449_10 },
  ],
};

test('a year that is settled is shown with its balance', async () => {
  expect(await listed(settled)).toMatchObject({
    ok: true,
    value: {
      years: [{ settlement: { settledOn: '2018-06-15', costsCents: 611_10, balanceCents: -18_90 } }],
      nextCursor: null,
    },
  });
});

test('a year whose real costs are not known yet has no settlement', async () => {
  const open = {
    ...settled,
    ...{ settledOn: null, costsCents: null, balanceCents: null },
    headings: settled.headings.map((heading) => ({ ...heading, costCents: null })),
  };

  expect(await listed(open)).toMatchObject({ ok: true, value: { years: [{ settlement: null }] } });
});

test.each<[string, Partial<ChargeYear>]>([
  ['provisions that do not add up', { provisionsCents: 630_01 }],
  ['costs that do not add up', { costsCents: 611_11, balanceCents: -18_89 }],
  ['a balance that does not follow', { balanceCents: 18_90 }],
  ['costs before the year is settled', { settledOn: null }],
  ['a settlement without costs', { costsCents: null }],
  ['an end before its beginning', { to: '2016-12-31' }],
])('%s: the year is not shown', async (_, changes) => {
  expect(await listed({ ...settled, ...changes })).toEqual({
    ok: false,
    error: { code: 'API_BROKEN_ANSWER' },
  });
});

function listed(year: ChargeYear) {
  const listChargeYears = async () => ({ ok: true as const, value: { items: [year], nextCursor: null } });
  return listCharges({ listChargeYears }, { accountId: 'account-1', cursor: null });
}
