/** The program of a terminal that speaks nexo in the form of the Adyen Terminal API: JSON over HTTPS. */
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { readBody } from '../../request-body.ts';
import { begins, deliver } from '../delivery.ts';
import { type AnswerFault, COMMON_FAULTS } from '../plan.ts';
import { runTerminal, type TerminalEar, type TerminalInside } from '../run-terminal.ts';
import { socketLine } from '../socket-line.ts';
import { altered, failureResponse, httpAnswer, message, paymentResponse, rejection } from './answer.ts';
import { certificateOf } from './certificate.ts';
import { requestKeyOf, type Understood, understand } from './messages.ts';
import { statusResponse } from './status.ts';

const HOST = '127.0.0.1';
const PATHS = ['/nexo', '/nexo/'];
const MAX_BODY_BYTES = 1024 * 1024;

type Payment = Extract<Understood, { kind: 'payment' }>;

/** What is said, and what the plan wants to happen to it on its way. Null is nothing at all. */
type Saying = { answer: Buffer; fault: AnswerFault | undefined } | null;

await runTerminal([...COMMON_FAULTS, 'httpStatus'], nexo);

async function nexo(inside: TerminalInside): Promise<TerminalEar> {
  const { poiId = '' } = inside.settings.own;
  const { key, certificate } = await certificateOf(inside.settings.folder, poiId);
  const answerTo = createTerminal(inside, poiId);
  /** By the caller's port: what is below its encryption. */
  const cables = new Map<number, Socket>();
  let server: Server | null = null;

  async function serve(request: IncomingMessage): Promise<void> {
    const { socket } = request;
    const line = socketLine(socket, cables.get(socket.remotePort ?? 0) ?? socket);
    const body = await readBody(request, MAX_BODY_BYTES);
    const isRight = request.method === 'POST' && PATHS.includes(request.url ?? '') && body.state === 'read';
    const saying = isRight ? await answerTo(body.text) : notFound();
    if (!saying) return;
    await deliver({ ...saying, line });
    if (saying.fault?.kind !== 'silence') line.end();
  }

  return {
    listen(port) {
      const listening = createServer({ key, cert: certificate, minVersion: 'TLSv1.2' }, (request) => {
        request.socket.on('error', () => request.socket.destroy());
        void serve(request);
      });
      server = listening;
      listening.on('connection', (cable: Socket) => {
        const { remotePort = 0 } = cable;
        cables.set(remotePort, cable);
        cable.on('error', () => cable.destroy());
        cable.on('close', () => cables.delete(remotePort));
      });
      return new Promise((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(port, HOST, () => {
          const address = listening.address();
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      });
    },
    deafen() {
      return new Promise((resolve) => {
        server?.close(() => resolve());
        for (const cable of cables.values()) cable.resetAndDestroy();
      });
    },
  };
}

function notFound(): Saying {
  return { answer: httpAnswer({}, { kind: 'httpStatus', status: 404 }), fault: undefined };
}

function createTerminal(
  { desk, plans, journal }: TerminalInside,
  poiId: string,
): (text: string) => Promise<Saying> {
  /** Payments that are being settled, so that a request that is sent again waits for the same answer. */
  const settling = new Map<string, Promise<Saying>>();

  return async (text) => {
    const request = understand(text, poiId);
    switch (request.kind) {
      case 'nonsense':
        return { answer: httpAnswer(rejection(poiId, request.reason)), fault: undefined };
      case 'diagnosis':
        return plain(
          message(request.header, 'DiagnosisResponse', {
            Response: { Result: 'Success' },
            POIStatus: { GlobalStatus: desk.state().state === 'idle' ? 'OK' : 'Busy' },
          }),
        );
      case 'abort':
        desk.takeBack(request.requestKey);
        // Whether it was in time is said by the payment's own answer.
        return plain('');
      case 'status':
        return status(request);
      case 'payment':
        return payment(request);
    }
  };

  function status(request: Extract<Understood, { kind: 'status' }>): Saying {
    const plan = plans.take('status');
    const name = 'TransactionStatusResponse';
    if (!begins(plan)) {
      if (plan.answer?.kind === 'ignored') return null;
      return plain(message(request.header, name, failureResponse('Busy', 'Terminal in use')));
    }
    const state = desk.state();
    const inProgress = state.state === 'idle' ? null : state.requestKey;
    const response = statusResponse(request, journal, inProgress, plan.answer);
    return { answer: httpAnswer(message(request.header, name, response), plan.answer), fault: plan.answer };
  }

  async function payment(request: Payment): Promise<Saying> {
    const { header, currency } = request;
    const requestKey = requestKeyOf(header.SaleID, header.ServiceID);
    const known = journal.entries().find((entry) => entry.requestKey === requestKey);
    if (known) return plain(message(header, 'PaymentResponse', paymentResponse(known)));
    const same = settling.get(requestKey);
    if (same) return same;

    const refuse = (condition: string, words: string) =>
      plain(message(header, 'PaymentResponse', failureResponse(condition, words)));
    if (currency !== 'EUR') return refuse('NotAllowed', 'Currency not supported');
    if (desk.state().state !== 'idle') return refuse('Busy', 'Terminal in use');
    const plan = plans.take('payment');
    if (!begins(plan)) return plan.answer?.kind === 'busy' ? refuse('Busy', 'Terminal in use') : null;

    const saying = settle(request, requestKey, plan);
    settling.set(requestKey, saying);
    return saying.finally(() => settling.delete(requestKey));
  }

  async function settle(
    { header, amountCents, sale }: Payment,
    requestKey: string,
    { outcome, answer: fault }: ReturnType<typeof plans.take>,
  ): Promise<Saying> {
    const asked = {
      action: 'debit' as const,
      amountCents,
      currency: '978',
      register: header.SaleID,
      reference: sale.TransactionID,
      askedAt: sale.TimeStamp,
      requestKey,
    };
    const entry = await desk.settle(asked, outcome);
    const response = altered(paymentResponse(entry), entry, fault);
    return { answer: httpAnswer(message(header, 'PaymentResponse', response), fault), fault };
  }
}

function plain(body: Parameters<typeof httpAnswer>[0]): Saying {
  return { answer: httpAnswer(body), fault: undefined };
}
