/**
 * What it costs that a wish is on the disk before the person is told so: checked, sealed, written and synced. Held
 * against one bare commit of the same bytes to the same table with the same pragmas, in turns on the same disk.
 */
import { randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { silentLog } from '../../../main/log/log.ts';
import { createSealing } from '../../../main/secrets/sealing.ts';
import { openStore } from '../../../main/store/store.ts';
import { createOutbox } from '../../../main/sync/outbox.ts';
import { pretendDeposits } from '../../../main/sync/testing/pretend-deposits.ts';
import { openBareDatabase } from '../bare-database.ts';
import { compareDurableWrites, type Writer } from '../durable-writes.ts';

/** What this wish comes to under seal. */
const SEALED_BYTES = 184;

export interface Enqueue {
  enqueueP95Ratio: number;
  enqueueMs: number;
  bareCommitMs: number;
}

export function measureEnqueue(): Enqueue {
  const { p95Ratio, kioskMs, bareMs } = compareDurableWrites({ kiosk: kioskWriter, bare: bareWriter });
  return { enqueueP95Ratio: p95Ratio, enqueueMs: kioskMs, bareCommitMs: bareMs };
}

function kioskWriter(file: string): Writer {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const outbox = createOutbox({
    rows: store.outbox,
    sealing: createSealing(randomBytes(32)),
    // Delivering is measured elsewhere.
    api: pretendDeposits({ createStatementDelivery: () => new Promise(() => undefined) }),
    log: silentLog,
    onChange: () => undefined,
  });
  return {
    write() {
      const enqueued = outbox.enqueue({
        kind: 'statement-delivery',
        tenantId: 'tenant-123456',
        depositToken: 'deposit-token-of-forty-three-characters-abc',
        payload: { accountId: 'account-004473', from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
      });
      if (!enqueued.ok) throw new Error('nothing was written');
    },
    close: store.close,
  };
}

/** As little as can be written with the same durability. */
function bareWriter(file: string): Writer {
  const database = openBareDatabase(file);
  const insert = database.prepare(`
    INSERT INTO outbox (delivery_id, kind, lane, state, sealed, enqueued_at)
    VALUES (?, 'statement-delivery', ?, 'pending', ?, ?)`);
  const lane = randomBytes(32).toString('hex');
  return {
    write: () => void insert.run(uuidV7(), lane, randomBytes(SEALED_BYTES), Date.now()),
    close: () => database.close(),
  };
}
