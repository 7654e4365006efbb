import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecentPayments } from '../tenant-api/generated/model/index.ts';
import { beingRecorded, type OwnPayment } from './being-recorded.ts';

const NOW = Date.parse('2018-07-11T09:00:00Z');
const DAY_MS = 86_400_000;
const id = (number: number) => `0197a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** What truly became of one payment, at the moment the API answered. */
interface Truth {
  amountCents: number;
  /** Where it was made. */
  where: 'here' | 'elsewhere';
  /** How far it has come at the API when that makes its answer. */
  atApi: 'unknown' | 'received' | 'booked';
  /** Whether this kiosk has learnt since that the API has it. */
  isAcknowledged: boolean;
  daysAgo: number;
}

const truth = fc
  .record<Truth>({
    amountCents: fc.integer({ min: 1, max: 1_000_000 }),
    where: fc.constantFrom('here', 'elsewhere'),
    atApi: fc.constantFrom('unknown', 'received', 'booked'),
    isAcknowledged: fc.boolean(),
    daysAgo: fc.integer({ min: 0, max: 79 }),
  })
  // The API knows of what is paid elsewhere, or nobody here does.
  .filter(({ where, atApi }) => where === 'here' || atApi !== 'unknown');

test('whatever the order in which news arrives, a payment is beside the ledger or in it: never both, never neither', () => {
  fc.assert(
    fc.property(fc.array(truth, { maxLength: 12 }), (truths) => {
      const told: RecentPayments = truths.flatMap((each, number) =>
        each.atApi === 'unknown'
          ? []
          : [
              {
                paymentId: number % 2 === 0 ? id(number) : id(number).toUpperCase(),
                amountCents: each.amountCents,
                paidAt: paidAtOf(each).toISOString(),
                booked: each.atApi === 'booked',
              },
            ],
      );
      const own: OwnPayment[] = truths.flatMap((each, number) =>
        each.where === 'elsewhere'
          ? []
          : [
              {
                paymentId: id(number),
                amountCents: each.amountCents,
                paidAt: paidAtOf(each).getTime(),
                acknowledgedAt: each.isAcknowledged ? paidAtOf(each).getTime() : null,
              },
            ],
      );

      const beside = beingRecorded(told, own, NOW);

      for (const [number, each] of truths.entries()) {
        const times = beside.filter(({ paymentId }) => paymentId.toLowerCase() === id(number)).length;
        expect(times).toBe(each.atApi === 'booked' ? 0 : 1);
      }
    }),
  );
});

test('what was acknowledged long ago is in the ledger, though the API tells of it no more', () => {
  const own = [{ paymentId: id(1), amountCents: 5, paidAt: 0, acknowledgedAt: NOW - 91 * DAY_MS }];

  expect(beingRecorded([], own, NOW)).toEqual([]);
});

test('what the API has not heard of for months is not forgotten', () => {
  const own = [{ paymentId: id(1), amountCents: 5, paidAt: NOW - 200 * DAY_MS, acknowledgedAt: null }];

  expect(beingRecorded([], own, NOW)).toHaveLength(1);
});

test('the day is the agency’s own, and the newest comes first', () => {
  const own = ['2018-07-10T21:59:00Z', '2018-07-10T22:01:00Z'].map((paidAt, number) => ({
    paymentId: id(number),
    amountCents: 5,
    paidAt: Date.parse(paidAt),
    acknowledgedAt: null,
  }));

  expect(beingRecorded([], own, NOW).map(({ paidOn }) => paidOn)).toEqual(['2018-07-11', '2018-07-10']);
});

function paidAtOf({ daysAgo }: Truth): Date {
  return new Date(NOW - daysAgo * DAY_MS);
}

test.each([
  [[false, false], [27_74]],
  [[false, true], []],
  [[true, false], []],
])(
  'a payment that is told twice, booked: %j, counts once, and not at all once it is booked',
  (twice, counted) => {
    const told = twice.map((booked, time) => ({
      paymentId: time === 0 ? id(10) : id(10).toUpperCase(),
      amountCents: 27_74,
      paidAt: '2018-07-10T09:00:00Z',
      booked,
    }));

    expect(beingRecorded(told, [], NOW).map(({ amountCents }) => amountCents)).toEqual(counted);
  },
);
