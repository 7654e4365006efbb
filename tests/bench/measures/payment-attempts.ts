/**
 * What it costs that a payment survives the end of the program: until the terminal hears of it, an attempt is made
 * and then marked as sent, two transactions, each synced to the disk. Held against the same two transactions in bare
 * SQL: the same table, the same bytes, the same pragmas, in turns on the same disk.
 */
import { randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { silentLog } from '../../../main/log/log.ts';
import { createPaymentJournal } from '../../../main/payment/payment-journal.ts';
import { createSealing } from '../../../main/secrets/sealing.ts';
import { openStore } from '../../../main/store/store.ts';
import { openBareDatabase } from '../bare-database.ts';
import { compareDurableWrites, type Writer } from '../durable-writes.ts';

const ACCOUNT_ID = 'account-004473';

export interface PaymentAttempts {
  attemptDurableP95Ratio: number;
  attemptDurableMs: number;
  bareTransactionsMs: number;
}

export function measurePaymentAttempts(): PaymentAttempts {
  const { p95Ratio, kioskMs, bareMs } = compareDurableWrites({ kiosk: kioskWriter, bare: bareWriter });
  return { attemptDurableP95Ratio: p95Ratio, attemptDurableMs: kioskMs, bareTransactionsMs: bareMs };
}

/** As the kiosk does it: sealed, by the state machine, through the repository. */
function kioskWriter(file: string): Writer {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const journal = createPaymentJournal({
    attempts: store.paymentAttempts,
    atomically: store.atomically,
    outbox: {
      prepare: () => {
        throw new Error('nothing is approved here');
      },
      stateOf: () => ({ ok: true, value: null }),
    },
    sealing: createSealing(randomBytes(32)),
    log: silentLog,
  });
  return {
    write() {
      const attemptId = uuidV7();
      const payable = { kind: 'account', accountId: ACCOUNT_ID } as const;
      const begun = journal.begin({
        attemptId,
        accountId: ACCOUNT_ID,
        payable,
        amountCents: 2_774,
        terminal: 'caisse-ap',
        isWhole: true,
      });
      if (!begun.ok || !journal.record(attemptId, { type: 'sent' }).ok)
        throw new Error('nothing was written');
    },
    close: store.close,
  };
}

/** As little as can be written with the same durability. */
function bareWriter(file: string): Writer {
  const database = openBareDatabase(file);
  const insert = database.prepare(`
    INSERT INTO payment_attempts (attempt_id, state, account, amount_cents, currency, terminal, is_whole, sealed, created_at)
    VALUES (?, 'CREATED', ?, 2774, 'EUR', 'caisse-ap', 1, ?, ?)`);
  const update = database.prepare(
    `UPDATE payment_attempts SET state = 'SENT', sent_at = ? WHERE attempt_id = ? AND state = 'CREATED'`,
  );
  const account = randomBytes(32).toString('hex');
  const create = database.transaction((id: string) =>
    insert.run(id, account, randomBytes(SEALED_BYTES), Date.now()),
  );
  const send = database.transaction((id: string) => update.run(Date.now(), id));
  return {
    write() {
      const id = uuidV7();
      create.immediate(id);
      send.immediate(id);
    },
    close: () => database.close(),
  };
}

/** What the particulars of an attempt come to under seal. */
const SEALED_BYTES = 119;
