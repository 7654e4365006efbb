import type { PrintJob, Result } from '../../preload/contract.ts';

/** Sheets, or a roll that is 80 mm wide and cut where the text ends. */
export type PaperSize = 'a4' | 'roll80';

/** One of the kiosk's printers, and what is in it. */
export interface KioskPrinter {
  /** Its name in the configuration. */
  readonly id: string;
  readonly paper: PaperSize;
  readonly printer: Printer;
}

/** A printer of any kind. A driver tells what is true, and "unknown" where it cannot know. */
export interface Printer {
  /** How the printer is now. Answers within 5 s, whatever the printer does. */
  check(): Promise<Result<PrinterCondition>>;
  /**
   * Cancels every job of this kiosk that an earlier run left at the printer: all but those whose name `isOwn` knows.
   * Resolves within seconds; a printer that does not answer keeps what it has.
   */
  callOffLeftovers(isOwn: (jobName: string) => boolean): Promise<void>;
  /**
   * Prints a document once and tells each change of its state; the last one is `completed`, `cancelled` or `failed`.
   * A send whose outcome is unknown is never repeated. Aborting cancels the job at the printer; the states go on
   * until that has an outcome, within seconds. To be listened to until its end.
   */
  print(document: PrintDocument, signal: AbortSignal): AsyncIterable<PrinterJobState>;
}

export interface PrintDocument {
  pdf: Uint8Array;
  /** At least 1. */
  pageCount: number;
  /** Shown on the printer's own display and kept in its history: nothing of a person. */
  jobName: string;
  /** Of paper from a roll. */
  lengthMillimetres?: number;
}

/** What becomes of a document from the moment that it is handed to a printer. */
export type PrinterJobState = Exclude<PrintJob['state'], { name: 'preparing' | 'toConfirm' }>;

export type PrinterNeed = Extract<PrinterJobState, { name: 'waiting' }>['need'];

export type PaperLevel = 'loaded' | 'low' | 'empty' | 'unknown';

export type PrinterCondition =
  | { name: 'ready'; paper: PaperLevel }
  /** It prints something else. */
  | { name: 'busy'; paper: PaperLevel }
  /** It prints nothing until somebody sees to it. */
  | { name: 'waiting'; need: PrinterNeed; paper: PaperLevel };

export function isFinal(state: PrinterJobState): boolean {
  switch (state.name) {
    case 'completed':
    case 'cancelled':
    case 'failed':
      return true;
    case 'sending':
    case 'printing':
    case 'waiting':
      return false;
    default:
      return state satisfies never;
  }
}
