import { type Hid, loadNodeHid, type OpenDevice } from '../../../devices/hid/hid.ts';
import type { Log } from '../../../log/log.ts';
import type { PaymentOrder, PaymentOutcome, PaymentTerminal, TerminalState } from '../payment-terminal.ts';
import { underWay } from '../payment-under-way.ts';
import { machineTimers, type Timers } from '../timers.ts';
import type { CardProvider, EncryptedCard } from './card-provider.ts';
import type { EncryptingReaderSettings } from './encrypting-reader.ts';
import { readSwipe } from './magnesafe.ts';
import { openReader } from './open-reader.ts';

export interface EncryptingReaderTools {
  readonly log: Log;
  readonly provider?: CardProvider | undefined;
  readonly timers?: Timers;
  readonly hid?: Hid;
}

/** How the wait for a card ended. */
type CardWait =
  | { readonly ended: 'card'; readonly card: EncryptedCard }
  | { readonly ended: 'abandoned' | 'timeout' | 'unplugged' | 'refused' };

export function createEncryptingReader(
  settings: EncryptingReaderSettings,
  { log, provider, timers = machineTimers, hid: givenHid }: EncryptingReaderTools,
): PaymentTerminal {
  /** A reader that has once sent something in clear is not opened again before the kiosk is restarted. */
  let isRefused = false;

  async function open() {
    if (isRefused) return { ok: false, reason: 'DEVICE_REFUSED' } as const;
    const opened = await openReader(givenHid ?? (await loadNodeHid()), settings);
    if (!opened.ok) {
      log.warn('payment.terminal-unreachable', { driver: settings.driver, cause: opened.reason });
    }
    return opened;
  }

  function waitForCard(reader: OpenDevice, abandoned: AbortSignal): Promise<CardWait> {
    const { promise, resolve } = Promise.withResolvers<CardWait>();
    const stopWaiting = timers.after(settings.cardTimeoutSeconds * 1_000, () =>
      resolve({ ended: 'timeout' }),
    );
    const giveUp = () => resolve({ ended: 'abandoned' });
    if (abandoned.aborted) giveUp();
    abandoned.addEventListener('abort', giveUp, { once: true });
    reader.on('error', () => resolve({ ended: 'unplugged' }));
    reader.on('data', (report) => {
      const swipe = readSwipe(report);
      if (swipe.read === 'card') resolve({ ended: 'card', card: swipe.card });
      if (swipe.read === 'refused') resolve({ ended: 'refused' });
    });
    return promise.finally(stopWaiting);
  }

  async function pay(
    order: PaymentOrder,
    charging: CardProvider,
    tell: (state: TerminalState) => void,
    abandoned: AbortSignal,
  ): Promise<PaymentOutcome> {
    const opened = await open();
    if (!opened.ok) return { outcome: 'NOT_SENT', reason: opened.reason };
    tell('waitingForCard');
    const wait = await waitForCard(opened.reader, abandoned);
    await opened.reader.close();
    switch (wait.ended) {
      case 'card':
        tell('processing');
        return await charging.authorise(order, wait.card);
      case 'abandoned':
        return { outcome: 'NOT_SENT', reason: 'ABANDONED' };
      case 'timeout':
        return { outcome: 'NOT_PERFORMED', reason: 'CARD_TIMEOUT' };
      case 'unplugged':
        return { outcome: 'NOT_SENT', reason: 'DEVICE_ABSENT' };
      case 'refused':
        isRefused = true;
        log.error('payment.reader-sends-clear-tracks', { driver: settings.driver });
        return { outcome: 'NOT_SENT', reason: 'DEVICE_REFUSED' };
      default:
        return wait satisfies never;
    }
  }

  return {
    can: { recover: provider !== undefined, abandon: true, ticket: false },

    start(order) {
      const abandoning = new AbortController();
      let isRead = false;
      return underWay({
        async run(tell) {
          if (!provider) return { outcome: 'NOT_SENT', reason: 'NO_PAYMENT_PROVIDER' };
          const noteAndTell = (state: TerminalState) => {
            isRead = state === 'processing';
            tell(state);
          };
          return await pay(order, provider, noteAndTell, abandoning.signal);
        },
        async abandon() {
          if (isRead) return 'tooLate';
          abandoning.abort();
          return 'requested';
        },
      });
    },

    recover: async (attempt) =>
      provider ? await provider.recover(attempt) : { outcome: 'UNKNOWN', reason: 'NOT_RECOVERABLE' },

    async test() {
      const opened = await open();
      if (!opened.ok) return { reachable: false, reason: opened.reason };
      await opened.reader.close();
      return { reachable: true };
    },

    close: async () => {},
  };
}
