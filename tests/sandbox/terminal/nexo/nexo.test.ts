import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { NewPlan } from '../plan.ts';
import { type NexoTerminal, startNexoTerminal } from './nexo.ts';

let folder = '';
let certificate = '';
let terminal: NexoTerminal;
let lastServiceId = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  terminal = await startNexoTerminal({ folder });
  certificate = await readFile(terminal.certificateFile, 'utf8');
});

afterEach(async () => {
  await terminal.clearPlans();
  await terminal.setCustomer({ kind: 'instant' });
});

afterAll(async () => {
  await terminal.stop();
  await rm(folder, { recursive: true, force: true });
});

const newServiceId = () => String(++lastServiceId);
const newTransactions = (since: number) => terminal.journal().slice(since);

function request(category: string, serviceId: string, bodyName: string, body: unknown): string {
  const header = {
    ProtocolVersion: '3.0',
    MessageClass: 'Service',
    MessageCategory: category,
    MessageType: 'Request',
    ServiceID: serviceId,
    SaleID: 'sandbox-1',
    POIID: terminal.poiId,
  };
  return JSON.stringify({ SaleToPOIRequest: { MessageHeader: header, [bodyName]: body } });
}

function payment(serviceId: string, amount = 112.45, currency = 'EUR'): string {
  return request('Payment', serviceId, 'PaymentRequest', {
    SaleData: {
      SaleTransactionID: { TransactionID: `attempt-${serviceId}`, TimeStamp: '2026-03-02T14:35:12.000Z' },
    },
    PaymentTransaction: { AmountsReq: { Currency: currency, RequestedAmount: amount } },
  });
}

const status = (about: string) =>
  request('TransactionStatus', newServiceId(), 'TransactionStatusRequest', {
    MessageReference: { MessageCategory: 'Payment', SaleID: 'sandbox-1', ServiceID: about },
  });

const abort = (about: string) =>
  request('Abort', newServiceId(), 'AbortRequest', {
    AbortReason: 'MerchantAbort',
    MessageReference: { MessageCategory: 'Payment', SaleID: 'sandbox-1', ServiceID: about },
  });

interface Heard {
  raw: string;
  ending: 'quiet' | 'end' | 'reset' | 'refused';
}

const PATIENCE_MS = 10_000;
const QUIET_MS = 300;

/** One request over a connection of its own, until the terminal hangs up. */
function send(content: string, options: { patienceMs?: number; path?: string } = {}): Promise<Heard> {
  const { patienceMs = PATIENCE_MS, path = '/nexo/' } = options;
  return new Promise((resolve) => {
    let raw = '';
    const socket: TLSSocket = connect({ host: '127.0.0.1', port: terminal.port, ca: certificate }, () => {
      const head = [
        `POST ${path} HTTP/1.1`,
        'Host: localhost',
        `Content-Length: ${Buffer.byteLength(content)}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${content}`);
    });
    const finish = (ending: Heard['ending']) => {
      socket.destroy();
      resolve({ raw, ending });
    };
    socket.setTimeout(patienceMs, () => finish('quiet'));
    socket.setEncoding('utf8').on('data', (text: string) => {
      raw += text;
    });
    socket.on('end', () => finish('end'));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ECONNREFUSED' ? 'refused' : 'reset'),
    );
  });
}

interface Answer {
  MessageHeader: object;
  PaymentResponse: { Response: { Result: string }; PaymentResult?: object };
  TransactionStatusResponse: { Response: { Result: string } };
  DiagnosisResponse: object;
}

async function ask(content: string): Promise<Answer> {
  const { raw } = await send(content);
  const message = JSON.parse(raw.slice(raw.indexOf('\r\n\r\n') + 4)) as { SaleToPOIResponse: Answer };
  return message.SaleToPOIResponse;
}

describe('a payment', () => {
  test('is approved: the amount in euros, the identifiers of the request, both receipts', async () => {
    const before = terminal.journal().length;
    const serviceId = newServiceId();

    const { MessageHeader, PaymentResponse } = await ask(payment(serviceId));

    expect(MessageHeader).toMatchObject({
      MessageCategory: 'Payment',
      MessageType: 'Response',
      ServiceID: serviceId,
      SaleID: 'sandbox-1',
      POIID: terminal.poiId,
    });
    expect(PaymentResponse).toMatchObject({
      Response: { Result: 'Success' },
      SaleData: {
        SaleTransactionID: { TransactionID: `attempt-${serviceId}`, TimeStamp: '2026-03-02T14:35:12.000Z' },
      },
      PaymentResult: { AmountsResp: { Currency: 'EUR', AuthorizedAmount: 112.45 } },
      PaymentReceipt: [{ DocumentQualifier: 'CustomerReceipt' }, { DocumentQualifier: 'CashierReceipt' }],
    });
    expect(newTransactions(before)).toMatchObject([
      { amountCents: 11_245, reference: `attempt-${serviceId}`, outcome: 'approved' },
    ]);
  });

  test.each([
    ['refused', 'Refusal'],
    ['abandoned', 'Cancel'],
    ['inputTimeout', 'Cancel'],
  ] as const)('that is %s says why', async (outcome, condition) => {
    await terminal.plan({ outcome });

    const { PaymentResponse } = await ask(payment(newServiceId()));

    expect(PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: condition });
    expect(PaymentResponse.PaymentResult).toBeUndefined();
  });

  test('sent again is the same payment: taken once, answered twice', async () => {
    const before = terminal.journal().length;
    const serviceId = newServiceId();

    const first = await ask(payment(serviceId));
    const second = await ask(payment(serviceId));

    expect(second).toEqual(first);
    expect(newTransactions(before)).toHaveLength(1);
  });

  test('sent again while the customer is still there is the same payment, too', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const before = terminal.journal().length;
    const serviceId = newServiceId();

    const first = ask(payment(serviceId));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');
    const second = ask(payment(serviceId));
    await terminal.presentCard();

    expect(await second).toEqual(await first);
    expect(newTransactions(before)).toHaveLength(1);
  });

  test('under a new ServiceID is a new payment, whatever the kiosk calls it', async () => {
    const before = terminal.journal().length;
    const [first, second] = [newServiceId(), newServiceId()];

    await ask(payment(first));
    await ask(payment(first).replace(`"ServiceID":"${first}"`, `"ServiceID":"${second}"`));

    expect(newTransactions(before)).toHaveLength(2);
  });

  test('is not begun while another one is', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const first = ask(payment(newServiceId()));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const second = await ask(payment(newServiceId()));
    await terminal.presentCard();

    expect(second.PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: 'Busy' });
    expect((await first).PaymentResponse.Response.Result).toBe('Success');
  });

  test('that the kiosk takes back in time is aborted', async () => {
    await terminal.setCustomer({ kind: 'byHand' });
    const serviceId = newServiceId();
    const answer = ask(payment(serviceId));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const { raw } = await send(abort(serviceId));

    expect(raw).toMatch(/^HTTP\/1.1 200 OK\r\n.*\r\n\r\n$/s);
    expect((await answer).PaymentResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'Aborted',
    });
  });

  test('that the kiosk takes back too late stays', async () => {
    const serviceId = newServiceId();
    await ask(payment(serviceId));

    await send(abort(serviceId));

    expect(terminal.journal().at(-1)).toMatchObject({
      outcome: 'approved',
      requestKey: `sandbox-1/${serviceId}`,
    });
  });

  test('in dollars is refused', async () => {
    const { PaymentResponse } = await ask(payment(newServiceId(), 10, 'USD'));

    expect(PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: 'NotAllowed' });
  });
});

describe('the question what became of a payment', () => {
  test('is answered with the payment’s own answer, even after a power cut before it was heard', async () => {
    const serviceId = newServiceId();
    await terminal.plan({ answer: { kind: 'powerCut', moment: 'beforeAnswer' } });
    await send(payment(serviceId));
    await terminal.hasGoneOff();
    await terminal.restart();

    const { TransactionStatusResponse } = await ask(status(serviceId));

    expect(TransactionStatusResponse).toMatchObject({
      Response: { Result: 'Success' },
      MessageReference: { MessageCategory: 'Payment', SaleID: 'sandbox-1', ServiceID: serviceId },
      RepeatedMessageResponse: {
        MessageHeader: { MessageCategory: 'Payment', ServiceID: serviceId },
        RepeatedResponseMessageBody: {
          PaymentResponse: {
            Response: { Result: 'Success' },
            PaymentResult: { AmountsResp: { AuthorizedAmount: 112.45 } },
          },
        },
      },
    });
  });

  test('is answered "not found" when the power went before the transaction', async () => {
    const serviceId = newServiceId();
    await terminal.plan({ answer: { kind: 'powerCut', moment: 'beforeTransaction' } });
    await send(payment(serviceId));
    await terminal.hasGoneOff();
    await terminal.restart();

    const { TransactionStatusResponse } = await ask(status(serviceId));

    expect(TransactionStatusResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'NotFound',
    });
  });

  test('is answered "in progress" while the customer is there', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const serviceId = newServiceId();
    const answer = ask(payment(serviceId));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const { TransactionStatusResponse } = await ask(status(serviceId));
    await terminal.presentCard();
    await answer;

    expect(TransactionStatusResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'InProgress',
    });
  });

  test('can meet faults of its own', async () => {
    const serviceId = newServiceId();
    await ask(payment(serviceId));
    await terminal.plan({ request: 'status', answer: { kind: 'silence' } });

    const unheard = await send(status(serviceId), { patienceMs: QUIET_MS });
    const heard = await ask(status(serviceId));

    expect(unheard.raw).toBe('');
    expect(heard.TransactionStatusResponse.Response.Result).toBe('Success');
  });
});

describe('a fault', () => {
  test.each<[string, NewPlan['answer'] & object, RegExp, number]>([
    ['a busy terminal', { kind: 'busy' }, /"ErrorCondition":"Busy"/, 0],
    ['one cent less', { kind: 'wrongAmount' }, /"AuthorizedAmount":112.44/, 1],
    ['dollars', { kind: 'wrongCurrency' }, /"Currency":"USD"/, 1],
    [
      'missing fields',
      { kind: 'missingFields', fields: ['PaymentResult.AmountsResp', 'POIData'] },
      /^(?!.*(AmountsResp|POIData)).*"Result":"Success"/s,
      1,
    ],
    [
      'other fields',
      { kind: 'alteredFields', fields: { 'Response.Result': 'Partial' } },
      /"Result":"Partial"/,
      1,
    ],
    ['garbage', { kind: 'garbage' }, /HAEO~\{"/, 1],
    ['a clear card number', { kind: 'clearCardNumber', card: 2 }, /"MaskedPan":"378282246310005"/, 1],
    ['an HTTP status', { kind: 'httpStatus', status: 503 }, /^HTTP\/1.1 503 /, 1],
    ['an answer sent twice', { kind: 'twice' }, /^(HTTP\/1.1 200 OK\r\n.+)\1$/s, 1],
    ['an answer in pieces', { kind: 'pieces', sizeBytes: 500 }, /"Result":"Success"/, 1],
    ['a late answer', { kind: 'late', afterMs: 50 }, /"Result":"Success"/, 1],
  ])('is %s, and the journal tells the truth', async (_name, answer, heard, taken) => {
    const before = terminal.journal().length;
    await terminal.plan({ answer });

    const { raw } = await send(payment(newServiceId()));

    expect(raw).toMatch(heard);
    expect(newTransactions(before)).toHaveLength(taken);
  });

  test.each<[NewPlan['answer'] & object, number]>([
    [{ kind: 'silence' }, 1],
    [{ kind: 'ignored' }, 0],
  ])('is silence: %j', async (answer, taken) => {
    const before = terminal.journal().length;
    await terminal.plan({ answer });

    const { raw, ending } = await send(payment(newServiceId()), { patienceMs: QUIET_MS });

    expect([raw, ending]).toEqual(['', 'quiet']);
    await expect.poll(() => newTransactions(before)).toHaveLength(taken);
  });

  test.each(['end', 'reset'] as const)('is a connection that ends in the middle, by %s', async (manner) => {
    await terminal.plan({ answer: { kind: 'cut', afterBytes: 20, manner } });

    const { raw, ending } = await send(payment(newServiceId()));

    expect(raw).toBe('HTTP/1.1 200 OK\r\nCon');
    expect(ending).toBe(manner);
  });

  test('is a cable that is out', async () => {
    await terminal.setReachable(false);
    const without = await send(payment(newServiceId()));
    await terminal.setReachable(true);

    expect(without.ending).toBe('refused');
    expect((await ask(payment(newServiceId()))).PaymentResponse.Response.Result).toBe('Success');
  });
});

test.each([
  ['something that is not JSON', '{"SaleToPOI'],
  ['a message for another terminal', () => payment('1').replace(terminal.poiId, 'V400m-000000000')],
  ['an amount with parts of a cent', () => payment('1', 1.005)],
  ['a ServiceID of more than 10 characters', () => payment('12345678901')],
])('the terminal rejects %s and takes nothing', async (_what, content) => {
  const before = terminal.journal().length;

  const { raw } = await send(typeof content === 'string' ? content : content());

  expect(raw).toContain('"EventToNotify":"Reject"');
  expect(newTransactions(before)).toEqual([]);
});

test('a diagnosis says that the terminal is there', async () => {
  const answer = await ask(request('Diagnosis', newServiceId(), 'DiagnosisRequest', {}));

  expect(answer.DiagnosisResponse).toMatchObject({
    Response: { Result: 'Success' },
    POIStatus: { GlobalStatus: 'OK' },
  });
});

test('elsewhere than at /nexo/ there is nothing', async () => {
  const { raw } = await send(payment(newServiceId()), { path: '/' });

  expect(raw).toMatch(/^HTTP\/1.1 404 /);
});

test('nobody who does not know the certificate is talked to', async () => {
  const socket = connect({ host: '127.0.0.1', port: terminal.port });

  const reason = await new Promise<string>((resolve) =>
    socket.on('error', (error) => resolve(String(error))),
  );

  expect(reason).toMatch(/self-signed certificate/);
});
