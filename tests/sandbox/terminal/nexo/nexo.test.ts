import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { nexoTestBench } from './test-bench.ts';
import { QUIET_MS } from './test-caller.ts';

const bench = nexoTestBench();
const { newTransactions } = bench;

describe('a payment', () => {
  test('is approved: the amount in euros, the identifiers of the request, both receipts', async () => {
    const before = bench.terminal.journal().length;
    const serviceId = bench.caller.newServiceId();

    const { MessageHeader, PaymentResponse } = await bench.caller.ask(bench.caller.payment(serviceId));

    expect(MessageHeader).toMatchObject({
      MessageCategory: 'Payment',
      MessageType: 'Response',
      ServiceID: serviceId,
      SaleID: 'sandbox-1',
      POIID: bench.terminal.poiId,
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
    await bench.terminal.plan({ outcome });

    const { PaymentResponse } = await bench.caller.ask(bench.caller.payment(bench.caller.newServiceId()));

    expect(PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: condition });
    expect(PaymentResponse.PaymentResult).toBeUndefined();
  });

  test('sent again is the same payment: taken once, answered twice', async () => {
    const before = bench.terminal.journal().length;
    const serviceId = bench.caller.newServiceId();

    const first = await bench.caller.ask(bench.caller.payment(serviceId));
    const second = await bench.caller.ask(bench.caller.payment(serviceId));

    expect(second).toEqual(first);
    expect(newTransactions(before)).toHaveLength(1);
  });

  test('sent again while the customer is still there is the same payment, too', async () => {
    await bench.terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const before = bench.terminal.journal().length;
    const serviceId = bench.caller.newServiceId();

    const first = bench.caller.ask(bench.caller.payment(serviceId));
    await expect.poll(async () => (await bench.terminal.state()).state).toBe('waitingForCard');
    const second = bench.caller.ask(bench.caller.payment(serviceId));
    await bench.terminal.presentCard();

    expect(await second).toEqual(await first);
    expect(newTransactions(before)).toHaveLength(1);
  });

  test('under a new ServiceID is a new payment, whatever the kiosk calls it', async () => {
    const before = bench.terminal.journal().length;
    const [first, second] = [bench.caller.newServiceId(), bench.caller.newServiceId()];

    await bench.caller.ask(bench.caller.payment(first));
    await bench.caller.ask(
      bench.caller.payment(first).replace(`"ServiceID":"${first}"`, `"ServiceID":"${second}"`),
    );

    expect(newTransactions(before)).toHaveLength(2);
  });

  test('is not begun while another one is', async () => {
    await bench.terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const first = bench.caller.ask(bench.caller.payment(bench.caller.newServiceId()));
    await expect.poll(async () => (await bench.terminal.state()).state).toBe('waitingForCard');

    const second = await bench.caller.ask(bench.caller.payment(bench.caller.newServiceId()));
    await bench.terminal.presentCard();

    expect(second.PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: 'Busy' });
    expect((await first).PaymentResponse.Response.Result).toBe('Success');
  });

  test('that the kiosk takes back in time is aborted', async () => {
    await bench.terminal.setCustomer({ kind: 'byHand' });
    const serviceId = bench.caller.newServiceId();
    const answer = bench.caller.ask(bench.caller.payment(serviceId));
    await expect.poll(async () => (await bench.terminal.state()).state).toBe('waitingForCard');

    const { raw } = await bench.caller.send(bench.caller.abort(serviceId));

    expect(raw).toMatch(/^HTTP\/1.1 200 OK\r\n.*\r\n\r\n$/s);
    expect((await answer).PaymentResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'Aborted',
    });
  });

  test('that the kiosk takes back too late stays', async () => {
    const serviceId = bench.caller.newServiceId();
    await bench.caller.ask(bench.caller.payment(serviceId));

    await bench.caller.send(bench.caller.abort(serviceId));

    expect(bench.terminal.journal().at(-1)).toMatchObject({
      outcome: 'approved',
      requestKey: `sandbox-1/${serviceId}`,
    });
  });

  test('in dollars is refused', async () => {
    const { PaymentResponse } = await bench.caller.ask(
      bench.caller.payment(bench.caller.newServiceId(), 10, 'USD'),
    );

    expect(PaymentResponse.Response).toMatchObject({ Result: 'Failure', ErrorCondition: 'NotAllowed' });
  });
});

describe('the question what became of a payment', () => {
  test('is answered with the payment’s own answer, even after a power cut before it was heard', async () => {
    const serviceId = bench.caller.newServiceId();
    await bench.terminal.plan({ answer: { kind: 'powerCut', moment: 'beforeAnswer' } });
    await bench.caller.send(bench.caller.payment(serviceId));
    await bench.terminal.hasGoneOff();
    await bench.terminal.restart();

    const { TransactionStatusResponse } = await bench.caller.ask(bench.caller.status(serviceId));

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
    const serviceId = bench.caller.newServiceId();
    await bench.terminal.plan({ answer: { kind: 'powerCut', moment: 'beforeTransaction' } });
    await bench.caller.send(bench.caller.payment(serviceId));
    await bench.terminal.hasGoneOff();
    await bench.terminal.restart();

    const { TransactionStatusResponse } = await bench.caller.ask(bench.caller.status(serviceId));

    expect(TransactionStatusResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'NotFound',
    });
  });

  test('is answered "in progress" while the customer is there', async () => {
    await bench.terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const serviceId = bench.caller.newServiceId();
    const answer = bench.caller.ask(bench.caller.payment(serviceId));
    await expect.poll(async () => (await bench.terminal.state()).state).toBe('waitingForCard');

    const { TransactionStatusResponse } = await bench.caller.ask(bench.caller.status(serviceId));
    await bench.terminal.presentCard();
    await answer;

    expect(TransactionStatusResponse.Response).toMatchObject({
      Result: 'Failure',
      ErrorCondition: 'InProgress',
    });
  });

  test('can meet faults of its own', async () => {
    const serviceId = bench.caller.newServiceId();
    await bench.caller.ask(bench.caller.payment(serviceId));
    await bench.terminal.plan({ request: 'status', answer: { kind: 'silence' } });

    const unheard = await bench.caller.send(bench.caller.status(serviceId), { patienceMs: QUIET_MS });
    const heard = await bench.caller.ask(bench.caller.status(serviceId));

    expect(unheard.raw).toBe('');
    expect(heard.TransactionStatusResponse.Response.Result).toBe('Success');
  });
});

test.each([
  ['something that is not JSON', '{"SaleToPOI'],
  [
    'a message for another terminal',
    () => bench.caller.payment('1').replace(bench.terminal.poiId, 'V400m-000000000'),
  ],
  ['an amount with parts of a cent', () => bench.caller.payment('1', 1.005)],
  ['a ServiceID of more than 10 characters', () => bench.caller.payment('12345678901')],
])('the terminal rejects %s and takes nothing', async (_what, content) => {
  const before = bench.terminal.journal().length;

  const { raw } = await bench.caller.send(typeof content === 'string' ? content : content());

  expect(raw).toContain('"EventToNotify":"Reject"');
  expect(newTransactions(before)).toEqual([]);
});

test('a diagnosis says that the terminal is there', async () => {
  const answer = await bench.caller.ask(
    bench.caller.request('Diagnosis', bench.caller.newServiceId(), 'DiagnosisRequest', {}),
  );

  expect(answer.DiagnosisResponse).toMatchObject({
    Response: { Result: 'Success' },
    POIStatus: { GlobalStatus: 'OK' },
  });
});

test('elsewhere than at /nexo/ there is nothing', async () => {
  const { raw } = await bench.caller.send(bench.caller.payment(bench.caller.newServiceId()), { path: '/' });

  expect(raw).toMatch(/^HTTP\/1.1 404 /);
});

test('nobody who does not know the certificate is talked to', async () => {
  const socket = connect({ host: '127.0.0.1', port: bench.terminal.port });

  const reason = await new Promise<string>((resolve) =>
    socket.on('error', (error) => resolve(String(error))),
  );

  expect(reason).toMatch(/self-signed certificate/);
});
