/** What is long is shown first, and nobody prints without end. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PrintJob } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { createPrintJobs, type PrepareDocument, type PrintJobs } from './print-jobs.ts';
import { onlyPrinter } from './printers-of-role.ts';
import { createStandInPrinter, type StandInPrinter } from './stand-in-printer.ts';

const SOON = { timeout: 2_000, interval: 2 };

let printer: StandInPrinter;
let news: PrintJob[];
let jobs: PrintJobs;

beforeEach(() => {
  printer = createStandInPrinter();
  news = [];
  let count = 0;
  jobs = createPrintJobs({
    printers: onlyPrinter({ id: 'a4', paper: 'a4', printer }),
    limits: { pagesPerSession: 10, confirmAbovePages: 3 },
    log: silentLog,
    onChange: (job) => news.push(job),
    newId: () => `job-${++count}`,
  });
});

afterEach(() => jobs.cancelAll());

test('more than three pages are shown, and printed once the person wants them: the very same bytes', async () => {
  jobs.start(pages(4));
  await told('job-1', { name: 'toConfirm', pagesTotal: 4 });
  const shown = jobs.shown('job-1');
  const printedBefore = printer.documents.length;

  jobs.confirm('job-1');
  await printed(1);

  expect(printedBefore).toBe(0);
  expect(shown).toEqual({ ok: true, value: new Uint8Array(printer.documents[0]?.pdf ?? []) });
  expect(jobs.shown('job-1')).toEqual({ ok: false, error: { code: 'DOCUMENT_FAILED' } });
});

test('pages that were looked at already are not shown a second time', async () => {
  jobs.start(async (signal, paper) => {
    const prepared = await pages(4)(signal, paper);
    return prepared.ok ? { ok: true, value: { ...prepared.value, wasSeen: true } } : prepared;
  });

  await printed(1);
  expect(news.map(({ state }) => state.name)).not.toContain('toConfirm');
});

test('three pages are printed at once', async () => {
  jobs.start(pages(3));

  await printed(1);
  expect(jobs.shown('job-1').ok).toBe(false);
});

test('what was looked at and not wanted is not printed, and takes nothing of what may be printed', async () => {
  jobs.start(pages(10));
  await told('job-1', { name: 'toConfirm', pagesTotal: 10 });

  jobs.cancel('job-1');
  await told('job-1', { name: 'cancelled' });
  jobs.start(pages(10));

  await told('job-2', { name: 'toConfirm', pagesTotal: 10 });
  expect(printer.documents).toEqual([]);
});

test('the end of the session takes the shown document away', async () => {
  jobs.start(pages(4));
  await told('job-1', { name: 'toConfirm', pagesTotal: 4 });

  await jobs.cancelAll();

  expect(jobs.shown('job-1').ok).toBe(false);
  expect(printer.documents).toEqual([]);
});

test('whoever has printed as much as one person may is told so; the next person may print again', async () => {
  await printAll(8, 'job-1');

  jobs.start(pages(3));
  await told('job-2', { name: 'failed', error: { code: 'PAGES_SPENT' } });
  await jobs.cancelAll();
  await printAll(3, 'job-3');

  expect(printer.documents).toHaveLength(2);
});

test('a receipt comes out however much was printed before', async () => {
  await printAll(10, 'job-1');

  jobs.start(pages(1), 'receipts');

  await printed(2);
});

test('pages that certainly were not printed are not counted', async () => {
  jobs.start(pages(8));
  await told('job-1', { name: 'toConfirm', pagesTotal: 8 });
  jobs.confirm('job-1');
  await printed(1);
  printer.tell({ name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } });
  await told('job-1', { name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } });

  jobs.start(pages(8));

  await told('job-2', { name: 'toConfirm', pagesTotal: 8 });
});

test('pages that may have been printed are counted', async () => {
  jobs.start(pages(3));
  await printed(1);
  printer.tell({ name: 'failed', error: { code: 'PRINTER_OUTCOME_UNKNOWN' } });
  await told('job-1', { name: 'failed', error: { code: 'PRINTER_OUTCOME_UNKNOWN' } });

  jobs.start(pages(8));

  await told('job-2', { name: 'failed', error: { code: 'PAGES_SPENT' } });
});

async function printAll(pageCount: number, jobId: string): Promise<void> {
  const before = printer.documents.length;
  jobs.start(pages(pageCount));
  if (pageCount > 3) await told(jobId, { name: 'toConfirm', pagesTotal: pageCount });
  jobs.confirm(jobId);
  await printed(before + 1);
  printer.tell({ name: 'completed', pagesTotal: pageCount });
  await told(jobId, { name: 'completed', pagesTotal: pageCount });
}

function pages(pageCount: number): PrepareDocument {
  return async () => ({ ok: true, value: { pdf: Buffer.from(`%PDF of ${pageCount}`), pageCount } });
}

function told(jobId: string, state: PrintJob['state']): Promise<void> {
  return vi.waitFor(() => expect(news.findLast((job) => job.jobId === jobId)?.state).toEqual(state), SOON);
}

function printed(documents: number): Promise<void> {
  return vi.waitFor(() => expect(printer.documents).toHaveLength(documents), SOON);
}
