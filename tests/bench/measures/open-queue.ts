/** How long the kiosk takes at its start over a queue of 100,000 wishes: checked, opened, and ready to deliver. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../../main/log/log.ts';
import { createSealing } from '../../../main/secrets/sealing.ts';
import { openStore, type Store } from '../../../main/store/store.ts';
import { createOutbox } from '../../../main/sync/outbox.ts';
import { pretendDeposits } from '../../../main/sync/testing/pretend-deposits.ts';
import { median } from '../quantiles.ts';

const WISHES = 100_000;
/** People, and what they did: five wishes each. */
const LANES = 20_000;
const ROUNDS = 5;
/** As long as a statement's request. Under the right seal, it is still none. */
const NO_WISH = JSON.stringify('x'.repeat(229));

export interface OpenQueue {
  openQueue100kMs: number;
}

export async function measureOpenQueue(): Promise<OpenQueue> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-queue-'));
  try {
    const file = join(folder, 'kiosk.sqlite');
    fill(file);
    const durations: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) durations.push(await timeToOpen(file));
    return { openQueue100kMs: median(durations) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeToOpen(file: string): Promise<number> {
  const before = performance.now();
  const store = open(file);
  const outbox = createOutbox({
    rows: store.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    // What is no wish is never asked for: the first are on their way when the clock is stopped.
    api: pretendDeposits({}),
    log: silentLog,
    onChange: () => undefined,
  });
  const started = outbox.start();
  const took = performance.now() - before;
  if (!started.ok) throw new Error(started.error.code);
  await outbox.stop();
  store.close();
  return took;
}

function fill(file: string): void {
  const store = open(file);
  const sealing = createSealing(Buffer.alloc(32, 1));
  const lanes = Array.from({ length: LANES }, (_, tenant) =>
    sealing.fingerprint('outbox-lane', `t-${tenant}`),
  );
  store.atomically(() => {
    for (let number = 0; number < WISHES; number += 1) {
      const lane = lanes[number % LANES];
      if (lane === undefined) throw new Error('There are lanes.');
      const deliveryId = `0197a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
      const sealed = sealing.seal(NO_WISH, `outbox ${deliveryId} statement-delivery ${lane}`);
      store.outbox.add({ deliveryId, kind: 'statement-delivery', lane, sealed, enqueuedAt: number });
    }
    return { ok: true, value: undefined };
  });
  store.close();
}

function open(file: string): Store {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.store;
}
