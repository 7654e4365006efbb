/** One document, from the drawing to the printer that took it, and on to its end there. */
import type { ErrorCode, PrintJob, Result } from '../../preload/contract.ts';
import { choosePrinter } from './choose-printer.ts';
import type { PageBudget } from './page-budget.ts';
import type { KioskPrinter, PaperSize } from './printer.ts';
import type { Turn } from './turns.ts';
import { unlessAborted } from './unless-aborted.ts';

/**
 * Draws the document when it is needed, on the paper of the printer that was chosen; again when another printer with
 * other paper has to take it. Its bytes are let go when the job ends.
 */
export type PrepareDocument = (signal: AbortSignal, paper: PaperSize) => Promise<Result<PreparedDocument>>;

export interface PreparedDocument {
  pdf: Uint8Array;
  pageCount: number;
  /** Of paper from a roll. */
  lengthMillimetres?: number;
  /** These very bytes were looked at, page by page, before they were asked for on paper. */
  wasSeen?: boolean;
}

export interface JobToRun {
  readonly jobId: string;
  readonly prepare: PrepareDocument;
  /** In the order in which they are tried; at least one. */
  readonly printers: readonly KioskPrinter[];
  /** Null for what is printed whatever has been printed before. */
  readonly budget: PageBudget | null;
  /** A longer document that was not seen yet is shown first, and printed once the person says so. */
  readonly confirmAbovePages: number;
  readonly confirmed: Promise<void>;
  readonly signal: AbortSignal;
  readonly takeTurn: (printer: KioskPrinter) => Turn;
  /** The document that is to be confirmed; null from then on. */
  readonly show: (document: PreparedDocument | null) => void;
  readonly onPassedOver: (printer: KioskPrinter, code: ErrorCode) => void;
}

type State = PrintJob['state'];

/** After these it is certain that nothing was printed: another printer may take the document. */
const NOTHING_PRINTED: readonly ErrorCode[] = [
  'PRINTER_UNREACHABLE',
  'PRINTER_NOT_A_PRINTER',
  'PRINTER_REFUSED',
  'PRINTER_BUSY',
];

const CANCELLED: State = { name: 'cancelled' };

export async function* runJob(job: JobToRun): AsyncGenerator<State> {
  const { signal, prepare, budget } = job;
  const untried = [...job.printers];
  const drawings = new Map<PaperSize, PreparedDocument>();
  let isConfirmed = false;

  yield { name: 'preparing' };
  for (;;) {
    const printer = await unlessAborted(signal, () => choosePrinter(untried));
    if (printer === 'aborted') return yield CANCELLED;
    untried.splice(untried.indexOf(printer), 1);

    const { paper } = printer;
    let document = drawings.get(paper);
    if (!document) {
      const prepared = await unlessAborted(signal, () => prepare(signal, paper));
      if (prepared === 'aborted') return yield CANCELLED;
      if (!prepared.ok) return yield { name: 'failed', error: prepared.error };
      document = prepared.value;
      drawings.set(paper, document);
    }
    const giveBack = budget ? budget.take(document.pageCount) : nothingToGiveBack;
    if (!giveBack) return yield { name: 'failed', error: { code: 'PAGES_SPENT' } };

    if (!isConfirmed && !document.wasSeen && document.pageCount > job.confirmAbovePages) {
      job.show(document);
      yield { name: 'toConfirm', pagesTotal: document.pageCount };
      const answer = await unlessAborted(signal, () => job.confirmed);
      job.show(null);
      if (answer === 'aborted') {
        giveBack();
        return yield CANCELLED;
      }
      isConfirmed = true;
    }

    const passedOver = yield* printOn(printer, document, job, giveBack);
    if (!passedOver) return;
    if (untried.length === 0) return yield { name: 'failed', error: { code: passedOver } };
    job.onPassedOver(printer, passedOver);
  }
}

/** Returns why the printer took nothing; null when the last state told was final. */
async function* printOn(
  placed: KioskPrinter,
  { pdf, pageCount, lengthMillimetres }: PreparedDocument,
  { jobId, signal, takeTurn }: JobToRun,
  giveBack: () => void,
): AsyncGenerator<State, ErrorCode | null> {
  const { printer, paper } = placed;
  const turn = takeTurn(placed);
  try {
    if (!turn.isNow) yield { name: 'waiting', need: 'busy', pagesTotal: pageCount };
    if ((await unlessAborted(signal, () => turn.comes)) === 'aborted') {
      giveBack();
      yield CANCELLED;
      return null;
    }
    // The job's own id as its name: the printer's display and history then hold nothing of a person.
    const onRoll = lengthMillimetres === undefined ? {} : { lengthMillimetres };
    for await (const state of printer.print({ pdf, pageCount, jobName: jobId, ...onRoll }, signal)) {
      if (state.name === 'failed' && NOTHING_PRINTED.includes(state.error.code)) {
        giveBack();
        return state.error.code;
      }
      yield state.name === 'completed' && paper === 'roll80' ? { ...state, paper } : state;
    }
    return null;
  } finally {
    turn.pass();
  }
}

function nothingToGiveBack(): void {}
