import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import { pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { DwellingReads, RentMonthPage } from '../tenant-api/tenant-api.ts';
import { createPapers } from './papers.ts';

const name = { accountId: 'account-1', paperId: '004473-2018-05-quittance' };
const page = { accountId: 'account-1', cursor: null };
const PDF = Buffer.from('%PDF-1.7 a paper');

test('what is printed is what was looked at, and is fetched once', async () => {
  const { papers, visit, readPaperFile, prepared } = arrange();

  const shown = await papers.show(visit, name);
  papers.print(visit, name);

  expect(shown).toEqual({ ok: true, value: { pdf: new Uint8Array(PDF), pageCount: 2 } });
  expect(await prepared()).toEqual({ ok: true, value: { pdf: PDF, pageCount: 2, wasSeen: true } });
  expect(readPaperFile).toHaveBeenCalledExactlyOnceWith(name.accountId, name.paperId);
});

test('a paper that nobody looked at is fetched to be printed', async () => {
  const { papers, visit, readPaperFile, prepared } = arrange();

  papers.print(visit, name);

  expect(await prepared()).toEqual({ ok: true, value: { pdf: PDF, pageCount: 2 } });
  expect(readPaperFile).toHaveBeenCalledTimes(1);
});

test('the next person’s print finds nothing of the one before', async () => {
  const { papers, visit, readPaperFile, prepared } = arrange();
  await papers.show(visit, name);

  await papers.forget();
  papers.print({ ...visit }, name);
  await prepared();

  expect(readPaperFile).toHaveBeenCalledTimes(2);
});

test('a paper that comes when its person has left is not kept', async () => {
  const late = Promise.withResolvers<Result<Uint8Array>>();
  const { papers, visit, readPaperFile, prepared } = arrange();
  readPaperFile.mockImplementationOnce(() => late.promise);

  const showing = papers.show(visit, name);
  await papers.forget();
  late.resolve({ ok: true, value: PDF });

  expect(await showing).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
  papers.print(visit, name);
  await prepared();
  expect(readPaperFile).toHaveBeenCalledTimes(2);
});

test.each(['DOCUMENT_ENCRYPTED', 'DOCUMENT_DAMAGED', 'DOCUMENT_KIND_UNKNOWN'] as const)(
  'what the gate refuses with %s is said to be unreadable, in words about the landlord’s papers',
  async (code) => {
    const { papers, visit } = arrange({ counted: { ok: false, error: { code } } });

    expect(await papers.show(visit, name)).toEqual({ ok: false, error: { code: 'PAPER_UNREADABLE' } });
  },
);

test('a paper that is far too large does not reach the gate', async () => {
  const { papers, visit, countPages } = arrange({ file: Buffer.alloc(8_000_001) });

  expect(await papers.show(visit, name)).toEqual({ ok: false, error: { code: 'PAPER_UNREADABLE' } });
  expect(countPages).not.toHaveBeenCalled();
});

test('by e-mail, the wish is handed to the outbox with the paper and the language', () => {
  const { papers, visit, enqueue } = arrange();

  expect(papers.sendByEmail(visit, name, 'en')).toEqual({
    ok: true,
    value: { deliveryId: 'delivery-1', state: 'saved' },
  });
  expect(enqueue).toHaveBeenCalledExactlyOnceWith({
    kind: 'paper-delivery',
    tenantId: 'tenant-1',
    depositToken: 'deposit-token',
    payload: { ...name, locale: 'en' },
  });
});

test('a quittance for a month that is not fully paid is against the law, and shown to nobody', async () => {
  const paper = { id: name.paperId, kind: 'quittance' as const, issuedOn: '2018-06-08', pageCount: 1 };
  const month = { month: '2018-05', dueCents: 46_62, leftToPayCents: 1, papers: [paper] };
  const { papers, visit } = arrange({ months: [month] });

  expect(await papers.listRent(visit, page)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });

  const paid = arrange({ months: [{ ...month, leftToPayCents: 0 }] });
  expect(await paid.papers.listRent(paid.visit, page)).toMatchObject({ ok: true });
});

function arrange(
  changes: { file?: Uint8Array; counted?: Result<number>; months?: RentMonthPage['items'] } = {},
) {
  const { file = PDF, counted = { ok: true, value: 2 }, months = [] } = changes;
  const readPaperFile = vi.fn<DwellingReads['readPaperFile']>(async () => ({ ok: true, value: file }));
  const countPages = vi.fn(async () => counted);
  const enqueue = vi.fn(() => ({ ok: true as const, value: { deliveryId: 'delivery-1' } }));
  const printJobs = pretendPrintJobs();
  const papers = createPapers({
    gate: { countPages, callOff: async () => undefined },
    outbox: { enqueue },
    printJobs,
  });
  const listRentMonths = async () => ({ ok: true, value: { items: months, nextCursor: null } });
  const visit = {
    tenantId: 'tenant-1',
    depositToken: 'deposit-token',
    connection: { dwelling: { readPaperFile, listRentMonths } },
  } as unknown as Visit;
  const prepared = () => printJobs.prepared();
  return { papers, visit, readPaperFile, countPages, enqueue, prepared };
}
