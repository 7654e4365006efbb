/** A kiosk and a terminal of the Adyen Terminal API, with a real connection between them and time by hand. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../../log/log.ts';
import { serviceIdOf } from '../nexo/messages.ts';
import { openNexoTerminal } from '../nexo/nexo-terminal.ts';
import type { PaymentTerminal, PaymentUnderWay, TerminalState } from '../payment-terminal.ts';
import { type HttpsTerminal, startHttpsTerminal } from './https-terminal.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';
import { categoryOf, type NexoRequestHeard } from './nexo-answers.ts';
import { createSelfSignedCertificate } from './self-signed-certificate.ts';

export const TERMINAL_NAME = 'V400m-324688179.live.terminal.test';
const POI_ID = 'V400m-324688179';
const SALE_ID = 'kiosk-1';
const NOW = '2026-07-01T08:00:00.000Z';

const identity = createSelfSignedCertificate(TERMINAL_NAME);

type Answer = (body: object) => void;

/** What the terminal does when it is asked; nothing, where nothing stands. */
export interface NexoScript {
  pay?: (request: NexoRequestHeard, answer: Answer, response: ServerResponse) => void;
  status?: (question: NexoRequestHeard, answer: Answer, response: ServerResponse) => void;
  abort?: (request: NexoRequestHeard, response: ServerResponse) => void;
}

export interface NexoScene {
  readonly terminal: PaymentTerminal;
  readonly device: HttpsTerminal;
  readonly timers: ManualTimers;
  /** The first payment that the terminal was asked for. */
  paid(): NexoRequestHeard;
  /** Lets three seconds go by each time that nothing is asked. */
  withTimeGoingBy<Value>(pending: Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

export async function openNexoScene(
  script: NexoScript,
  other: {
    /** PEM; an empty one stands for a file that is not there. */
    trusted?: string;
    name?: string;
    answerTimeoutSeconds?: number;
    sharedKey?: { identifier: string; version: number };
    passphrase?: string;
  } = {},
): Promise<NexoScene> {
  const folder = mkdtempSync(join(tmpdir(), 'nexo-'));
  const timers = createManualTimers();
  const payments: NexoRequestHeard[] = [];
  const device = await startHttpsTerminal(identity, (request: NexoRequestHeard, response) => {
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
  const terminal = await openNexoTerminal(
    {
      driver: 'nexo',
      host: device.host,
      port: device.port,
      poiId: POI_ID,
      saleId: SALE_ID,
      certificateFile,
      certificateName: other.name ?? TERMINAL_NAME,
      ...(other.sharedKey ? { sharedKey: other.sharedKey } : {}),
      silenceSeconds: 120,
      answerTimeoutSeconds: other.answerTimeoutSeconds ?? 300,
    },
    {
      log: silentLog,
      timers,
      now: () => new Date(NOW),
      readTerminalKey: async () => other.passphrase ?? null,
    },
  );

  return {
    terminal,
    device,
    timers,
    paid() {
      const [payment] = payments;
      if (!payment) throw new Error('nothing was paid');
      return payment;
    },
    async withTimeGoingBy(pending) {
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
    },
    async close() {
      await device.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The request of a payment that was made before the kiosk was started. */
export function paymentFor(attemptId: string): NexoRequestHeard {
  return {
    SaleToPOIRequest: {
      MessageHeader: {
        MessageCategory: 'Payment',
        ServiceID: serviceIdOf(attemptId),
        SaleID: SALE_ID,
        POIID: POI_ID,
      },
      PaymentRequest: {
        SaleData: { SaleTransactionID: { TransactionID: attemptId, TimeStamp: NOW } },
        PaymentTransaction: { AmountsReq: { Currency: 'EUR', RequestedAmount: 112.45 } },
      },
    },
  };
}

export function statesOf(payment: PaymentUnderWay): TerminalState[] {
  const states: TerminalState[] = [];
  payment.follow((state) => states.push(state));
  return states;
}

export function reaches(payment: PaymentUnderWay, wanted: TerminalState): Promise<void> {
  return new Promise((resolve) => {
    payment.follow((state) => {
      if (state === wanted) resolve();
    });
  });
}

export async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
