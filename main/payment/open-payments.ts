/** Everything about payments, put together: the journal first, then what is done with it. */
import type { Delivery, Result } from '../../preload/contract.ts';
import type { Payment } from '../../preload/payment-contract.ts';
import type { OwnPayments } from '../account/accounts.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import { drawPaymentReceipt } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import { KEYRING_ACCOUNTS, type Keyring } from '../secrets/keyring.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { Store } from '../store/store.ts';
import type { After } from '../sync/lanes.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { CardCharges } from '../tenant-api/tenant-api.ts';
import type { ReadNotice } from './owed.ts';
import { ownPaymentsOf } from './own-payments.ts';
import { createPastPayments, type PastPayments } from './past-payments.ts';
import { createPaymentJournal } from './payment-journal.ts';
import { createPaymentReceipts, type PaymentReceipts } from './payment-receipts.ts';
import { createPayments, type Payments } from './payments.ts';
import { terminalName } from './terminal/terminal-drivers.ts';
import { createTerminalOnDemand } from './terminal-on-demand.ts';
import { createUnknownOutcomes, type UnknownOutcomes } from './unknown-outcomes.ts';

export interface PaymentRoom {
  readonly payments: Payments;
  readonly past: PastPayments;
  readonly receipts: PaymentReceipts;
  readonly unknownOutcomes: UnknownOutcomes;
  readonly ownPayments: OwnPayments;
  /** What an earlier run left is taken up. STORE_UNAVAILABLE when it cannot be: then nobody is to pay. */
  start(): Result<void>;
  /** News of the outbox, whatever it is about. */
  followReport(delivery: Delivery): void;
  forgetPerson(): void;
  close(): Promise<void>;
}

export function openPayments(from: {
  config: Pick<KioskConfig, 'landlord' | 'agency' | 'payment' | 'paymentTerminal'>;
  store: Pick<Store, 'paymentAttempts' | 'atomically'>;
  outbox: Pick<Outbox, 'prepare' | 'stateOf' | 'enqueue'>;
  sealing: Sealing;
  keyring: Keyring;
  charges: CardCharges;
  readNotice: ReadNotice;
  printJobs: Pick<PrintJobs, 'start'>;
  onChange: (payment: Payment) => void;
  log: Log;
}): PaymentRoom {
  const { config, store, outbox, sealing, keyring, charges, readNotice, log } = from;
  const journal = createPaymentJournal({
    attempts: store.paymentAttempts,
    atomically: store.atomically,
    outbox,
    sealing,
    log,
  });
  const settings = config.paymentTerminal;
  const terminal = createTerminalOnDemand({
    name: settings ? terminalName(settings) : null,
    log,
    async open() {
      if (!settings) throw new TypeError('a kiosk without a terminal opens none');
      const [{ openPaymentTerminal }, { createCardProvider }] = await Promise.all([
        import('./terminal/open-payment-terminal.ts'),
        import('./card-provider.ts'),
      ]);
      const provider = createCardProvider(charges);
      return openPaymentTerminal(settings, { log, provider, readTerminalKey });
    },
  });
  const payments = createPayments({
    limits: config.payment,
    journal,
    terminal,
    readNotice,
    onChange: from.onChange,
    onUnknown: () => unknownOutcomes.look(),
    log,
  });
  const unknownOutcomes: UnknownOutcomes = createUnknownOutcomes({
    journal,
    terminal,
    isPaying: payments.isUnderWay,
    onSettled: payments.settled,
    after: afterSeconds,
    log,
  });
  const past = createPastPayments({ journal });
  const receipts = createPaymentReceipts({
    config,
    payments,
    past,
    outbox,
    printJobs: from.printJobs,
    draw: (content) => drawPaymentReceipt(content, log),
  });

  return {
    payments,
    past,
    receipts,
    unknownOutcomes,
    ownPayments: (accountId) => ownPaymentsOf(journal, accountId),
    start() {
      const started = journal.start();
      if (!started.ok) return started;
      unknownOutcomes.look();
      return started;
    },
    followReport({ deliveryId, state }) {
      if (state !== 'transmitted') return;
      const attempt = journal.read(deliveryId);
      if (!attempt.ok || attempt.value?.state !== 'APPROVED') return;
      // What the disk does not take now, the next start takes up.
      journal.record(deliveryId, { type: 'acknowledged', by: 'api' });
    },
    forgetPerson() {
      payments.forgetPerson();
      past.forgetPerson();
    },
    async close() {
      unknownOutcomes.stop();
      payments.close();
      await terminal.close();
    },
  };

  async function readTerminalKey(): Promise<string | null> {
    const key = await keyring.read(KEYRING_ACCOUNTS.paymentTerminalKey);
    return key.ok ? key.value : null;
  }
}

const afterSeconds: After = (seconds, work) => {
  const timer = setTimeout(work, seconds * 1_000);
  return () => clearTimeout(timer);
};
