import { describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import type { PaperSize, PrintDocument, PrinterJobState } from '../../printer.ts';
import type { Spooler, SpoolerJob, SpoolerOutcome } from './spooler.ts';
import { createWindowsSpoolerPrinter } from './windows-spooler-printer.ts';

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

  test('that is called off before the spooler had it is cancelled, and after that it is sent', async () => {
    const early = arrange({ outcome: 'notSent', onPrint: (calling) => calling.abort() });
    const late = arrange({ outcome: 'taken', onPrint: (calling) => calling.abort() });

    expect((await early.printed()).at(-1)).toEqual({ name: 'cancelled' });
    expect((await late.printed()).at(-1)).toMatchObject({ name: 'completed', isOnlySent: true });
  });
});

describe('the printer', () => {
  test('is ready, and says nothing of its paper', async () => {
    expect(await arrange().printer.check()).toEqual({ ok: true, value: { name: 'ready', paper: 'unknown' } });
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

function arrange({
  outcome = 'taken' as SpoolerOutcome,
  paper = 'a4' as PaperSize,
  pages = PAGES as Uint8Array[] | null,
  installed = ['Fax', 'HP LaserJet'],
  platform = 'win32' as NodeJS.Platform,
  onPrint = (_: AbortController) => {},
  log = silentLog,
} = {}) {
  const jobs: SpoolerJob[] = [];
  const calling = new AbortController();
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
  });
  return {
    printer,
    jobs,
    calling,
    async printed(document: PrintDocument = DOCUMENT) {
      const states: PrinterJobState[] = [];
      for await (const state of printer.print(document, calling.signal)) states.push(state);
      return states;
    },
  };
}
