import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import { createDocuments } from './documents.ts';
import type { DocumentGate } from './gate/gate.ts';
import type { RebuiltPage } from './gate/gate-order.ts';
import { DOCUMENT_LIMITS } from './gate/limits.ts';
import type { ScanJob } from './sources/scanner.ts';

const PAGE: RebuiltPage = { jpeg: Buffer.from('page'), width: 10, height: 14 };
const INSURANCE = { accountId: 'account-1', kind: 'insuranceCertificate' } as const;
const file = async (): Promise<Result<Uint8Array>> => ({ ok: true, value: Buffer.from('file') });

it('puts pages one behind the other, and takes one away', async () => {
  const { documents, visit } = arrange();

  await documents.take(visit, file);
  await documents.take(visit, file);
  documents.remove(visit, 'id-1');

  expect(documents.read(visit)).toEqual({ pages: [{ pageId: 'id-2' }] });
  expect(documents.readPage(visit, 'id-2')).toEqual({ ok: true, value: PAGE });
  expect(documents.readPage(visit, 'id-1')).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
});

it('hands everything in as one document, once, and keeps nothing', async () => {
  const { documents, visit, wishes } = arrange();
  await documents.take(visit, file);
  await documents.take(visit, file);

  const delivery = await documents.deposit(visit, INSURANCE);
  const again = await documents.deposit(visit, INSURANCE);

  expect(delivery).toEqual({ ok: true, value: { deliveryId: 'delivery-1', state: 'saved' } });
  expect(again).toEqual({ ok: false, error: { code: 'DOCUMENT_NONE' } });
  expect(wishes).toEqual([
    {
      kind: 'document',
      tenantId: 'tenant-1',
      depositToken: 'token',
      payload: {
        ...INSURANCE,
        pageCount: 2,
        depositedAt: '2018-07-11T08:00:00.000Z',
        sha256: createHash('sha256').update('2 pages').digest('hex'),
        lengthBytes: '2 pages'.length,
      },
      attachment: Buffer.from('2 pages'),
    },
  ]);
});

it('puts documents aside, one after the other, and hands in those that are asked for', async () => {
  const { documents, visit, wishes } = arrange();
  await documents.take(visit, file);
  const first = documents.putAside(visit);
  await documents.take(visit, file);
  await documents.take(visit, file);
  const second = documents.putAside(visit);
  const nothing = documents.putAside(visit);
  documents.dropAside(visit, 'id-2');

  const gone = await documents.depositAside(visit, ['id-2'], INSURANCE);
  const handedIn = await documents.depositAside(visit, ['id-5'], INSURANCE);
  const again = await documents.depositAside(visit, ['id-5'], INSURANCE);

  expect([first, second]).toEqual([
    { ok: true, value: { bundleId: 'id-2', pageCount: 1 } },
    { ok: true, value: { bundleId: 'id-5', pageCount: 2 } },
  ]);
  expect(nothing).toEqual({ ok: false, error: { code: 'DOCUMENT_NONE' } });
  expect(gone).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect([handedIn, again]).toEqual(Array(2).fill({ ok: true, value: ['delivery-1'] }));
  expect(wishes).toMatchObject([{ kind: 'document', payload: { ...INSURANCE, pageCount: 2 } }]);
});

it('forgets what was put aside with its person', async () => {
  const { documents, visit } = arrange();
  await documents.take(visit, file);
  documents.putAside(visit);

  await documents.forget();

  expect(await documents.depositAside(visit, ['id-2'], INSURANCE)).toEqual({
    ok: false,
    error: { code: 'INPUT_INVALID' },
  });
});

it('keeps the pages when they could not be saved', async () => {
  const { documents, visit } = arrange({ saved: { ok: false, error: { code: 'STORE_UNAVAILABLE' } } });
  await documents.take(visit, file);

  const delivery = await documents.deposit(visit, INSURANCE);

  expect(delivery).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
  expect(documents.read(visit).pages).toHaveLength(1);
});

it('says why a file is not taken, and keeps what was there', async () => {
  const { documents, visit, refuse } = arrange();
  await documents.take(visit, file);
  refuse();

  const answer = await documents.take(visit, file);

  expect(answer).toEqual({ ok: false, error: { code: 'DOCUMENT_DAMAGED' } });
  expect(documents.read(visit).pages).toHaveLength(1);
});

it('takes no more pages than a deposit may have', async () => {
  const { documents, visit } = arrange({ rebuilt: Array(DOCUMENT_LIMITS.pages - 1).fill(PAGE) });
  await documents.take(visit, file);

  const answer = await documents.take(visit, file);

  expect(answer).toEqual({ ok: false, error: { code: 'DOCUMENT_TOO_MANY_PAGES' } });
  expect(documents.read(visit).pages).toHaveLength(DOCUMENT_LIMITS.pages - 1);
});

it('holds what can be handed in, however much is brought', async () => {
  const tenMegabytes = async () => ({ ok: true as const, value: new Uint8Array(10_000_000) });
  const oneMegabyte = { ...PAGE, jpeg: new Uint8Array(1_000_000) };
  const { documents, visit, seen } = arrange({ rebuilt: [oneMegabyte] });

  const answer = await documents.takeEach(visit, Array(20).fill(tenMegabytes));

  const refused = Array.from({ length: 12 }, (_, index) => ({
    position: index + 9,
    code: 'DOCUMENT_TOO_BIG',
  }));
  expect(answer).toMatchObject({ ok: true, value: { refused } });
  expect(documents.read(visit).pages).toHaveLength(8);
  // One file is at the gate at a time, and none is kept.
  expect(seen.atOnce).toBe(1);
});

it('takes several files as they come, and says which it does not take', async () => {
  const { documents, visit } = arrange();
  const unreachable = async () => ({ ok: false as const, error: { code: 'API_UNREACHABLE' as const } });

  const answer = await documents.takeEach(visit, [file, unreachable, file]);

  expect(answer).toEqual({
    ok: true,
    value: {
      pages: [{ pageId: 'id-1' }, { pageId: 'id-2' }],
      refused: [{ position: 2, code: 'API_UNREACHABLE' }],
    },
  });
});

it('takes no more than the central system does', async () => {
  const heavy = { ...PAGE, jpeg: Buffer.alloc(DOCUMENT_LIMITS.depositBytes + 1) };
  const { documents, visit } = arrange({ rebuilt: [heavy] });

  expect(await documents.take(visit, file)).toEqual({ ok: false, error: { code: 'DOCUMENT_TOO_BIG' } });
});

it('works on one file at a time', async () => {
  const { documents, visit } = arrange();
  const slow = Promise.withResolvers<Result<Uint8Array>>();

  const first = documents.take(visit, () => slow.promise);
  const second = await documents.take(visit, file);
  slow.resolve({ ok: true, value: Buffer.from('file') });

  expect(second).toEqual({ ok: false, error: { code: 'NOT_ALLOWED_NOW' } });
  expect((await first).ok).toBe(true);
});

it('takes what a feeder hands over, and tells of each page', async () => {
  const { documents, visit, told } = arrange();

  const answer = await documents.scan(visit, feeder(3));

  expect(answer).toEqual({
    ok: true,
    value: { pages: [{ pageId: 'id-1' }, { pageId: 'id-2' }, { pageId: 'id-3' }] },
  });
  expect(told).toEqual([1, 2, 3]);
});

it('keeps the pages that were read before the paper got stuck', async () => {
  const { documents, visit } = arrange();
  const jam = { ok: false, error: { code: 'SCANNER_JAMMED' } } as const;

  const answer = await documents.scan(visit, feeder(2, jam));

  expect(answer).toEqual(jam);
  expect(documents.read(visit).pages).toHaveLength(2);
});

it('of more sheets than a deposit may have, none is kept, and the feeder is not emptied', async () => {
  const { documents, visit, told } = arrange();
  await documents.take(visit, file);

  const answer = await documents.scan(visit, feeder(DOCUMENT_LIMITS.pages + 5));

  expect(answer).toEqual({ ok: false, error: { code: 'DOCUMENT_TOO_MANY_PAGES' } });
  expect(documents.read(visit).pages).toEqual([{ pageId: 'id-1' }]);
  expect(told).toHaveLength(DOCUMENT_LIMITS.pages - 1);
});

it('called off in the middle, nothing of it stays, and the next scan may begin', async () => {
  const { documents, visit } = arrange();
  await documents.take(visit, file);
  const calledOff = Promise.withResolvers<void>();

  const answer = documents.scan(visit, async ({ take, signal }) => {
    await take(Buffer.from('sheet'));
    signal.addEventListener('abort', () => calledOff.resolve());
    documents.callOff(visit);
    await calledOff.promise;
    await take(Buffer.from('late sheet'));
    return { ok: false, error: { code: 'SCANNER_UNREACHABLE' } };
  });

  expect(await answer).toEqual({ ok: true, value: { pages: [{ pageId: 'id-1' }] } });
  expect((await documents.scan(visit, feeder(1))).ok).toBe(true);
});

it('a scan ends when its person leaves', async () => {
  const { documents, visit } = arrange();
  const begun = Promise.withResolvers<void>();

  const pending = documents.scan(visit, async ({ signal }) => {
    const left = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => left.resolve());
    begun.resolve();
    await left.promise;
    return { ok: false, error: { code: 'SCANNER_UNREACHABLE' } };
  });
  await begun.promise;
  await documents.forget();

  expect(await pending).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
});

it('what comes in after its person has left is nobody\u2019s', async () => {
  const { documents, visit } = arrange();
  const slow = Promise.withResolvers<Result<Uint8Array>>();
  const next: Visit = { ...visit };

  const pending = documents.take(visit, () => slow.promise);
  await documents.forget();
  slow.resolve({ ok: true, value: Buffer.from('file') });

  expect(await pending).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
  expect(documents.read(next)).toEqual({ pages: [] });
});

it('nobody sees the pages of whoever was there before', async () => {
  const { documents, visit } = arrange();
  await documents.take(visit, file);

  const next: Visit = { ...visit, tenantId: 'tenant-2' };

  expect(documents.read(next)).toEqual({ pages: [] });
  expect(documents.readPage(next, 'id-1')).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
});

/** Hands over sheets until one is not taken, and ends as it is told. */
function feeder(sheets: number, end: Result<void> = { ok: true, value: undefined }) {
  return async ({ take }: ScanJob): Promise<Result<void>> => {
    for (let sheet = 0; sheet < sheets; sheet++) {
      const taken = await take(Buffer.from('sheet'));
      if (!taken.ok) return taken;
    }
    return end;
  };
}

function arrange({
  rebuilt = [PAGE],
  saved = { ok: true, value: { deliveryId: 'delivery-1' } },
}: {
  rebuilt?: RebuiltPage[];
  saved?: Result<{ deliveryId: string }>;
} = {}) {
  const wishes: Wish[] = [];
  const told: number[] = [];
  let refuses = false;
  let ids = 0;
  let underWay = 0;
  const seen = { atOnce: 0 };
  const gate: Pick<DocumentGate, 'rebuild' | 'bind' | 'callOff'> = {
    async rebuild() {
      underWay += 1;
      seen.atOnce = Math.max(seen.atOnce, underWay);
      await Promise.resolve();
      underWay -= 1;
      return refuses ? { ok: false, error: { code: 'DOCUMENT_DAMAGED' } } : { ok: true, value: rebuilt };
    },
    bind: async (pages) => ({ ok: true, value: Buffer.from(`${pages.length} pages`) }),
    callOff: async () => undefined,
  };
  const documents = createDocuments({
    gate,
    outbox: {
      enqueue(wish) {
        wishes.push(wish);
        return saved;
      },
    },
    now: () => new Date('2018-07-11T08:00:00Z'),
    newId: () => `id-${++ids}`,
    onScanned: (pageCount) => told.push(pageCount),
  });
  const visit = { tenantId: 'tenant-1', depositToken: 'token' } as Visit;
  return { documents, visit, wishes, told, seen, refuse: () => (refuses = true) };
}
