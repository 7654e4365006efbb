/**
 * A printer on USB at a machine with Windows, through the system's spooler.
 *
 * The spooler says that it has taken a document, and then nothing more: no page, no empty tray, no end (electron
 * issue 38975), and Electron tells nothing of its queue. So the last state is "completed, only sent", and the sentence
 * that goes with it promises no paper. A document that was handed over cannot be called back.
 */
import type { Log } from '../../../log/log.ts';
import type { PaperSize, PrintDocument, Printer, PrinterJobState } from '../../printer.ts';
import { unlessAborted } from '../../unless-aborted.ts';
import { drawPages } from './page-pictures.ts';
import type { Spooler, SpoolerOutcome } from './spooler.ts';

const A4_MILLIMETRES = { widthMillimetres: 210, heightMillimetres: 297 };
const ROLL_WIDTH_MILLIMETRES = 80;

const UNREACHABLE = { code: 'PRINTER_UNREACHABLE' } as const;

export interface WindowsSpoolerOptions {
  /** In the configuration. */
  readonly id: string;
  /** As Windows names it. */
  readonly name: string;
  readonly paper: PaperSize;
  readonly spooler: Spooler | undefined;
  readonly log: Log;
  readonly draw?: typeof drawPages;
  readonly platform?: () => NodeJS.Platform;
}

export function createWindowsSpoolerPrinter(options: WindowsSpoolerOptions): Printer {
  const { id, name, paper, spooler, log, draw = drawPages, platform = () => process.platform } = options;

  async function isThere(): Promise<boolean> {
    if (platform() !== 'win32') {
      log.error('printing.driver-not-here', { printerId: id, driver: 'windows-spooler' });
      return false;
    }
    return (await spooler?.isInstalled(name)) ?? false;
  }

  return {
    async check() {
      return (await isThere())
        ? { ok: true, value: { name: 'ready', paper: 'unknown' } }
        : { ok: false, error: UNREACHABLE };
    },
    // Whatever it has taken is out of reach.
    callOffLeftovers: async () => {},
    async *print(document, signal) {
      yield { name: 'sending' };
      if (!spooler || !(await isThere())) return yield { name: 'failed', error: UNREACHABLE };
      const pages = await unlessAborted(signal, () => draw(document.pdf, paper, signal));
      if (pages === 'aborted') return yield { name: 'cancelled' };
      // It is drawn anew for another printer, or said: this one has got nothing.
      if (!pages) return yield { name: 'failed', error: { code: 'PRINTER_REFUSED' } };
      const sheet = sheetFor(paper, document);
      const outcome = await spooler.print(
        { printerName: name, title: document.jobName, pages, sheet },
        signal,
      );
      log.info('printing.spooled', { printerId: id, outcome });
      yield stateAfter(outcome, document.pageCount, signal);
    },
  };
}

function stateAfter(outcome: SpoolerOutcome, pagesTotal: number, signal: AbortSignal): PrinterJobState {
  switch (outcome) {
    case 'taken':
      return { name: 'completed', pagesTotal, isOnlySent: true };
    case 'notSent':
      return signal.aborted ? { name: 'cancelled' } : { name: 'failed', error: { code: 'PRINTER_REFUSED' } };
    case 'unknown':
      return { name: 'failed', error: { code: 'PRINTER_OUTCOME_UNKNOWN' } };
    default:
      return outcome satisfies never;
  }
}

function sheetFor(paper: PaperSize, { lengthMillimetres = A4_MILLIMETRES.heightMillimetres }: PrintDocument) {
  return paper === 'a4'
    ? A4_MILLIMETRES
    : { widthMillimetres: ROLL_WIDTH_MILLIMETRES, heightMillimetres: Math.ceil(lengthMillimetres) };
}
