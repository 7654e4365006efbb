import { afterEach, describe, expect, test } from 'vitest';
import type { PaymentTerminal } from '../payment-terminal.ts';
import { approvalOf, failureOf, statusOf } from '../testing/nexo-answers.ts';
import {
  type NexoScene,
  openNexoScene,
  paymentFor,
  statesOf,
  TERMINAL_NAME,
  waitUntil,
} from '../testing/nexo-scene.ts';
import { ORDER } from '../testing/orders.ts';
import { createSelfSignedCertificate } from '../testing/self-signed-certificate.ts';
import { serviceIdOf } from './messages.ts';

let scene: NexoScene;

afterEach(() => scene.close());

describe('a payment', () => {
  test('is asked for in euros, under the names of kiosk and terminal', async () => {
    const terminal = await opened({ pay: (request, answer) => answer(approvalOf(request)) });

    await terminal.start(ORDER).outcome;

    expect(scene.device.heard).toEqual([
      {
        SaleToPOIRequest: {
          MessageHeader: {
            ProtocolVersion: '3.0',
            MessageClass: 'Service',
            MessageCategory: 'Payment',
            MessageType: 'Request',
            ServiceID: serviceIdOf(ORDER.attemptId),
            SaleID: 'kiosk-1',
            POIID: 'V400m-324688179',
          },
          PaymentRequest: {
            SaleData: {
              SaleTransactionID: { TransactionID: ORDER.attemptId, TimeStamp: '2026-07-01T08:00:00.000Z' },
            },
            PaymentTransaction: { AmountsReq: { Currency: 'EUR', RequestedAmount: 112.45 } },
          },
        },
      },
    ]);
  });

  test('that is approved gives what may be kept, and the customer’s ticket', async () => {
    const terminal = await opened({ pay: (request, answer) => answer(approvalOf(request)) });

    const payment = terminal.start({ ...ORDER, wantsTicket: true });
    const states = statesOf(payment);
    const outcome = await payment.outcome;

    expect(outcome).toEqual({
      outcome: 'APPROVED',
      facts: {
        authorisationNumber: '240891',
        contract: 'EKIDOM_POS',
        readingMode: 'contactless',
        schemeCode: 'cartebancaire',
        cardApplication: null,
      },
      ticket: 'EKIDOM\nCard ************1111\nTOTAL 112.45',
    });
    expect(states).toEqual(['connecting', 'waitingForCard']);
    expect(scene.timers.waiting).toBe(0);
  });

  test.each([
    ['Refusal', 'REFUSED'],
    ['WrongPIN', 'REFUSED'],
    ['Cancel', 'ABANDONED'],
    ['Aborted', 'ABANDONED'],
    ['Busy', 'TERMINAL_BUSY'],
    ['MessageFormat', 'REQUEST_NOT_UNDERSTOOD'],
  ])('that fails with %s is not performed: %s', async (condition, reason) => {
    const terminal = await opened({ pay: (request, answer) => answer(failureOf(request, condition)) });

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'NOT_PERFORMED', reason });
  });

  test.each([
    [{ amount: 112.44 }, 'AMOUNT_DIFFERS'],
    [{ amount: 11245 }, 'AMOUNT_DIFFERS'],
    [{ currency: 'USD' }, 'CURRENCY_DIFFERS'],
  ])('that is approved for something else is unknown: %j', async (changes, reason) => {
    const terminal = await opened({ pay: (request, answer) => answer(approvalOf(request, changes)) });

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason });
  });

  test('that is approved in part is unknown', async () => {
    const terminal = await opened({
      pay: (request, answer) => {
        const approval = approvalOf(request);
        approval.SaleToPOIResponse.PaymentResponse.Response.Result = 'Partial';
        answer(approval);
      },
    });

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'PARTLY_APPROVED' });
  });

  test.each(['4111111111111111', '4111 1111 1111 1111'])(
    'whose answer shows the card number %s goes to staff',
    async (shown) => {
      const terminal = await opened({
        pay: (request, answer) => {
          const approval = approvalOf(request);
          approval.SaleToPOIResponse.PaymentResponse.PaymentResult.PaymentInstrumentData.CardData.MaskedPan =
            shown;
          answer(approval);
        },
      });

      expect(await terminal.start(ORDER).outcome).toEqual({
        outcome: 'UNKNOWN',
        reason: 'CARD_NUMBER_IN_ANSWER',
      });
    },
  );
});

test('giving up aborts the payment at the terminal, whose answer then counts', async () => {
  let answerPayment = () => {};
  const terminal = await opened({
    pay: (request, answer) => {
      answerPayment = () => answer(failureOf(request, 'Aborted'));
    },
    abort: (_, response) => {
      response.end('ok');
      answerPayment();
    },
  });
  const payment = terminal.start(ORDER);
  await waitUntil(() => scene.device.heard.length === 1);

  const answer = await payment.abandon();

  expect(answer).toBe('requested');
  expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
  expect(scene.device.heard[1]).toMatchObject({
    SaleToPOIRequest: {
      AbortRequest: { MessageReference: { ServiceID: serviceIdOf(ORDER.attemptId) } },
    },
  });
});

describe('a terminal that shares a key with the kiosk', () => {
  const sharedKey = { identifier: 'hall', version: 1 };

  test('is not spoken to before the key is there', async () => {
    const terminal = await opened({}, { sharedKey });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'TERMINAL_KEY_MISSING',
    });
    expect(await terminal.test()).toEqual({ reachable: false, reason: 'TERMINAL_KEY_MISSING' });
    expect(scene.device.heard).toEqual([]);
  });

  test('is told nothing in clear, and is not believed in clear', async () => {
    const terminal = await opened(
      {
        pay: (_request, answer) => answer(approvalOf(paymentFor(ORDER.attemptId))),
        status: (question, answer) => answer(statusOf(question, approvalOf(paymentFor(ORDER.attemptId)))),
      },
      { sharedKey, passphrase: 'only for this test', answerTimeoutSeconds: 130 },
    );

    const settled = await scene.withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_UNREADABLE' });
    expect(JSON.stringify(scene.device.heard)).not.toContain('112.45');
  });
});

describe('nothing is sent', () => {
  test('to a terminal with another certificate', async () => {
    const terminal = await opened({}, { trusted: createSelfSignedCertificate(TERMINAL_NAME).certificate });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'CERTIFICATE_REFUSED',
    });
    expect(await terminal.test()).toEqual({ reachable: false, reason: 'CERTIFICATE_REFUSED' });
    expect(scene.device.heard).toEqual([]);
  });

  test('to a terminal with another name', async () => {
    const terminal = await opened({}, { name: 'V400m-000000000.live.terminal.test' });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'CERTIFICATE_REFUSED',
    });
    expect(await terminal.test()).toEqual({ reachable: false, reason: 'CERTIFICATE_REFUSED' });
    expect(scene.device.heard).toEqual([]);
  });

  test.each([
    ['that cannot be read', ''],
    ['that is none', 'hello'],
  ])('with a certificate file %s: nobody is trusted then', async (_, trusted) => {
    const terminal = await opened({}, { trusted });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'CERTIFICATE_REFUSED',
    });
    expect(scene.device.heard).toEqual([]);
  });

  test('where nobody listens', async () => {
    const terminal = await opened({});
    await scene.device.stop();

    const outcome = await terminal.start(ORDER).outcome;

    expect(outcome).toEqual({ outcome: 'NOT_SENT', reason: 'CONNECTION_REFUSED' });
  });

  test('by a test, which reaches the terminal', async () => {
    const terminal = await opened({});

    expect(await terminal.test()).toEqual({ reachable: true });
    expect(scene.device.heard).toEqual([]);
  });
});

async function opened(...how: Parameters<typeof openNexoScene>): Promise<PaymentTerminal> {
  scene = await openNexoScene(...how);
  return scene.terminal;
}
