/**
 * A printer on USB at a machine with Windows, through the system's spooler.
 *
 * Electron hands the document over and hears that the spooler has taken it (electron issue 38975: that is all it
 * hears). Windows knows whether the document still stands in its queue and, as far as the printer's driver says so, what
 * the printer wants of people. That the document has left the queue means that the printer has its bytes, not that
 * paper came out: so the last state is "completed, only sent", and the sentence that goes with it promises no paper.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../../log/log.ts';
import type { PaperSize, PrintDocument, Printer, PrinterJobState } from '../../printer.ts';
import { unlessAborted } from '../../unless-aborted.ts';
import { drawPages } from './page-pictures.ts';
import type { Spooler, SpoolerJob } from './spooler.ts';
import { createWindowsQueue, type QueueLook, type WindowsQueue } from './windows-queue.ts';

const A4_MILLIMETRES = { widthMillimetres: 210, heightMillimetres: 297 };
const ROLL_WIDTH_MILLIMETRES = 80;

const UNREACHABLE = { code: 'PRINTER_UNREACHABLE' } as const;

/** Each look starts a program. */
const LOOK_EVERY_MS = 1_500;
/** After so many of them nobody waits for this paper any more: four minutes, with what a look itself takes. */
const MOST_LOOKS = 100;
/** Titles of the kiosk's own documents are the ids of jobs. */
const OWN_TITLE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export interface WindowsSpoolerOptions {
  /** In the configuration. */
  readonly id: string;
  /** As Windows names it. */
  readonly name: string;
  readonly paper: PaperSize;
  readonly spooler: Spooler | undefined;
  readonly log: Log;
  readonly queue?: WindowsQueue;
  readonly draw?: typeof drawPages;
  readonly wait?: (ms: number) => Promise<void>;
  readonly platform?: () => NodeJS.Platform;
}

export function createWindowsSpoolerPrinter(options: WindowsSpoolerOptions): Printer {
  const { id, name, paper, spooler, log } = options;
  const {
    queue = createWindowsQueue(),
    draw = drawPages,
    wait = (ms) => delay(ms),
    platform = () => process.platform,
  } = options;

  async function isThere(): Promise<boolean> {
    if (platform() !== 'win32') {
      log.error('printing.driver-not-here', { printerId: id, driver: 'windows-spooler' });
      return false;
    }
    return (await spooler?.isInstalled(name)) ?? false;
  }

  return {
    async check() {
      if (!(await isThere())) return { ok: false, error: UNREACHABLE };
      const seen = await queue.look(name);
      const paperLevel = seen?.paper ?? 'unknown';
      return seen?.need
        ? { ok: true, value: { name: 'waiting', need: seen.need, paper: paperLevel } }
        : { ok: true, value: { name: 'ready', paper: paperLevel } };
    },

    async callOffLeftovers(isOwn) {
      if (platform() !== 'win32') return;
      const titles = (await queue.look(name))?.titles ?? [];
      const left = titles.filter((title) => OWN_TITLE.test(title) && !isOwn(title));
      for (const title of left) await queue.cancel(name, title);
      if (left.length > 0) log.warn('printing.leftovers-called-off', { printerId: id, jobs: left.length });
    },

    async *print(document, signal) {
      yield { name: 'sending' };
      if (!spooler || !(await isThere())) return yield { name: 'failed', error: UNREACHABLE };
      const pages = await unlessAborted(signal, () => draw(document.pdf, paper, signal));
      if (pages === 'aborted') return yield { name: 'cancelled' };
      // It is drawn anew for another printer, or said: this one has got nothing.
      if (!pages) return yield { name: 'failed', error: { code: 'PRINTER_REFUSED' } };
      const job = { printerName: name, title: document.jobName, pages, sheet: sheetFor(paper, document) };
      yield* handOver(spooler, job, signal);
    },
  };

  async function* handOver(
    to: Spooler,
    job: SpoolerJob,
    signal: AbortSignal,
  ): AsyncGenerator<PrinterJobState> {
    const outcome = await to.print(job, signal);
    log.info('printing.spooled', { printerId: id, outcome });
    switch (outcome) {
      case 'taken':
        return yield* follow(job, signal);
      case 'notSent':
        return yield signal.aborted
          ? { name: 'cancelled' }
          : { name: 'failed', error: { code: 'PRINTER_REFUSED' } };
      case 'unknown':
        return yield { name: 'failed', error: { code: 'PRINTER_OUTCOME_UNKNOWN' } };
      default:
        outcome satisfies never;
    }
  }

  /** For as long as the document stands in the queue of Windows. */
  async function* follow(
    { title, pages: { length: pagesTotal } }: SpoolerJob,
    signal: AbortSignal,
  ): AsyncGenerator<PrinterJobState> {
    for (let looks = 0; ; looks++) {
      const seen = await queue.look(name);
      const isGone = seen !== null && !seen.titles.includes(title);
      const isGivenUp = signal.aborted || looks === MOST_LOOKS;
      // Though nothing is known of it, it may stand there, with somebody's name on it.
      if (isGivenUp && !isGone) await queue.cancel(name, title);
      if (isGone || !seen) return yield { name: 'completed', pagesTotal, isOnlySent: true };
      if (isGivenUp) {
        return yield signal.aborted
          ? { name: 'cancelled' }
          : { name: 'failed', error: { code: 'PRINTER_GIVEN_UP' } };
      }
      yield stateOf(seen, pagesTotal);
      await unlessAborted(signal, () => wait(LOOK_EVERY_MS));
    }
  }
}

function stateOf({ need, isTonerLow }: QueueLook, pagesTotal: number): PrinterJobState {
  if (need) return { name: 'waiting', need, pagesTotal };
  return { name: 'printing', pagesPrinted: null, pagesTotal, ...(isTonerLow && { isTonerLow }) };
}

function sheetFor(paper: PaperSize, { lengthMillimetres = A4_MILLIMETRES.heightMillimetres }: PrintDocument) {
  return paper === 'a4'
    ? A4_MILLIMETRES
    : { widthMillimetres: ROLL_WIDTH_MILLIMETRES, heightMillimetres: Math.ceil(lengthMillimetres) };
}
