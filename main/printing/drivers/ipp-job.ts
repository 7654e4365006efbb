/** A job that a printer has accepted: whether it is still the same one, and how it stands (RFC 8011, section 5.3). */
import type { PrinterJobState } from '../printer.ts';
import { type IppAttributes, integer, keyword, keywords } from './ipp-message.ts';
import { isTonerLow, needOf } from './ipp-needs.ts';

export const JOB_ATTRIBUTES = [
  'job-state',
  'job-state-reasons',
  'job-impressions-completed',
  'job-media-sheets-completed',
  'job-uuid',
  'job-printer-up-time',
  'time-at-creation',
] as const;

/** What tells our job from another with the same number: a printer counts from 1 again when it is switched on. */
export interface JobIdentity {
  readonly id: number;
  readonly uuid: string | null;
  readonly createdAtUpTime: number | null;
  readonly printerUpTimeSeconds: number | null;
}

/**
 * What is known of the job, now that the printer has told more of it; null when it speaks of another job. A printer
 * without uuids is taken at its clock: a clock that went back was switched off, and its numbers began anew.
 */
export function recogniseJob(known: JobIdentity, told: IppAttributes): JobIdentity | null {
  const uuid = keyword(told, 'job-uuid');
  const createdAtUpTime = integer(told, 'time-at-creation');
  const printerUpTimeSeconds = integer(told, 'job-printer-up-time');
  if (known.uuid !== null && uuid !== null) return known.uuid === uuid ? known : null;

  const isCreatedAnew =
    known.createdAtUpTime !== null && createdAtUpTime !== null && known.createdAtUpTime !== createdAtUpTime;
  const isSwitchedOnAnew =
    known.printerUpTimeSeconds !== null &&
    printerUpTimeSeconds !== null &&
    printerUpTimeSeconds < known.printerUpTimeSeconds;
  if (isCreatedAnew || isSwitchedOnAnew) return null;

  return {
    id: known.id,
    uuid: known.uuid ?? uuid,
    createdAtUpTime: known.createdAtUpTime ?? createdAtUpTime,
    printerUpTimeSeconds: printerUpTimeSeconds ?? known.printerUpTimeSeconds,
  };
}

export function isEnded(job: IppAttributes): boolean {
  const state = keyword(job, 'job-state');
  return state === 'completed' || state === 'canceled' || state === 'aborted';
}

/** How far a job has come, and since when it has not moved. */
export interface Progress {
  readonly pagesTotal: number;
  /** Null until the printer counts. Never goes back, never beyond the last page. */
  readonly pagesPrinted: number | null;
  readonly isStandingStill: boolean;
}

export function jobStateOf(job: IppAttributes, printer: IppAttributes, progress: Progress): PrinterJobState {
  const { pagesTotal } = progress;
  switch (keyword(job, 'job-state')) {
    case 'completed':
      // "With errors": some of it may be missing, and the printer does not say what.
      return keywords(job, 'job-state-reasons').includes('job-completed-with-errors')
        ? { name: 'failed', error: { code: 'PRINTER_OUTCOME_UNKNOWN' } }
        : { name: 'completed', pagesTotal };
    case 'canceled':
      return { name: 'cancelled' };
    case 'aborted':
      return { name: 'failed', error: { code: 'PRINTER_ABORTED' } };
    default:
      return runningStateOf(job, printer, progress);
  }
}

function runningStateOf(job: IppAttributes, printer: IppAttributes, progress: Progress): PrinterJobState {
  const { pagesTotal, pagesPrinted, isStandingStill } = progress;
  const need = needOf(printer, { isStandingStill });
  if (need) return { name: 'waiting', need, pagesTotal };
  switch (keyword(job, 'job-state')) {
    case 'pending':
      // Behind another job, once it lasts: a pending job that moves on at once is merely on its way.
      return isStandingStill && keyword(printer, 'printer-state') === 'processing'
        ? { name: 'waiting', need: 'busy', pagesTotal }
        : { name: 'sending' };
    case 'pending-held':
      return { name: 'waiting', need: 'held', pagesTotal };
    case 'processing-stopped':
      return { name: 'waiting', need: 'other', pagesTotal };
    default:
      return {
        name: 'printing',
        pagesPrinted,
        pagesTotal,
        ...(isTonerLow(printer) ? { isTonerLow: true } : {}),
      };
  }
}

/** The printer's count of finished pages; null when it does not count. One page is one sheet here: we print one-sided. */
export function pagesPrintedOf(job: IppAttributes, pagesTotal: number): number | null {
  const count = integer(job, 'job-impressions-completed') ?? integer(job, 'job-media-sheets-completed');
  return count === null ? null : Math.min(Math.max(count, 0), pagesTotal);
}
