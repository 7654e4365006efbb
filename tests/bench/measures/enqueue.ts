/**
 * What it costs that a wish is on the disk before the person is told so: checked, sealed, written and synced. Held
 * against one bare commit of the same bytes to the same table with the same pragmas, in turns on the same disk.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { silentLog } from '../../../main/log/log.ts';
import { createSealing } from '../../../main/secrets/sealing.ts';
import { openStore } from '../../../main/store/store.ts';
import { createOutbox } from '../../../main/sync/outbox.ts';
import { pretendDeposits } from '../../../main/sync/testing/pretend-deposits.ts';
import { median, quantile } from '../quantiles.ts';
import { SAME_PRAGMAS } from '../same-pragmas.ts';

const WARM_UP_ROUNDS = 200;
const ROUNDS = 2_000;
/** What this wish comes to under seal. */
const SEALED_BYTES = 184;

export interface Enqueue {
  enqueueP95Ratio: number;
  enqueueMs: number;
  bareCommitMs: number;
}

export function measureEnqueue(): Enqueue {
  const folder = mkdtempSync(join(tmpdir(), 'bench-enqueue-'));
  try {
    const kiosk = kioskWriter(join(folder, 'kiosk.sqlite'));
    const bare = bareWriter(join(folder, 'bare.sqlite'));
    const durations = { kiosk: [] as number[], bare: [] as number[] };
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      // Whoever comes second finds a disk that has just worked.
      const inTurn = round % 2 === 0 ? (['kiosk', 'bare'] as const) : (['bare', 'kiosk'] as const);
      for (const name of inTurn) {
        const write = name === 'kiosk' ? kiosk.write : bare.write;
        const before = performance.now();
        write();
        if (round >= WARM_UP_ROUNDS) durations[name].push(performance.now() - before);
      }
    }
    kiosk.close();
    bare.close();
    return {
      enqueueP95Ratio: quantile(durations.kiosk, 0.95) / quantile(durations.bare, 0.95),
      enqueueMs: median(durations.kiosk),
      bareCommitMs: median(durations.bare),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Writer {
  write(): void;
  close(): void;
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
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  opened.store.close();

  const database = new Database(file);
  for (const pragma of SAME_PRAGMAS) database.pragma(pragma);
  const insert = database.prepare(`
    INSERT INTO outbox (delivery_id, kind, lane, state, sealed, enqueued_at)
    VALUES (?, 'statement-delivery', ?, 'pending', ?, ?)`);
  const lane = randomBytes(32).toString('hex');
  return {
    write: () => void insert.run(uuidV7(), lane, randomBytes(SEALED_BYTES), Date.now()),
    close: () => database.close(),
  };
}
