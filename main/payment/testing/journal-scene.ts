/** A journal of payments on a real disk, with an outbox whose central API does what a test says. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { createSealing } from '../../secrets/sealing.ts';
import type { PaymentAttemptRow } from '../../store/payment-attempts-repository.ts';
import { openStore, type Store } from '../../store/store.ts';
import { createOutbox, type Outbox } from '../../sync/outbox.ts';
import { pretendDeposits } from '../../sync/testing/pretend-deposits.ts';
import type { DepositApi, DepositOutcome } from '../../tenant-api/tenant-api.ts';
import { createPaymentJournal, type NewAttempt, type PaymentJournal } from '../payment-journal.ts';
import { NO_FACTS } from '../terminal/payment-terminal.ts';

export const NOW = Date.parse('2018-07-11T09:00:00Z');
export const APPROVED = { type: 'approved', facts: NO_FACTS, settledByStaff: false } as const;

export interface JournalScene {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly journal: PaymentJournal;
  /** What the central API was told. */
  readonly reports: Parameters<DepositApi['createPayment']>[0][];
  readonly clock: { now: number };
  /** The bytes of the database and its log. */
  bytesOnDisk(): string;
  stateOf(attemptId: string): PaymentAttemptRow['state'] | null;
  /** The same disk, as the next start of the program finds it. */
  restart(): JournalScene;
}

export function journalScene(
  options: { folder?: string; answer?: () => Promise<DepositOutcome>; store?: (store: Store) => Store } = {},
): JournalScene {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'journal-'));
  const { answer = () => new Promise<DepositOutcome>(() => undefined) } = options;
  const opened = openStore(join(folder, 'kiosk.sqlite'), { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const store = options.store?.(opened.store) ?? opened.store;
  const sealing = createSealing(Buffer.alloc(32, 1));
  const clock = { now: NOW };
  const now = () => clock.now;
  const reports: JournalScene['reports'] = [];
  const outbox = createOutbox({
    rows: store.outbox,
    sealing,
    api: pretendDeposits({
      createPayment(report) {
        reports.push(report);
        return answer();
      },
    }),
    log: silentLog,
    onChange: () => undefined,
    now,
  });
  const attempts = store.paymentAttempts;
  const journal = createPaymentJournal({
    attempts,
    atomically: store.atomically,
    outbox,
    sealing,
    log: silentLog,
    now,
  });
  let isOpen = true;
  const close = () => {
    if (isOpen) store.close();
    isOpen = false;
  };
  onTestFinished(() => {
    close();
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  });

  return {
    store,
    outbox,
    journal,
    reports,
    clock,
    bytesOnDisk: () =>
      ['kiosk.sqlite', 'kiosk.sqlite-wal'].map((name) => readFileSync(join(folder, name), 'latin1')).join(),
    stateOf(attemptId) {
      const row = store.paymentAttempts.read(attemptId);
      if (!row.ok) throw new Error(row.error.code);
      return row.value?.state ?? null;
    },
    restart() {
      close();
      return journalScene({ ...options, folder });
    },
  };
}

export function attemptNumber(number: number, changes: Partial<NewAttempt> = {}): NewAttempt {
  const accountId = changes.accountId ?? 'account-004473';
  return {
    attemptId: `0197a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`,
    accountId,
    payable: { kind: 'account', accountId },
    amountCents: 27_74,
    terminal: 'caisse-ap',
    isWhole: true,
    ...changes,
  };
}
