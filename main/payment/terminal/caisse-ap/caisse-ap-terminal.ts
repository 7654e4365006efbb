import { connect as connectSocket } from 'node:net';
import type { Log } from '../../../log/log.ts';
import type { PaymentTerminal, TerminalCheck } from '../payment-terminal.ts';
import { alreadyOver, underWay } from '../payment-under-way.ts';
import { machineTimers, type Timers } from '../timers.ts';
import { notSentBecauseOf } from '../unreachable.ts';
import type { CaisseApSettings } from './caisse-ap.ts';
import { CONNECT_TIMEOUT_MS, type Connect, exchange } from './exchange.ts';
import { MAX_AMOUNT_CENTS } from './request.ts';

export interface CaisseApTools {
  readonly log: Log;
  readonly timers?: Timers;
  readonly connect?: Connect;
}

export function createCaisseApTerminal(settings: CaisseApSettings, tools: CaisseApTools): PaymentTerminal {
  const { log, timers = machineTimers, connect = connectSocket } = tools;

  return {
    can: { recover: false, abandon: false, ticket: true },

    start(order) {
      if (order.amountCents > MAX_AMOUNT_CENTS)
        return alreadyOver({ outcome: 'NOT_SENT', reason: 'AMOUNT_NOT_POSSIBLE' });
      return underWay(exchange(order, settings, { timers, connect }));
    },

    recover: async () => ({ outcome: 'UNKNOWN', reason: 'NOT_RECOVERABLE' }),

    test() {
      const { promise, resolve } = Promise.withResolvers<TerminalCheck>();
      const socket = connect({ host: settings.host, port: settings.port });
      const stopWaiting = timers.after(CONNECT_TIMEOUT_MS, () => fail('ETIMEDOUT'));
      socket.once('connect', () => finish({ reachable: true }));
      socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? ''));
      return promise;

      function fail(cause: string): void {
        log.warn('payment.terminal-unreachable', { driver: settings.driver, cause });
        finish({ reachable: false, reason: notSentBecauseOf(cause).reason });
      }

      function finish(check: TerminalCheck): void {
        stopWaiting();
        socket.destroy();
        resolve(check);
      }
    },

    close: async () => {},
  };
}
