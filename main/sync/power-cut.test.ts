import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { openStore } from '../store/store.ts';
import type { Wish } from './outbox.ts';

const wish: Wish = {
  kind: 'statement-delivery',
  tenantId: 't-1',
  depositToken: 'deposit-token-of-twenty-characters',
  payload: { accountId: 'acc-1', from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
};

test('what was saved is there after the program was killed at the next instant', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'power-cut-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'kiosk.sqlite');
  const program = `
    const { openStore } = await import('${moduleOf('../store/store.ts')}');
    const { createOutbox } = await import('${moduleOf('./outbox.ts')}');
    const { createSealing } = await import('${moduleOf('../secrets/sealing.ts')}');
    const log = { info() {}, warn() {}, error() {} };
    const { store } = openStore(${JSON.stringify(file)}, { log });
    const api = { createStatementDelivery: () => new Promise(() => {}) };
    const onChange = ({ deliveryId }) => process.stdout.write(deliveryId + '\\n');
    const outbox = createOutbox({ rows: store.outbox, sealing: createSealing(Buffer.alloc(32, 1)), api, log, onChange });
    outbox.enqueue(${JSON.stringify(wish)});
    setInterval(() => {}, 1_000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 30_000,
  });

  const [told] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const survivor = openStore(file, { log: silentLog });
  if (!survivor.ok) throw new Error(survivor.reason);
  const lane = createSealing(Buffer.alloc(32, 1)).fingerprint('outbox-lane', wish.tenantId);
  const next = survivor.store.outbox.nextOf(lane);
  survivor.store.close();
  expect(next).toMatchObject({ ok: true, value: [{ deliveryId: String(told).trim() }] });
});

function moduleOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
