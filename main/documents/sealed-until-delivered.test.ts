/** A document between the person's last touch and the landlord: on the disk, sealed, whatever happens to the kiosk. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import type { Visit } from '../session/visit.ts';
import { openStore, type Store } from '../store/store.ts';
import { kinds } from '../sync/kinds.ts';
import { createOutbox, type Outbox } from '../sync/outbox.ts';
import { pretendDeposits } from '../sync/testing/pretend-deposits.ts';
import type { DepositApi } from '../tenant-api/tenant-api.ts';
import { createDocuments } from './documents.ts';

const PDF = Buffer.from('%PDF-1.7 and the pages of Mme Dupont');
const visit = { tenantId: 'tenant-1', depositToken: 'deposit-token-of-twenty-characters' } as Visit;

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  store = open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

it('survives the kiosk, and lies in clear nowhere', async () => {
  const away = vi.fn<DepositApi['createDocument']>(async () => ({
    outcome: 'later',
    error: { code: 'API_UNREACHABLE' },
  }));
  const before = outboxTo(away);
  const documents = createDocuments({
    gate: {
      rebuild: async () => ({ ok: true, value: [{ jpeg: Buffer.from('page'), width: 1, height: 1 }] }),
      bind: async () => ({ ok: true, value: PDF }),
      callOff: async () => undefined,
    },
    outbox: before,
  });
  await documents.take(visit, async () => ({ ok: true, value: Buffer.from('file') }));

  const saved = await documents.deposit(visit, { accountId: 'account-1', kind: 'identity' });
  await expect.poll(() => away.mock.calls.length).toBe(1);
  const onDisk = ['kiosk.sqlite', 'kiosk.sqlite-wal'].map((name) =>
    readFileSync(join(folder, name), 'latin1'),
  );
  await before.stop();
  store.close();
  store = open();
  let handedIn: unknown;
  const back = vi.fn<DepositApi['createDocument']>(async ({ attachment }) => {
    handedIn = attachment.read(0);
    return { outcome: 'delivered' };
  });
  const after = outboxTo(back);
  await expect.poll(() => back.mock.calls.length).toBe(1);
  await after.stop();

  expect(saved).toMatchObject({ ok: true, value: { state: 'saved' } });
  for (const words of [
    '%PDF',
    'Dupont',
    PDF.toString('base64'),
    'account-1',
    visit.depositToken,
    'identity',
  ]) {
    expect(onDisk.join()).not.toContain(words);
  }
  const [deposit] = back.mock.calls[0] ?? [];
  expect(deposit?.idempotencyKey).toBe(saved.ok && saved.value.deliveryId);
  expect(deposit?.body).toMatchObject({ kind: 'identity' });
  expect(deposit?.attachment.lengthBytes).toBe(PDF.byteLength);
  expect(handedIn).toEqual({ ok: true, value: PDF });
});

it('saved before people were asked what it is, it is handed in as another document', () => {
  const payload = {
    accountId: 'account-1',
    pageCount: 1,
    depositedAt: '2018-07-11T08:00:00.000Z',
    sha256: 'x',
    content: 'x',
  };

  expect(kinds.document.payload.parse(payload)).toEqual({ ...payload, kind: 'other' });
});

function open(): Store {
  const opened = openStore(join(folder, 'kiosk.sqlite'), { log: silentLog });
  if (!opened.ok) throw new Error('the store could not be opened');
  return opened.store;
}

function outboxTo(createDocument: DepositApi['createDocument']): Outbox {
  const outbox = createOutbox({
    rows: store.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    api: pretendDeposits({ createDocument }),
    log: silentLog,
    onChange: () => undefined,
  });
  outbox.start();
  return outbox;
}
