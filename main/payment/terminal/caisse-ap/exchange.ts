/** One payment: one TCP connection, one request in one write, one answer. There is no message to stop it. */
import type { Socket } from 'node:net';
import type { PaymentOrder, PaymentOutcome, TerminalState } from '../payment-terminal.ts';
import type { PaymentWork } from '../payment-under-way.ts';
import type { Timers } from '../timers.ts';
import { notSentBecauseOf } from '../unreachable.ts';
import { createAnswerReader } from './answer-reader.ts';
import type { CaisseApSettings } from './caisse-ap.ts';
import { encodeRequest, whatIsAsked } from './request.ts';

export type Connect = (address: { host: string; port: number }) => Socket;

export const CONNECT_TIMEOUT_MS = 5_000;
/** After an answer that says what happened: should there be a second one, it must say the same. */
export const DRAIN_MS = 250;
/** After whole fields that do not say what happened: the rest may be under way. */
export const SETTLE_MS = 5_000;

export function exchange(
  order: PaymentOrder,
  settings: CaisseApSettings,
  { timers, connect }: { timers: Timers; connect: Connect },
): PaymentWork {
  const { host, port, answerTimeoutSeconds } = settings;
  let isWanted = true;
  let isSent = false;

  function run(tell: (state: TerminalState) => void): Promise<PaymentOutcome> {
    const { promise, resolve } = Promise.withResolvers<PaymentOutcome>();
    const asked = whatIsAsked(order, settings);
    const reader = createAnswerReader(asked);
    const socket = connect({ host, port });
    let stopWaiting = timers.after(CONNECT_TIMEOUT_MS, () => finish(notSentBecauseOf('ETIMEDOUT')));
    const stopDeadline = timers.after(answerTimeoutSeconds * 1_000, () =>
      finish(reader.outcome('NO_ANSWER')),
    );

    socket.once('connect', () => {
      stopWaiting();
      if (!isWanted) return finish({ outcome: 'NOT_SENT', reason: 'ABANDONED' });
      isSent = true;
      socket.write(encodeRequest(asked, settings), 'latin1');
      tell('waitingForCard');
    });
    socket.on('data', (piece) => {
      stopWaiting();
      tell('processing');
      const progress = reader.take(piece);
      piece.fill(0);
      switch (progress) {
        case 'incomplete':
          return;
        case 'undecided':
          stopWaiting = timers.after(SETTLE_MS, () => finish(reader.outcome('NO_ANSWER')));
          return;
        case 'decided':
          stopWaiting = timers.after(DRAIN_MS, () => finish(reader.outcome('NO_ANSWER')));
          return;
        case 'hopeless':
          return finish(reader.outcome('NO_ANSWER'));
        default:
          progress satisfies never;
      }
    });
    socket.once('end', () => finish(whenLost('ECONNRESET')));
    socket.once('close', () => finish(whenLost('ECONNRESET')));
    socket.on('error', (error: NodeJS.ErrnoException) => finish(whenLost(error.code ?? '')));

    return promise;

    function whenLost(cause: string): PaymentOutcome {
      return isSent ? reader.outcome('CONNECTION_LOST') : notSentBecauseOf(cause);
    }

    function finish(outcome: PaymentOutcome): void {
      stopWaiting();
      stopDeadline();
      socket.destroy();
      reader.forget();
      resolve(outcome);
    }
  }

  return {
    run,
    async abandon() {
      isWanted = false;
      return isSent ? 'pressRedButton' : 'requested';
    },
  };
}
