import { expect, test } from 'vitest';
import type { Meter } from '../tenant-api/tenant-api.ts';
import { readConsumption } from './consumption.ts';

const read = { isEstimated: false, similarThousandths: null };

test('a month that was not read has its place, empty', async () => {
  const answer = await consumptionOf({ months: [month('2018-11', 5_200), month('2019-02', 4_100)] });

  expect(answer).toMatchObject({
    ok: true,
    value: {
      meters: [
        {
          months: [
            { month: '2018-11', thousandths: 5_200 },
            { month: '2018-12', thousandths: null },
            { month: '2019-01', thousandths: null },
            { month: '2019-02', thousandths: 4_100 },
          ],
        },
      ],
    },
  });
});

test('a dwelling without meters has none', async () => {
  const answer = await readConsumption(
    { readConsumption: async () => ({ ok: true, value: { asOf: '2018-07-12', meters: [] } }) },
    'account-1',
  );

  expect(answer).toEqual({ ok: true, value: { asOf: '2018-07-12', meters: [] } });
});

test.each<[string, Partial<Meter>]>([
  ['months that run backwards', { months: [month('2018-02', 1), month('2018-01', 1)] }],
  ['a month told twice', { months: [month('2018-02', 1), month('2018-02', 2)] }],
  ['a hundred years between two months', { months: [month('1918-02', 1), month('2018-02', 2)] }],
  ['water in kilowatt-hours', { unit: 'kWh' }],
  ['heating in cubic metres', { energy: 'heating', unit: 'm3' }],
])('%s are not believed', async (_, changes) => {
  expect(await consumptionOf(changes)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
});

function consumptionOf(changes: Partial<Meter>) {
  const meter: Meter = {
    id: 'meter-1',
    energy: 'coldWater',
    unit: 'm3',
    months: [],
    replacedOn: [],
    ...changes,
  };
  const answer = { ok: true as const, value: { asOf: '2019-03-01', meters: [meter] } };
  return readConsumption({ readConsumption: async () => answer }, 'account-1');
}

function month(name: string, thousandths: number): Meter['months'][number] {
  return { month: name, thousandths, ...read };
}
