/** Whatever a terminal says: only a clear yes to this very payment is a yes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalOf, failureOf, statusOf } from '../testing/nexo-answers.ts';
import { ORDER } from '../testing/orders.ts';
import { decidePayment, decideStatus } from './decide.ts';
import { paymentRequest, statusRequest } from './messages.ts';

const IDENTITY = { poiId: 'V400m-324688179', saleId: 'kiosk-1' };
const NOW = new Date('2026-07-01T08:00:00Z');

type Heard = Parameters<typeof approvalOf>[0];
const REQUEST = paymentRequest(ORDER, IDENTITY, NOW) as unknown as Heard;
const QUESTION = statusRequest(ORDER, IDENTITY, '1') as unknown as Heard;
const QUESTION_ID = QUESTION.SaleToPOIRequest.MessageHeader.ServiceID ?? '';
const YES = approvalOf(REQUEST);

test('any JSON at all is neither a yes nor a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (answer) => {
      expect(decidePayment(answer, ORDER, IDENTITY).outcome).toBe('UNKNOWN');
      expect(decideStatus(answer, ORDER, IDENTITY, QUESTION_ID).outcome).toBe('UNKNOWN');
    }),
    { numRuns: 2_000 },
  );
});

test('an approval of any other amount is no yes', () => {
  const otherAmounts = fc
    .oneof(fc.double({ noNaN: true }), fc.integer())
    .filter((amount) => amount !== 112.45);

  fc.assert(
    fc.property(otherAmounts, (amount) => {
      const said: unknown = JSON.parse(JSON.stringify(approvalOf(REQUEST, { amount })));

      expect(decidePayment(said, ORDER, IDENTITY).outcome).toBe('UNKNOWN');
    }),
  );
});

describe('an approval with one part changed or gone', () => {
  test.each([
    ['SaleToPOIResponse.MessageHeader.ServiceID', 'another', 'ANOTHER_PAYMENT'],
    ['SaleToPOIResponse.MessageHeader.POIID', 'V400m-1', 'ANOTHER_PAYMENT'],
    ['SaleToPOIResponse.MessageHeader.SaleID', 'kiosk-2', 'ANOTHER_PAYMENT'],
    ['SaleToPOIResponse.MessageHeader.MessageCategory', 'Reversal', 'ANOTHER_PAYMENT'],
    ['SaleToPOIResponse.MessageHeader.MessageType', 'Request', 'ANSWER_UNREADABLE'],
    ['SaleToPOIResponse.PaymentResponse.SaleData', undefined, 'FIELDS_MISSING'],
    ['SaleToPOIResponse.PaymentResponse.SaleData.SaleTransactionID.TransactionID', 'x', 'ANOTHER_PAYMENT'],
    ['SaleToPOIResponse.PaymentResponse.PaymentResult', undefined, 'FIELDS_MISSING'],
    ['SaleToPOIResponse.PaymentResponse.PaymentResult.AmountsResp.Currency', undefined, 'FIELDS_MISSING'],
    [
      'SaleToPOIResponse.PaymentResponse.PaymentResult.AmountsResp.AuthorizedAmount',
      '112.45',
      'ANSWER_UNREADABLE',
    ],
    ['SaleToPOIResponse.PaymentResponse.Response', undefined, 'ANSWER_UNREADABLE'],
    ['SaleToPOIResponse.PaymentResponse.Response.Result', 'success', 'ANSWER_UNREADABLE'],
  ])('%s %s: %s', (path, value, reason) => {
    const answer = changed(YES, path, value);

    expect(decidePayment(answer, ORDER, IDENTITY)).toEqual({ outcome: 'UNKNOWN', reason });
  });

  test('unchanged, it is a yes', () => {
    expect(decidePayment(YES, ORDER, IDENTITY).outcome).toBe('APPROVED');
    expect(decideStatus(statusOf(QUESTION, YES), ORDER, IDENTITY, QUESTION_ID).outcome).toBe('APPROVED');
  });
});

describe('a card number', () => {
  const instrument = 'SaleToPOIResponse.PaymentResponse.PaymentResult.PaymentInstrumentData.CardData';

  test.each([
    ['in clear where it should be masked', `${instrument}.MaskedPan`, '4111111111111111'],
    ['in a field that nobody knows', `${instrument}.Pan`, 4111111111111111],
    [
      'in the additional response',
      'SaleToPOIResponse.PaymentResponse.Response.AdditionalResponse',
      'tid=1&PAN=4111111111111111',
    ],
    [
      'in words in the additional response',
      'SaleToPOIResponse.PaymentResponse.Response.AdditionalResponse',
      'Card 4111 1111 1111 1111 was refused',
    ],
    ['in the name of a field', 'SaleToPOIResponse.PaymentResponse.4111111111111111', true],
    [
      'beside the parts of a line',
      'SaleToPOIResponse.PaymentResponse.PaymentReceipt.0.OutputContent.OutputText.0.Text',
      'key=pan&name=Card&text=4111111111111111',
    ],
    [
      'in the additional response in its other form',
      'SaleToPOIResponse.PaymentResponse.Response.AdditionalResponse',
      Buffer.from('{"additionalData":{"cardNumber":"4111 1111 1111 1111"}}').toString('base64'),
    ],
    [
      'on the merchant’s receipt',
      'SaleToPOIResponse.PaymentResponse.PaymentReceipt.0.OutputContent.OutputText.0.Text',
      'key=pan&name=Card&value=4111111111111111',
    ],
    [
      'on a line of plain text',
      'SaleToPOIResponse.PaymentResponse.PaymentReceipt.1.OutputContent.OutputText.0.Text',
      'CARD 4111 1111 1111 1111',
    ],
  ])('%s sends the attempt to staff', (_, path, value) => {
    const answer = changed(YES, path, value);

    expect(decidePayment(answer, ORDER, IDENTITY)).toEqual({
      outcome: 'UNKNOWN',
      reason: 'CARD_NUMBER_IN_ANSWER',
    });
    expect(decideStatus(statusOf(QUESTION, answer), ORDER, IDENTITY, QUESTION_ID)).toEqual({
      outcome: 'UNKNOWN',
      reason: 'CARD_NUMBER_IN_ANSWER',
    });
  });

  test('is not seen in the acquirer’s own references, and a line that holds one is left off the ticket', () => {
    const reference = 'key=txRef&name=Reference&value=4111111111111111';
    const path = 'SaleToPOIResponse.PaymentResponse.PaymentReceipt.1.OutputContent.OutputText.1.Text';

    const outcome = decidePayment(changed(YES, path, reference), { ...ORDER, wantsTicket: true }, IDENTITY);

    expect(outcome).toMatchObject({ outcome: 'APPROVED', ticket: 'EKIDOM\nTOTAL 112.45' });
  });
});

describe('asked about a payment, an answer', () => {
  test('to another question does not count', () => {
    const answer = statusOf(QUESTION, failureOf(REQUEST, 'Refusal'));

    expect(decideStatus(answer, ORDER, IDENTITY, 'another')).toEqual({
      outcome: 'UNKNOWN',
      reason: 'ANOTHER_PAYMENT',
    });
  });

  test.each([
    ['terminal', 'POIID', 'V400m-1'],
    ['kiosk', 'SaleID', 'kiosk-2'],
  ])('of or for another %s does not count, least of all that it knows nothing', (_, field, value) => {
    const answer = changed(statusOf(QUESTION, 'NotFound'), `SaleToPOIResponse.MessageHeader.${field}`, value);

    expect(decideStatus(answer, ORDER, IDENTITY, QUESTION_ID)).toEqual({
      outcome: 'UNKNOWN',
      reason: 'ANOTHER_PAYMENT',
    });
  });

  test.each([
    ['InProgress', 'IN_PROGRESS'],
    ['NotFound', 'NOT_FOUND'],
  ] as const)('%s is heard', (condition, outcome) => {
    expect(decideStatus(statusOf(QUESTION, condition), ORDER, IDENTITY, QUESTION_ID)).toEqual({ outcome });
  });
});

/** A copy in which what stands at the path is another, or gone. */
function changed(answer: object, path: string, value: unknown): object {
  const copy = structuredClone(answer);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place = copy as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
