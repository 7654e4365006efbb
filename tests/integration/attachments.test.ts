/** A large document between the kiosk's disk and the landlord: in pieces, and gone on with after a sudden death. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { createSealing } from '../../main/secrets/sealing.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { PART_BYTES } from '../../main/sync/attachment.ts';
import { createOutbox } from '../../main/sync/outbox.ts';
import { createTenantApi } from '../../main/tenant-api/tenant-api.ts';
import { signersOfEnrolled } from '../enrolled-signers.ts';
import { keyringEntryOf } from '../sandbox/tenant-api/kiosk-register.ts';
import { startTenantApi, type TenantApi } from '../sandbox/tenant-api/tenant-api.ts';
import { createTestCaller } from '../sandbox/tenant-api/test-caller.ts';

const PARTS = 5;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes((PARTS - 1) * PART_BYTES)]);
const JEANNE = 'jeanne.martin@exemple.fr';

let folder: string;
let landlord: TenantApi;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attachments-'));
  landlord = await startTenantApi();
});
afterEach(async () => {
  await landlord.stop();
  rmSync(folder, { recursive: true });
});

test('a document that was half sent when the kiosk died is gone on with, and nothing of it is sent twice', async () => {
  const depositToken = (await createTestCaller(landlord).signIn(JEANNE)).body.depositToken;
  const before = startKiosk({ stopAfterPieces: 2 });
  const saved = before.outbox.enqueue({
    kind: 'document',
    tenantId: 'tenant-1',
    depositToken,
    payload: {
      accountId: 'account-004473',
      kind: 'identity',
      pageCount: 12,
      depositedAt: '2018-07-11T09:00:00.000Z',
      sha256: createHash('sha256').update(PDF).digest('hex'),
      lengthBytes: PDF.byteLength,
    },
    attachment: PDF,
  });
  await before.died;
  const heldOnDisk = partsOn(before.store, saved.ok ? saved.value.deliveryId : '');
  before.close();

  const after = startKiosk({ stopAfterPieces: Number.POSITIVE_INFINITY });
  await expect.poll(() => landlord.documents.all().length, { timeout: 20_000 }).toBe(1);
  await expect.poll(() => partsOn(after.store, saved.ok ? saved.value.deliveryId : '')).toBe(0);
  await after.outbox.stop();
  after.close();

  expect(heldOnDisk).toBe(PARTS);
  expect(Buffer.from(landlord.documents.all()[0]?.pdf ?? []).equals(PDF)).toBe(true);
  expect([...before.read, ...after.read]).toEqual([0, 1, 2, 3, 4].map((part) => part * PART_BYTES));
});

function startKiosk({ stopAfterPieces }: { stopAfterPieces: number }) {
  const opened = openStore(join(folder, 'kiosk.sqlite'), { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const api = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 10,
    signers: signersOfEnrolled(keyringEntryOf(landlord.kiosks[0])),
    log: silentLog,
  });
  const read: number[] = [];
  const dead = Promise.withResolvers<void>();
  const outbox = createOutbox({
    rows: {
      ...store.outbox,
      partOf(deliveryId, number) {
        if (read.length === stopAfterPieces) {
          api.close();
          dead.resolve();
          return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
        }
        read.push(number * PART_BYTES);
        return store.outbox.partOf(deliveryId, number);
      },
    },
    sealing: createSealing(Buffer.alloc(32, 1)),
    api,
    log: silentLog,
    onChange: () => undefined,
  });
  outbox.start();
  const close = () => {
    api.close();
    store.close();
  };
  return { outbox, store, read, died: dead.promise.then(() => outbox.stop()), close };
}

function partsOn(store: Store, deliveryId: string): number {
  let parts = 0;
  for (;;) {
    const part = store.outbox.partOf(deliveryId, parts);
    if (!part.ok || part.value === null) return parts;
    parts += 1;
  }
}
