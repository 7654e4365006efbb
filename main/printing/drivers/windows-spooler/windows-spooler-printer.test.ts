import { describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import type { PaperSize, PrintDocument, PrinterJobState } from '../../printer.ts';
import type { Spooler, SpoolerJob, SpoolerOutcome } from './spooler.ts';
import type { QueueLook } from './windows-queue.ts';
import { createWindowsSpoolerPrinter } from './windows-spooler-printer.ts';

/** Nothing in the queue, and nothing said. */
const QUIET: QueueLook = { need: null, paper: 'unknown', isTonerLow: false, titles: [] };
const PAGES = [Uint8Array.of(1), Uint8Array.of(2)];
const DOCUMENT = { pdf: Buffer.from('%PDF'), pageCount: 2, jobName: 'job-1' };

describe('a document', () => {
  test('that the spooler has taken is told as sent, and as no more', async () => {
    const { printed, jobs } = arrange();

    expect(await printed()).toEqual([
      { name: 'sending' },
      { name: 'completed', pagesTotal: 2, isOnlySent: true },
    ]);
    expect(jobs).toEqual([
      {
        printerName: 'HP LaserJet',
        title: 'job-1',
        pages: PAGES,
        sheet: { widthMillimetres: 210, heightMillimetres: 297 },
      },
    ]);
  });

  test('for the roll is as long as it was drawn', async () => {
    const { printed, jobs } = arrange({ paper: 'roll80' });

    await printed({ ...DOCUMENT, lengthMillimetres: 121.4 });

    expect(jobs[0]?.sheet).toEqual({ widthMillimetres: 80, heightMillimetres: 122 });
  });

  test.each<[SpoolerOutcome, string]>([
    ['notSent', 'PRINTER_REFUSED'],
    ['unknown', 'PRINTER_OUTCOME_UNKNOWN'],
  ])('of which the spooler says %s fails with %s', async (outcome, code) => {
    const { printed } = arrange({ outcome });

    expect((await printed()).at(-1)).toEqual({ name: 'failed', error: { code } });
  });

  test('that cannot be drawn is left to another printer', async () => {
    const { printed, jobs } = arrange({ pages: null });

    expect((await printed()).at(-1)).toEqual({ name: 'failed', error: { code: 'PRINTER_REFUSED' } });
    expect(jobs).toEqual([]);
  });

  test('that is called off while it is drawn never reaches the spooler', async () => {
    const { printed, jobs, calling } = arrange();
    calling.abort();

    expect((await printed()).at(-1)).toEqual({ name: 'cancelled' });
    expect(jobs).toEqual([]);
  });

  test('that is called off before the spooler had it is cancelled', async () => {
    const { printed } = arrange({ outcome: 'notSent', onPrint: (calling) => calling.abort() });

    expect((await printed()).at(-1)).toEqual({ name: 'cancelled' });
  });
});

describe('a document in the queue of Windows', () => {
  test('is followed until it has left it, and nobody is told that paper came out', async () => {
    const { printed } = arrange({
      looks: [inQueue({ need: 'paper', paper: 'empty' }), inQueue({}), inQueue({ isTonerLow: true }), QUIET],
    });

    expect(await printed()).toEqual([
      { name: 'sending' },
      { name: 'waiting', need: 'paper', pagesTotal: 2 },
      { name: 'printing', pagesPrinted: null, pagesTotal: 2 },
      { name: 'printing', pagesPrinted: null, pagesTotal: 2, isTonerLow: true },
      { name: 'completed', pagesTotal: 2, isOnlySent: true },
    ]);
  });

  test('is taken out of it when the person leaves', async () => {
    const { printed, cancelled } = arrange({
      looks: [inQueue({ need: 'paper' })],
      onWait: (calling) => calling.abort(),
    });

    expect((await printed()).at(-1)).toEqual({ name: 'cancelled' });
    expect(cancelled).toEqual(['job-1']);
  });

  test('is asked to be taken out though Windows says nothing', async () => {
    const { printed, cancelled } = arrange({ looks: [null], onPrint: (calling) => calling.abort() });

    expect((await printed()).at(-1)).toMatchObject({ name: 'completed', isOnlySent: true });
    expect(cancelled).toEqual(['job-1']);
  });

  test('that nobody sees to is given up and taken out of it', async () => {
    const { printed, cancelled } = arrange({ looks: [inQueue({ need: 'jam' })] });

    expect((await printed()).at(-1)).toEqual({ name: 'failed', error: { code: 'PRINTER_GIVEN_UP' } });
    expect(cancelled).toEqual(['job-1']);
  });

  test('of an earlier run is taken out of it, and nobody else’s', async () => {
    const [left, own] = ['2a963c34-dc54-4ab3-bb39-6c4a39d2d8da', 'b5b1e5c4-0000-4ab3-bb39-6c4a39d2d8da'];
    const { printer, cancelled } = arrange({ looks: [{ ...QUIET, titles: [left, own, 'Facture.docx'] }] });

    await printer.callOffLeftovers((name) => name === own);

    expect(cancelled).toEqual([left]);
  });
});

describe('the printer', () => {
  test('is ready, and says nothing of its paper', async () => {
    expect(await arrange().printer.check()).toEqual({ ok: true, value: { name: 'ready', paper: 'unknown' } });
  });

  test('that wants something says so, as far as Windows knows', async () => {
    const { printer } = arrange({ looks: [{ ...QUIET, need: 'paper', paper: 'empty' }] });

    expect(await printer.check()).toEqual({
      ok: true,
      value: { name: 'waiting', need: 'paper', paper: 'empty' },
    });
  });

  test('that Windows does not know is not reached', async () => {
    const { printer, printed } = arrange({ installed: [] });

    expect(await printer.check()).toEqual({ ok: false, error: { code: 'PRINTER_UNREACHABLE' } });
    expect((await printed()).at(-1)).toEqual({ name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } });
  });

  test('is not reached elsewhere than on Windows, and the log says why', async () => {
    const log = { ...silentLog, error: vi.fn() };
    const { printed, jobs } = arrange({ platform: 'linux', log });

    expect((await printed()).at(-1)).toEqual({ name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } });
    expect(jobs).toEqual([]);
    expect(log.error).toHaveBeenCalledWith('printing.driver-not-here', {
      printerId: 'usb',
      driver: 'windows-spooler',
    });
  });
});

function inQueue(said: Partial<QueueLook>): QueueLook {
  return { ...QUIET, titles: ['job-1'], ...said };
}

function arrange({
  outcome = 'taken' as SpoolerOutcome,
  paper = 'a4' as PaperSize,
  pages = PAGES as Uint8Array[] | null,
  installed = ['Fax', 'HP LaserJet'],
  platform = 'win32' as NodeJS.Platform,
  onPrint = (_: AbortController) => {},
  onWait = (_: AbortController) => {},
  /** One after the other; the last one stays. */
  looks = [QUIET] as (QueueLook | null)[],
  log = silentLog,
} = {}) {
  const jobs: SpoolerJob[] = [];
  const calling = new AbortController();
  const cancelled: string[] = [];
  let looked = 0;
  const spooler: Spooler = {
    isInstalled: async (name) => installed.includes(name),
    async print(job) {
      jobs.push(job);
      onPrint(calling);
      return outcome;
    },
  };
  const printer = createWindowsSpoolerPrinter({
    id: 'usb',
    name: 'HP LaserJet',
    paper,
    spooler,
    log,
    draw: async () => pages,
    platform: () => platform,
    queue: {
      look: async () => looks[Math.min(looked++, looks.length - 1)] ?? null,
      cancel: async (_, title) => void cancelled.push(title),
    },
    wait: async () => onWait(calling),
  });
  return {
    printer,
    jobs,
    cancelled,
    calling,
    async printed(document: PrintDocument = DOCUMENT) {
      const states: PrinterJobState[] = [];
      for await (const state of printer.print(document, calling.signal)) states.push(state);
      return states;
    },
  };
}
