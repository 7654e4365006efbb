import { describe, expect, test, vi } from 'vitest';
import type { CardCharge, CardCharges, ChargeAnswer } from '../tenant-api/tenant-api.ts';
import { createCardProvider } from './card-provider.ts';

const attemptId = '0197a0a0-0000-7000-8000-000000000001';
const attempt = { attemptId, amountCents: 27_74, currency: 'EUR' } as const;
const card = { keySerialNumber: 'ffff9876543210e00008', ciphertexts: ['c25c1d1197d31caa'] };
const silence: ChargeAnswer = { told: 'nothing', error: { code: 'API_TIMEOUT' } };

describe('a card that an encrypting reader read', () => {
  test('is handed on as it is, and charged under the attempt’s id', async () => {
    const { provider, charges } = arrange(charge({ authorisationNumber: '510000', schemeCode: 'cb' }));

    expect(await provider.authorise(attempt, card)).toEqual({
      outcome: 'APPROVED',
      facts: {
        authorisationNumber: '510000',
        contract: null,
        readingMode: 'magneticStripe',
        schemeCode: 'cb',
        cardApplication: null,
      },
      ticket: null,
    });
    expect(charges.createCardCharge).toHaveBeenCalledExactlyOnceWith({
      attemptId,
      body: { amountCents: 27_74, currency: 'EUR', ...card },
    });
    expect(charges.readCardCharge).not.toHaveBeenCalled();
  });

  test.each<[string, ChargeAnswer, string, string]>([
    ['is refused by the bank', charge({ result: 'refused' }), 'NOT_PERFORMED', 'REFUSED'],
    ['is refused unread', { told: 'none' }, 'NOT_PERFORMED', 'REQUEST_NOT_UNDERSTOOD'],
    ['is still being decided', charge({ result: 'inProgress' }), 'UNKNOWN', 'STILL_IN_PROGRESS'],
    ['is charged another amount', charge({ amountCents: 27_73 }), 'UNKNOWN', 'AMOUNT_DIFFERS'],
    [
      'is told of under another name',
      charge({ attemptId: attemptId.replace(/1$/, '2') }),
      'UNKNOWN',
      'ANOTHER_PAYMENT',
    ],
  ])('that %s is no approval', async (_, answer, outcome, reason) => {
    const { provider } = arrange(answer);

    expect(await provider.authorise(attempt, card)).toEqual({ outcome, reason });
  });

  test.each<[ChargeAnswer, object]>([
    [charge({}), { outcome: 'APPROVED' }],
    [{ told: 'none' }, { outcome: 'NOT_PERFORMED', reason: 'NEVER_STARTED' }],
    [silence, { outcome: 'UNKNOWN', reason: 'NO_ANSWER' }],
  ])('of which nothing is heard is asked about: %j', async (found, expected) => {
    const { provider } = arrange(silence, found);

    expect(await provider.authorise(attempt, card)).toMatchObject(expected);
  });
});

function arrange(answer: ChargeAnswer, found: ChargeAnswer = silence) {
  const charges = {
    createCardCharge: vi.fn<CardCharges['createCardCharge']>(async () => answer),
    readCardCharge: vi.fn<CardCharges['readCardCharge']>(async () => found),
  };
  return { provider: createCardProvider(charges), charges };
}

function charge(changes: Partial<CardCharge>): ChargeAnswer {
  return {
    told: 'charge',
    charge: {
      attemptId,
      amountCents: 27_74,
      currency: 'EUR',
      result: 'approved',
      authorisationNumber: null,
      contract: null,
      schemeCode: null,
      ...changes,
    },
  };
}
