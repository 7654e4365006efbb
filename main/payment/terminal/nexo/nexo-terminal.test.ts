import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import type { PaymentTerminal, PaymentUnderWay, TerminalState } from '../payment-terminal.ts';
import { type HttpsTerminal, startHttpsTerminal } from '../testing/https-terminal.ts';
import { createManualTimers, type ManualTimers } from '../testing/manual-timers.ts';
import {
  approvalOf,
  categoryOf,
  failureOf,
  type NexoRequestHeard,
  statusOf,
} from '../testing/nexo-answers.ts';
import { ORDER } from '../testing/orders.ts';
import { createSelfSignedCertificate } from '../testing/self-signed-certificate.ts';
import { serviceIdOf } from './messages.ts';
import { openNexoTerminal } from './nexo-terminal.ts';

const NAME = 'V400m-324688179.live.terminal.test';
const identity = createSelfSignedCertificate(NAME);

let folder: string;
let device: HttpsTerminal;
let timers: ManualTimers;
/** What the device was asked to pay, to be told again when somebody asks. */
let payments: NexoRequestHeard[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nexo-'));
  timers = createManualTimers();
  payments = [];
});

afterEach(async () => {
  await device.stop();
  rmSync(folder, { recursive: true });
});

describe('a payment', () => {
  test('is asked for in euros, under the names of kiosk and terminal', async () => {
    const terminal = await opened({ pay: (request, answer) => answer(approvalOf(request)) });

    await terminal.start(ORDER).outcome;

    expect(device.heard).toEqual([
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
    expect(timers.waiting).toBe(0);
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

describe('a terminal that does not answer clearly is asked what became of the payment', () => {
  test('after two minutes of silence', async () => {
    const terminal = await opened({
      pay: () => {},
      status: (question, answer) => answer(statusOf(question, approvalOf(paid()))),
    });
    const payment = terminal.start(ORDER);
    await reaches(payment, 'waitingForCard');
    await waitUntil(() => device.heard.length === 1);

    timers.advance(120_000);

    expect(await payment.outcome).toMatchObject({ outcome: 'APPROVED' });
  });

  test.each<readonly [string, (response: ServerResponse) => void]>([
    ['when the line is cut', (response) => response.socket?.destroy()],
    ['when it answers nonsense', (response) => response.end('<h1>Hello</h1>')],
    ['when it answers half', (response) => response.end('{"SaleToPOIResponse":{"Mess')],
    ['when it answers an error', (response) => response.writeHead(500).end('{}')],
    ['when it answers too much', (response) => response.end('x'.repeat(300_000))],
  ])('%s', async (_, spoil) => {
    const terminal = await opened({
      pay: (_request, _answer, response) => spoil(response),
      status: (question, answer) => answer(statusOf(question, approvalOf(paid()))),
    });

    const payment = terminal.start(ORDER);
    const states = statesOf(payment);

    expect(await payment.outcome).toMatchObject({ outcome: 'APPROVED' });
    expect(states.at(-1)).toBe('checking');
  });

  test('again and again while it is in progress', async () => {
    let asked = 0;
    const terminal = await opened({
      pay: (_request, _answer, response) => response.socket?.destroy(),
      status: (question, answer) => {
        asked += 1;
        answer(statusOf(question, asked < 3 ? 'InProgress' : failureOf(paid(), 'Refusal')));
      },
    });

    const { outcome } = terminal.start(ORDER);
    const settled = await withTimeGoingBy(outcome);

    expect(settled).toEqual({ outcome: 'NOT_PERFORMED', reason: 'REFUSED' });
    expect(asked).toBe(3);
  });

  test('and is believed the second time that it knows nothing of it', async () => {
    let asked = 0;
    const terminal = await opened({
      pay: (_request, _answer, response) => response.socket?.destroy(),
      status: (question, answer) => {
        asked += 1;
        answer(statusOf(question, 'NotFound'));
      },
    });

    const settled = await withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'NOT_PERFORMED', reason: 'NEVER_STARTED' });
    expect(asked).toBe(2);
  });

  test('and is not believed when it forgets what was in progress', async () => {
    let asked = 0;
    const terminal = await opened({
      pay: (_request, _answer, response) => response.socket?.destroy(),
      status: (question, answer) => {
        asked += 1;
        answer(statusOf(question, asked === 1 ? 'InProgress' : 'NotFound'));
      },
    });

    const settled = await withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_CONTRADICTORY' });
  });

  test('until there is no time left, and then it is unknown', async () => {
    const terminal = await opened(
      {
        pay: (_request, _answer, response) => response.socket?.destroy(),
        status: (_question, _answer, response) => response.socket?.destroy(),
      },
      { answerTimeoutSeconds: 130 },
    );

    const settled = await withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });
    expect(
      device.heard.filter((request) => categoryOf(request as NexoRequestHeard) === 'Payment'),
    ).toHaveLength(1);
  });

  test('and an answer about another payment does not count', async () => {
    const terminal = await opened({
      pay: (_request, _answer, response) => response.socket?.destroy(),
      status: (question, answer) => {
        answer(statusOf(question, approvalOf(paymentFor('01890a5d-0000-7000-8000-000000000000'))));
      },
    });

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'ANOTHER_PAYMENT' });
  });
});

test('after a restart, the terminal is asked about the attempt by the name that it went under', async () => {
  const terminal = await opened({
    status: (question, answer) => answer(statusOf(question, approvalOf(paymentFor(ORDER.attemptId)))),
  });

  const recovered = await terminal.recover(ORDER);

  expect(recovered).toMatchObject({ outcome: 'APPROVED' });
  expect(device.heard).toMatchObject([
    {
      SaleToPOIRequest: {
        TransactionStatusRequest: {
          MessageReference: { MessageCategory: 'Payment', ServiceID: serviceIdOf(ORDER.attemptId) },
        },
      },
    },
  ]);
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
  await waitUntil(() => device.heard.length === 1);

  const answer = await payment.abandon();

  expect(answer).toBe('requested');
  expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
  expect(device.heard[1]).toMatchObject({
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
    expect(device.heard).toEqual([]);
  });

  test('is told nothing in clear, and is not believed in clear', async () => {
    const terminal = await opened(
      {
        pay: (_request, answer) => answer(approvalOf(paymentFor(ORDER.attemptId))),
        status: (question, answer) => answer(statusOf(question, approvalOf(paymentFor(ORDER.attemptId)))),
      },
      { sharedKey, passphrase: 'only for this test', answerTimeoutSeconds: 130 },
    );

    const settled = await withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_UNREADABLE' });
    expect(JSON.stringify(device.heard)).not.toContain('112.45');
  });
});

describe('nothing is sent', () => {
  test('to a terminal with another certificate', async () => {
    const terminal = await opened({}, { trusted: createSelfSignedCertificate(NAME).certificate });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'CERTIFICATE_REFUSED',
    });
    expect(await terminal.test()).toEqual({ reachable: false, reason: 'CERTIFICATE_REFUSED' });
    expect(device.heard).toEqual([]);
  });

  test('to a terminal with another name', async () => {
    const terminal = await opened({}, { name: 'V400m-000000000.live.terminal.test' });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'CERTIFICATE_REFUSED',
    });
    expect(await terminal.test()).toEqual({ reachable: false, reason: 'CERTIFICATE_REFUSED' });
    expect(device.heard).toEqual([]);
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
    expect(device.heard).toEqual([]);
  });

  test('where nobody listens', async () => {
    const terminal = await opened({});
    await device.stop();

    const outcome = await terminal.start(ORDER).outcome;
    device = await startHttpsTerminal(identity, () => {});

    expect(outcome).toEqual({ outcome: 'NOT_SENT', reason: 'CONNECTION_REFUSED' });
  });

  test('by a test, which reaches the terminal', async () => {
    const terminal = await opened({});

    expect(await terminal.test()).toEqual({ reachable: true });
    expect(device.heard).toEqual([]);
  });
});

type Answer = (body: object) => void;

async function opened(
  script: {
    pay?: (request: NexoRequestHeard, answer: Answer, response: ServerResponse) => void;
    status?: (question: NexoRequestHeard, answer: Answer, response: ServerResponse) => void;
    abort?: (request: NexoRequestHeard, response: ServerResponse) => void;
  },
  other: {
    trusted?: string;
    name?: string;
    answerTimeoutSeconds?: number;
    sharedKey?: { identifier: string; version: number };
    passphrase?: string;
  } = {},
): Promise<PaymentTerminal> {
  device = await startHttpsTerminal(identity, (request: NexoRequestHeard, response) => {
    const answer: Answer = (body) => response.end(JSON.stringify(body));
    switch (categoryOf(request)) {
      case 'Payment':
        payments.push(request);
        return script.pay?.(request, answer, response);
      case 'TransactionStatus':
        return script.status?.(request, answer, response);
      default:
        return script.abort?.(request, response);
    }
  });
  const certificateFile = join(folder, 'terminal.pem');
  if (other.trusted !== '') writeFileSync(certificateFile, other.trusted ?? identity.certificate);
  return await openNexoTerminal(
    {
      driver: 'nexo',
      host: device.host,
      port: device.port,
      poiId: 'V400m-324688179',
      saleId: 'kiosk-1',
      certificateFile,
      certificateName: other.name ?? NAME,
      ...(other.sharedKey ? { sharedKey: other.sharedKey } : {}),
      silenceSeconds: 120,
      answerTimeoutSeconds: other.answerTimeoutSeconds ?? 300,
    },
    {
      log: silentLog,
      timers,
      now: () => new Date('2026-07-01T08:00:00Z'),
      readTerminalKey: async () => other.passphrase ?? null,
    },
  );
}

function paid(): NexoRequestHeard {
  const [payment] = payments;
  if (!payment) throw new Error('nothing was paid');
  return payment;
}

function paymentFor(attemptId: string): NexoRequestHeard {
  return {
    SaleToPOIRequest: {
      MessageHeader: {
        MessageCategory: 'Payment',
        ServiceID: serviceIdOf(attemptId),
        SaleID: 'kiosk-1',
        POIID: 'V400m-324688179',
      },
      PaymentRequest: {
        SaleData: { SaleTransactionID: { TransactionID: attemptId, TimeStamp: '2026-07-01T08:00:00.000Z' } },
        PaymentTransaction: { AmountsReq: { Currency: 'EUR', RequestedAmount: 112.45 } },
      },
    },
  };
}

function statesOf(payment: PaymentUnderWay): TerminalState[] {
  const states: TerminalState[] = [];
  payment.follow((state) => states.push(state));
  return states;
}

function reaches(payment: PaymentUnderWay, wanted: TerminalState): Promise<void> {
  return new Promise((resolve) => {
    payment.follow((state) => {
      if (state === wanted) resolve();
    });
  });
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets three seconds go by each time that nothing is asked. */
async function withTimeGoingBy<Value>(pending: Promise<Value>): Promise<Value> {
  let isOver = false;
  const done = pending.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const heardBefore = device.heard.length;
    timers.advance(3_000);
    // A question that has just been asked gets the time to be heard and answered.
    for (let turn = 0; turn < 50 && !isOver && device.heard.length === heardBefore; turn++)
      await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return await done;
}
