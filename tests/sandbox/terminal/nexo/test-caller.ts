import { readFile } from 'node:fs/promises';
import { connect, type TLSSocket } from 'node:tls';
import type { NexoTerminal } from './nexo.ts';

/** A sale system, down to the bytes. */
export interface TestCaller {
  newServiceId(): string;
  request(category: string, serviceId: string, bodyName: string, body: unknown): string;
  /** 112,45 € unless said otherwise. */
  payment(serviceId: string, amount?: number, currency?: string): string;
  /** What became of the payment with that ServiceID? */
  status(about: string): string;
  abort(about: string): string;
  /** One request over a connection of its own, until the terminal hangs up. */
  send(content: string, options?: { patienceMs?: number; path?: string }): Promise<Heard>;
  ask(content: string): Promise<Answer>;
}

export interface Heard {
  raw: string;
  ending: 'quiet' | 'end' | 'reset' | 'refused';
}

export interface Answer {
  MessageHeader: object;
  PaymentResponse: { Response: { Result: string }; PaymentResult?: object };
  TransactionStatusResponse: { Response: { Result: string } };
  DiagnosisResponse: object;
}

/** Long enough for a busy machine; nobody waits for it when all goes well. */
const PATIENCE_MS = 10_000;
/** After so long a silence nothing more comes. */
export const QUIET_MS = 300;

export async function createTestCaller(terminal: NexoTerminal): Promise<TestCaller> {
  const certificate = await readFile(terminal.certificateFile, 'utf8');
  let lastServiceId = 0;

  const newServiceId = () => String(++lastServiceId);

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

  function status(about: string): string {
    return request('TransactionStatus', newServiceId(), 'TransactionStatusRequest', {
      MessageReference: { MessageCategory: 'Payment', SaleID: 'sandbox-1', ServiceID: about },
    });
  }

  function abort(about: string): string {
    return request('Abort', newServiceId(), 'AbortRequest', {
      AbortReason: 'MerchantAbort',
      MessageReference: { MessageCategory: 'Payment', SaleID: 'sandbox-1', ServiceID: about },
    });
  }

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

  async function ask(content: string): Promise<Answer> {
    const { raw } = await send(content);
    const message = JSON.parse(raw.slice(raw.indexOf('\r\n\r\n') + 4)) as { SaleToPOIResponse: Answer };
    return message.SaleToPOIResponse;
  }

  return { newServiceId, request, payment, status, abort, send, ask };
}
