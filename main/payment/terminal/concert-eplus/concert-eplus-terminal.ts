import type { Log } from '../../../log/log.ts';
import type { NotSentReason, PaymentOrder, PaymentOutcome, PaymentTerminal } from '../payment-terminal.ts';
import { alreadyOver, underWay } from '../payment-under-way.ts';
import { machineTimers, type Timers } from '../timers.ts';
import type { ConcertEplusSettings } from './concert-eplus.ts';
import { exchange, greet } from './exchange.ts';
import { EOT, MAX_AMOUNT_CENTS } from './frame.ts';
import { createLine, type Line, type OpenPort, openSerialPort } from './line.ts';

export interface ConcertEplusTools {
  readonly log: Log;
  readonly timers?: Timers;
  readonly openPort?: OpenPort;
}

export function createConcertEplusTerminal(
  settings: ConcertEplusSettings,
  { log, timers = machineTimers, openPort = openSerialPort }: ConcertEplusTools,
): PaymentTerminal {
  /** Opens the line for one conversation, and closes it whatever comes of it. */
  async function converse<Value>(
    talk: (line: Line) => Promise<Value>,
  ): Promise<Value | { notSent: NotSentReason }> {
    let line: Line;
    try {
      line = createLine(await openPort(settings.device, settings.baudRate), timers);
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      log.warn('payment.terminal-unreachable', { driver: settings.driver, cause: code || 'OPEN_FAILED' });
      return { notSent: /ENOENT|No such file/.test(`${code} ${message}`) ? 'DEVICE_ABSENT' : 'UNREACHABLE' };
    }
    try {
      return await talk(line);
    } finally {
      await line.close();
    }
  }

  async function pay(
    line: Line,
    order: PaymentOrder,
    isWanted: () => boolean,
    tell: Parameters<typeof exchange>[3],
  ): Promise<PaymentOutcome> {
    const greeting = await greet(line, timers);
    if (greeting === 'lost') return { outcome: 'NOT_SENT', reason: 'UNREACHABLE' };
    if (greeting === 'notReady') return { outcome: 'NOT_SENT', reason: 'TERMINAL_NOT_READY' };
    if (!isWanted()) {
      line.write(Buffer.of(EOT));
      return { outcome: 'NOT_SENT', reason: 'ABANDONED' };
    }
    const stopDeadline = timers.after(settings.answerTimeoutSeconds * 1_000, () => line.endConversation());
    try {
      return await exchange(line, order, settings.register, tell);
    } finally {
      stopDeadline();
    }
  }

  return {
    can: { recover: false, abandon: false, ticket: false },

    start(order) {
      if (order.amountCents > MAX_AMOUNT_CENTS)
        return alreadyOver({ outcome: 'NOT_SENT', reason: 'AMOUNT_NOT_POSSIBLE' });
      let isWanted = true;
      let isSent = false;
      return underWay({
        async run(tell) {
          const outcome = await converse((line) =>
            pay(
              line,
              order,
              () => isWanted,
              (state) => {
                isSent = true;
                tell(state);
              },
            ),
          );
          return 'notSent' in outcome ? { outcome: 'NOT_SENT', reason: outcome.notSent } : outcome;
        },
        async abandon() {
          isWanted = false;
          return isSent ? 'pressRedButton' : 'requested';
        },
      });
    },

    recover: async () => ({ outcome: 'UNKNOWN', reason: 'NOT_RECOVERABLE' }),

    async test() {
      const greeting = await converse(async (line) => {
        const found = await greet(line, timers);
        if (found === 'ready') line.write(Buffer.of(EOT));
        return found;
      });
      if (greeting === 'ready') return { reachable: true };
      if (typeof greeting === 'object') return { reachable: false, reason: greeting.notSent };
      return { reachable: false, reason: greeting === 'lost' ? 'UNREACHABLE' : 'TERMINAL_NOT_READY' };
    },

    close: async () => {},
  };
}
