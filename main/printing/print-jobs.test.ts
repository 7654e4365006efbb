import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PrintJob, Result } from '../../preload/contract.ts';
import { type Facts, silentLog } from '../log/log.ts';
import { createPrintJobs, type PreparedDocument, type PrintJobs } from './print-jobs.ts';
import { onlyPrinter } from './printers-of-role.ts';
import { createStandInPrinter, type StandInPrinter } from './stand-in-printer.ts';

const twoPages: Result<PreparedDocument> = {
  ok: true,
  value: { pdf: Buffer.from('%PDF of M. Dupont'), pageCount: 2 },
};

const SOON = { timeout: 2_000, interval: 2 };

let printer: StandInPrinter;
let news: PrintJob[];
let logged: [event: string, facts: Facts | undefined][];
let jobs: PrintJobs;

beforeEach(() => {
  printer = createStandInPrinter();
  news = [];
  logged = [];
  let count = 0;
  const note = (event: string, facts?: Facts) => void logged.push([event, facts]);
  jobs = createPrintJobs({
    printers: onlyPrinter({ id: 'a4', paper: 'a4', printer }),
    log: { info: note, warn: note, error: note },
    onChange: (job) => news.push(job),
    newId: () => `job-${++count}`,
  });
});

afterEach(async () => {
  vi.useRealTimers();
  await jobs.cancelAll();
});

function statesOf(jobId: string): string[] {
  return news.filter((job) => job.jobId === jobId).map(({ state }) => state.name);
}

function lastStateOf(jobId: string): PrintJob['state'] | undefined {
  return news.findLast((job) => job.jobId === jobId)?.state;
}

function printed(documentCount: number): Promise<void> {
  return vi.waitFor(() => expect(printer.documents).toHaveLength(documentCount), SOON);
}

function lastStateIs(jobId: string, name: PrintJob['state']['name']): Promise<void> {
  return vi.waitFor(() => expect(lastStateOf(jobId)?.name).toBe(name), SOON);
}

test('a document is drawn, sent and followed until the printer says that it is done', async () => {
  jobs.start(async () => twoPages);
  await printed(1);

  printer.tell({ name: 'sending' });
  printer.tell({ name: 'printing', pagesPrinted: 1, pagesTotal: 2 });
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await lastStateIs('job-1', 'completed');

  expect(statesOf('job-1')).toEqual(['preparing', 'sending', 'printing', 'completed']);
});

test('whoever asks knows the id of the job before its first news', () => {
  const started = jobs.start(async () => twoPages);

  expect(started).toEqual({ ok: true, value: { jobId: 'job-1' } });
  expect(news).toEqual([]);
});

test('the printer and the log learn nothing of the person', async () => {
  jobs.start(async () => twoPages);
  await printed(1);
  printer.tell({ name: 'waiting', need: 'paper', pagesTotal: 2 });
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await lastStateIs('job-1', 'completed');

  expect(printer.documents[0]?.jobName).toBe('job-1');
  expect(logged).toEqual([
    ['printing.preparing', { jobId: 'job-1', afterMs: expect.any(Number) }],
    ['printing.waiting', { jobId: 'job-1', afterMs: expect.any(Number), need: 'paper' }],
    ['printing.completed', { jobId: 'job-1', afterMs: expect.any(Number), pages: 2 }],
  ]);
});

test('a document that cannot be drawn is not sent, and the reason is told', async () => {
  jobs.start(async () => ({ ok: false, error: { code: 'API_UNREACHABLE' } }));
  await lastStateIs('job-1', 'failed');

  expect(lastStateOf('job-1')).toEqual({ name: 'failed', error: { code: 'API_UNREACHABLE' } });
  expect(printer.documents).toEqual([]);
});

test('a bug in the drawing ends the job, not the kiosk', async () => {
  jobs.start(async () => {
    throw new TypeError('M. Dupont has no lease');
  });
  await lastStateIs('job-1', 'failed');

  expect(lastStateOf('job-1')).toEqual({ name: 'failed', error: { code: 'INTERNAL' } });
  expect(logged).toContainEqual(['printing.broke', { jobId: 'job-1', error: 'TypeError' }]);
});

test('a second document waits until the printer is free, then prints', async () => {
  jobs.start(async () => twoPages);
  jobs.start(async () => twoPages);
  await lastStateIs('job-2', 'waiting');

  const sentMeanwhile = printer.documents.length;
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await printed(2);
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await lastStateIs('job-2', 'completed');

  expect(sentMeanwhile).toBe(1);
  expect(statesOf('job-2')).toEqual(['preparing', 'waiting', 'completed']);
});

test('a document that waits in line and is cancelled is never sent; the one behind it is', async () => {
  jobs.start(async () => twoPages);
  jobs.start(async () => twoPages);
  jobs.start(async () => twoPages);
  await lastStateIs('job-3', 'waiting');

  jobs.cancel('job-2');
  await lastStateIs('job-2', 'cancelled');
  const sentMeanwhile = printer.documents.length;
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await printed(2);
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await lastStateIs('job-3', 'completed');

  expect(sentMeanwhile).toBe(1);
  expect(printer.documents.map(({ jobName }) => jobName)).toEqual(['job-1', 'job-3']);
});

test('too many documents at once are refused', () => {
  const answers = [1, 2, 3, 4].map(() => jobs.start(async () => twoPages));

  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  expect(answers[3]).toEqual({ ok: false, error: { code: 'PRINTER_BUSY' } });
});

test('cancelling while the document is drawn ends the job, even when the drawing does not listen', async () => {
  let drawingSignal: AbortSignal | undefined;
  jobs.start((signal) => {
    drawingSignal = signal;
    return new Promise(() => {});
  });
  await lastStateIs('job-1', 'preparing');

  jobs.cancel('job-1');
  await lastStateIs('job-1', 'cancelled');

  expect(drawingSignal?.aborted).toBe(true);
  expect(printer.documents).toEqual([]);
});

test('cancelling while it prints tells what the printer says of it', async () => {
  jobs.start(async () => twoPages);
  await printed(1);
  printer.tell({ name: 'printing', pagesPrinted: 0, pagesTotal: 2 });
  await lastStateIs('job-1', 'printing');

  jobs.cancel('job-1');
  await lastStateIs('job-1', 'cancelled');

  expect(statesOf('job-1')).toEqual(['preparing', 'printing', 'cancelled']);
});

test('cancelling a job that has ended, or never was, does nothing', async () => {
  jobs.start(async () => twoPages);
  await printed(1);
  printer.tell({ name: 'completed', pagesTotal: 2 });
  await lastStateIs('job-1', 'completed');

  jobs.cancel('job-1');
  jobs.cancel('another');
  await nextTurn();

  expect(lastStateOf('job-1')?.name).toBe('completed');
});

test('the end of the session cancels every job and waits until that is done', async () => {
  jobs.start(async () => twoPages);
  jobs.start(async () => twoPages);
  await lastStateIs('job-2', 'waiting');

  await jobs.cancelAll();

  expect(lastStateOf('job-1')?.name).toBe('cancelled');
  expect(lastStateOf('job-2')?.name).toBe('cancelled');
});

test('a session that ends before the drawing began draws nothing', async () => {
  const prepare = vi.fn(async () => twoPages);
  jobs.start(prepare);

  await jobs.cancelAll();

  expect(prepare).not.toHaveBeenCalled();
  expect(lastStateOf('job-1')?.name).toBe('cancelled');
});

test('a deaf printer does not hold up the end of the session, and the next person hears nothing of it', async () => {
  printer.ignoreCancellations();
  jobs.start(async () => twoPages);
  await printed(1);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  const isOver = jobs.cancelAll();
  await vi.advanceTimersByTimeAsync(5_000);
  await isOver;
  const toldBefore = news.length;
  printer.tell({ name: 'completed', pagesTotal: 2 });
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();

  expect(news).toHaveLength(toldBefore);
  expect(logged).toContainEqual(['printing.still-cancelling', { jobId: 'job-1' }]);
  expect(logged.at(-1)?.[0]).toBe('printing.completed');
});

test('with nothing to cancel the session ends at once', async () => {
  const quiet = createPrintJobs({
    printers: onlyPrinter({ id: 'a4', paper: 'a4', printer }),
    log: silentLog,
    onChange: () => {},
  });

  await expect(quiet.cancelAll()).resolves.toBeUndefined();
});
