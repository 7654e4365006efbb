import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { PaymentTerminal } from '../payment-terminal.ts';
import {
  approvalOf,
  categoryOf,
  failureOf,
  type NexoRequestHeard,
  statusOf,
} from '../testing/nexo-answers.ts';
import {
  type NexoScene,
  openNexoScene,
  paymentFor,
  reaches,
  statesOf,
  waitUntil,
} from '../testing/nexo-scene.ts';
import { ORDER } from '../testing/orders.ts';
import { serviceIdOf } from './messages.ts';

let scene: NexoScene;

afterEach(() => scene.close());

describe('a terminal that does not answer clearly is asked what became of the payment', () => {
  test('after two minutes of silence', async () => {
    const terminal = await opened({
      pay: () => {},
      status: (question, answer) => answer(statusOf(question, approvalOf(scene.paid()))),
    });
    const payment = terminal.start(ORDER);
    await reaches(payment, 'waitingForCard');
    await waitUntil(() => scene.device.heard.length === 1);

    scene.timers.advance(120_000);

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
      status: (question, answer) => answer(statusOf(question, approvalOf(scene.paid()))),
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
        answer(statusOf(question, asked < 3 ? 'InProgress' : failureOf(scene.paid(), 'Refusal')));
      },
    });

    const { outcome } = terminal.start(ORDER);
    const settled = await scene.withTimeGoingBy(outcome);

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

    const settled = await scene.withTimeGoingBy(terminal.start(ORDER).outcome);

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

    const settled = await scene.withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_CONTRADICTORY' });
  });

  test('and is not believed when it knows nothing of what it has answered that it did', async () => {
    const terminal = await opened({
      pay: (request, answer) => {
        const { SaleToPOIResponse: yes } = approvalOf(request);
        const { PaymentResult: _gone, ...rest } = yes.PaymentResponse;
        answer({ SaleToPOIResponse: { ...yes, PaymentResponse: rest } });
      },
      status: (question, answer) => answer(statusOf(question, 'NotFound')),
    });

    const settled = await scene.withTimeGoingBy(terminal.start(ORDER).outcome);

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

    const settled = await scene.withTimeGoingBy(terminal.start(ORDER).outcome);

    expect(settled).toEqual({ outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });
    expect(
      scene.device.heard.filter((request) => categoryOf(request as NexoRequestHeard) === 'Payment'),
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
  expect(scene.device.heard).toMatchObject([
    {
      SaleToPOIRequest: {
        TransactionStatusRequest: {
          MessageReference: { MessageCategory: 'Payment', ServiceID: serviceIdOf(ORDER.attemptId) },
        },
      },
    },
  ]);
});

async function opened(...how: Parameters<typeof openNexoScene>): Promise<PaymentTerminal> {
  scene = await openNexoScene(...how);
  return scene.terminal;
}
