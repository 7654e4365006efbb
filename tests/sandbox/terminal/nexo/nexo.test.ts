import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type NexoTerminal, startNexoTerminal } from './nexo.ts';
import { createTestCaller, QUIET_MS, type TestCaller } from './test-caller.ts';

let folder = '';
let terminal: NexoTerminal;
let caller: TestCaller;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  terminal = await startNexoTerminal({ folder });
  caller = await createTestCaller(terminal);
});

afterEach(async () => {
  await terminal.clearPlans();
  await terminal.setCustomer({ kind: 'instant' });
});

afterAll(async () => {
  await terminal.stop();
  await rm(folder, { recursive: true, force: true });
});

const newTransactions = (since: number) => terminal.journal().slice(since);

describe('a payment', () => {
  test('is approved: the amount in euros, the identifiers of the request, both receipts', async () => {
    const before = terminal.journal().length;
    const serviceId = caller.newServiceId();

    const { MessageHeader, PaymentResponse } = await caller.ask(caller.payment(serviceId));

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

    const { PaymentResponse } = await caller.ask(caller.payment(caller.newServiceId()));

    expect(PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: condition });
    expect(PaymentResponse.PaymentResult).toBeUndefined();
  });

  test('sent again is the same payment: taken once, answered twice', async () => {
    const before = terminal.journal().length;
    const serviceId = caller.newServiceId();

    const first = await caller.ask(caller.payment(serviceId));
    const second = await caller.ask(caller.payment(serviceId));

    expect(second).toEqual(first);
    expect(newTransactions(before)).toHaveLength(1);
  });

  test('sent again while the customer is still there is the same payment, too', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const before = terminal.journal().length;
    const serviceId = caller.newServiceId();

    const first = caller.ask(caller.payment(serviceId));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');
    const second = caller.ask(caller.payment(serviceId));
    await terminal.presentCard();

    expect(await second).toEqual(await first);
    expect(newTransactions(before)).toHaveLength(1);
  });

  test('under a new ServiceID is a new payment, whatever the kiosk calls it', async () => {
    const before = terminal.journal().length;
    const [first, second] = [caller.newServiceId(), caller.newServiceId()];

    await caller.ask(caller.payment(first));
    await caller.ask(caller.payment(first).replace(`"ServiceID":"${first}"`, `"ServiceID":"${second}"`));

    expect(newTransactions(before)).toHaveLength(2);
  });

  test('is not begun while another one is', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const first = caller.ask(caller.payment(caller.newServiceId()));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const second = await caller.ask(caller.payment(caller.newServiceId()));
    await terminal.presentCard();

    expect(second.PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: 'Busy' });
    expect((await first).PaymentResponse.Response.Result).toBe('Success');
  });

  test('that the kiosk takes back in time is aborted', async () => {
    await terminal.setCustomer({ kind: 'byHand' });
    const serviceId = caller.newServiceId();
    const answer = caller.ask(caller.payment(serviceId));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const { raw } = await caller.send(caller.abort(serviceId));

    expect(raw).toMatch(/^HTTP\/1.1 200 OK\r\n.*\r\n\r\n$/s);
    expect((await answer).PaymentResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'Aborted',
    });
  });

  test('that the kiosk takes back too late stays', async () => {
    const serviceId = caller.newServiceId();
    await caller.ask(caller.payment(serviceId));

    await caller.send(caller.abort(serviceId));

    expect(terminal.journal().at(-1)).toMatchObject({
      outcome: 'approved',
      requestKey: `sandbox-1/${serviceId}`,
    });
  });

  test('in dollars is refused', async () => {
    const { PaymentResponse } = await caller.ask(caller.payment(caller.newServiceId(), 10, 'USD'));

    expect(PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: 'NotAllowed' });
  });
});

describe('the question what became of a payment', () => {
  test('is answered with the payment’s own answer, even after a power cut before it was heard', async () => {
    const serviceId = caller.newServiceId();
    await terminal.plan({ answer: { kind: 'powerCut', moment: 'beforeAnswer' } });
    await caller.send(caller.payment(serviceId));
    await terminal.hasGoneOff();
    await terminal.restart();

    const { TransactionStatusResponse } = await caller.ask(caller.status(serviceId));

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
    const serviceId = caller.newServiceId();
    await terminal.plan({ answer: { kind: 'powerCut', moment: 'beforeTransaction' } });
    await caller.send(caller.payment(serviceId));
    await terminal.hasGoneOff();
    await terminal.restart();

    const { TransactionStatusResponse } = await caller.ask(caller.status(serviceId));

    expect(TransactionStatusResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'NotFound',
    });
  });

  test('is answered "in progress" while the customer is there', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const serviceId = caller.newServiceId();
    const answer = caller.ask(caller.payment(serviceId));
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const { TransactionStatusResponse } = await caller.ask(caller.status(serviceId));
    await terminal.presentCard();
    await answer;

    expect(TransactionStatusResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'InProgress',
    });
  });

  test('can meet faults of its own', async () => {
    const serviceId = caller.newServiceId();
    await caller.ask(caller.payment(serviceId));
    await terminal.plan({ request: 'status', answer: { kind: 'silence' } });

    const unheard = await caller.send(caller.status(serviceId), { patienceMs: QUIET_MS });
    const heard = await caller.ask(caller.status(serviceId));

    expect(unheard.raw).toBe('');
    expect(heard.TransactionStatusResponse.Response.Result).toBe('Success');
  });
});

test.each([
  ['something that is not JSON', '{"SaleToPOI'],
  ['a message for another terminal', () => caller.payment('1').replace(terminal.poiId, 'V400m-000000000')],
  ['an amount with parts of a cent', () => caller.payment('1', 1.005)],
  ['a ServiceID of more than 10 characters', () => caller.payment('12345678901')],
])('the terminal rejects %s and takes nothing', async (_what, content) => {
  const before = terminal.journal().length;

  const { raw } = await caller.send(typeof content === 'string' ? content : content());

  expect(raw).toContain('"EventToNotify":"Reject"');
  expect(newTransactions(before)).toEqual([]);
});

test('a diagnosis says that the terminal is there', async () => {
  const answer = await caller.ask(caller.request('Diagnosis', caller.newServiceId(), 'DiagnosisRequest', {}));

  expect(answer.DiagnosisResponse).toMatchObject({
    Response: { Result: 'Success' },
    POIStatus: { GlobalStatus: 'OK' },
  });
});

test('elsewhere than at /nexo/ there is nothing', async () => {
  const { raw } = await caller.send(caller.payment(caller.newServiceId()), { path: '/' });

  expect(raw).toMatch(/^HTTP\/1.1 404 /);
});

test('nobody who does not know the certificate is talked to', async () => {
  const socket = connect({ host: '127.0.0.1', port: terminal.port });

  const reason = await new Promise<string>((resolve) =>
    socket.on('error', (error) => resolve(String(error))),
  );

  expect(reason).toMatch(/self-signed certificate/);
});
