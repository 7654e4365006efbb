/** Which printer a document comes out of, when there are several. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ErrorCode, PrintJob } from '../../preload/contract.ts';
import { type Facts, silentLog } from '../log/log.ts';
import { createPrintJobs, type PrepareDocument, type PrintJobs } from './print-jobs.ts';
import type { PaperSize } from './printer.ts';
import { createStandInPrinter, type StandInPrinter } from './stand-in-printer.ts';

const SOON = { timeout: 2_000, interval: 2 };

let sheets: StandInPrinter;
let spare: StandInPrinter;
let roll: StandInPrinter;
let drawnOn: PaperSize[];
let news: PrintJob[];
let warnings: [event: string, facts: Facts | undefined][];
let jobs: PrintJobs;

const prepare: PrepareDocument = async (_signal, paper) => {
  drawnOn.push(paper);
  const onRoll = paper === 'roll80' ? { lengthMillimetres: 187 } : {};
  return { ok: true, value: { pdf: Buffer.from(`%PDF on ${paper}`), pageCount: 1, ...onRoll } };
};

beforeEach(() => {
  [sheets, spare, roll] = [createStandInPrinter(), createStandInPrinter(), createStandInPrinter()];
  [drawnOn, news, warnings] = [[], [], []];
  const statements = [
    { id: 'hall', paper: 'a4', printer: sheets },
    { id: 'office', paper: 'a4', printer: spare },
  ] as const;
  jobs = createPrintJobs({
    printers: { statements, receipts: [{ id: 'till', paper: 'roll80', printer: roll }, ...statements] },
    log: { ...silentLog, warn: (event, facts) => void warnings.push([event, facts]) },
    onChange: (job) => news.push(job),
    newId: () => 'job-1',
  });
});

afterEach(() => jobs.cancelAll());

test('a receipt comes out of the roll, as long as what stands on it, and the screen knows where to look', async () => {
  jobs.start(prepare, 'receipts');
  await reaches(roll);
  roll.tell({ name: 'completed', pagesTotal: 1 });

  await ends({ name: 'completed', pagesTotal: 1, paper: 'roll80' });
  expect(roll.documents[0]).toMatchObject({ lengthMillimetres: 187 });
  expect(drawnOn).toEqual(['roll80']);
});

test('where the roll cannot take it, the receipt is drawn anew for A4', async () => {
  roll.setCondition({ ok: true, value: { name: 'waiting', need: 'paper', paper: 'empty' } });

  jobs.start(prepare, 'receipts');
  await reaches(sheets);
  sheets.tell({ name: 'completed', pagesTotal: 1 });

  await ends({ name: 'completed', pagesTotal: 1 });
  expect(roll.documents).toEqual([]);
  expect(drawnOn).toEqual(['a4']);
});

test.each<ErrorCode>(['PRINTER_UNREACHABLE', 'PRINTER_REFUSED', 'PRINTER_NOT_A_PRINTER', 'PRINTER_BUSY'])(
  'a printer that certainly took nothing (%s) hands over to the next, and nobody is frightened by it',
  async (code) => {
    jobs.start(prepare);
    await reaches(sheets);
    sheets.tell({ name: 'failed', error: { code } });
    await reaches(spare);
    spare.tell({ name: 'completed', pagesTotal: 1 });

    await ends({ name: 'completed', pagesTotal: 1 });
    expect(news.map(({ state }) => state.name)).toEqual(['preparing', 'completed']);
    expect(warnings).toContainEqual(['printing.passed-over', { jobId: 'job-1', printerId: 'hall', code }]);
    // The same paper: the same bytes.
    expect(drawnOn).toEqual(['a4']);
  },
);

test.each<ErrorCode>(['PRINTER_OUTCOME_UNKNOWN', 'PRINTER_ABORTED'])(
  'what may have been printed (%s) is not printed again elsewhere',
  async (code) => {
    jobs.start(prepare);
    await reaches(sheets);
    sheets.tell({ name: 'failed', error: { code } });

    await ends({ name: 'failed', error: { code } });
    expect(spare.documents).toEqual([]);
  },
);

test('a document that ran out of paper half-way stays at its printer, and goes on there', async () => {
  jobs.start(prepare);
  await reaches(sheets);
  sheets.tell({ name: 'waiting', need: 'paper', pagesTotal: 1 });
  await ends({ name: 'waiting', need: 'paper', pagesTotal: 1 });
  sheets.tell({ name: 'completed', pagesTotal: 1 });

  await ends({ name: 'completed', pagesTotal: 1 });
  expect(spare.documents).toEqual([]);
});

test('when no printer takes it, what the last one said is told', async () => {
  jobs.start(prepare);
  await reaches(sheets);
  sheets.tell({ name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } });
  await reaches(spare);
  spare.tell({ name: 'failed', error: { code: 'PRINTER_REFUSED' } });

  await ends({ name: 'failed', error: { code: 'PRINTER_REFUSED' } });
});

test('a receipt need not wait for the statement that another printer is at', async () => {
  jobs.start(prepare);
  await reaches(sheets);

  jobs.start(prepare, 'receipts');

  await reaches(roll);
});

function reaches(printer: StandInPrinter): Promise<void> {
  return vi.waitFor(() => expect(printer.documents).toHaveLength(1), SOON);
}

function ends(state: PrintJob['state']): Promise<void> {
  return vi.waitFor(() => expect(news.at(-1)?.state).toEqual(state), SOON);
}
