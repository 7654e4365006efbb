/** From a job that the printer has accepted to its end, and how it is cancelled. */
import { isFinal, type PrinterJobState } from '../printer.ts';
import type { IppConnection } from './ipp-connection.ts';
import {
  isEnded,
  JOB_ATTRIBUTES,
  type JobIdentity,
  jobStateOf,
  pagesPrintedOf,
  recogniseJob,
} from './ipp-job.ts';
import { type IppAttributes, keyword, keywords } from './ipp-message.ts';
import type { IppTimes } from './ipp-times.ts';

const OUTCOME_UNKNOWN: PrinterJobState = { name: 'failed', error: { code: 'PRINTER_OUTCOME_UNKNOWN' } };
const GIVEN_UP: PrinterJobState = { name: 'failed', error: { code: 'PRINTER_GIVEN_UP' } };

/** The printer knows of no such job: it has forgotten it, or was switched off. That says nothing of the paper. */
const FORGOTTEN_STATUSES = ['client-error-not-found', 'client-error-gone'];

/** Tells the job's state each time that the printer is asked; the last one is final. */
export async function* followJob(
  connection: IppConnection,
  accepted: JobIdentity,
  pagesTotal: number,
  signal: AbortSignal,
): AsyncGenerator<PrinterJobState> {
  const { clock, times } = connection;
  let identity = accepted;
  const startedAtMs = clock.nowMs();
  let heardAtMs = startedAtMs;
  let pageAtMs = startedAtMs;
  let movedAtMs = startedAtMs;
  let pagesPrinted: number | null = null;
  let last: PrinterJobState = { name: 'sending' };

  while (!signal.aborted) {
    const heard = await listen(connection, identity);
    const nowMs = clock.nowMs();
    switch (heard.outcome) {
      case 'forgotten':
        yield OUTCOME_UNKNOWN;
        return;
      case 'silent':
        if (nowMs - heardAtMs < times.lostAfterMs) break;
        yield OUTCOME_UNKNOWN;
        return;
      case 'heard': {
        identity = heard.identity;
        heardAtMs = nowMs;
        const pagesBefore: number = pagesPrinted ?? 0;
        const counted = connection.isQueue ? null : pagesPrintedOf(heard.job, pagesTotal);
        if (counted !== null) pagesPrinted = Math.max(counted, pagesBefore);
        if ((pagesPrinted ?? 0) > pagesBefore) {
          pageAtMs = nowMs;
          movedAtMs = nowMs;
        }
        const isStandingStill = nowMs - pageAtMs >= times.standingStillAfterMs;
        const state = jobStateOf(heard.job, heard.printer, { pagesTotal, pagesPrinted, isStandingStill });
        yield state.name === 'completed' && wasLostBehindQueue(heard.printer) ? OUTCOME_UNKNOWN : state;
        if (isFinal(state)) return;
        // Patience begins anew when the printer starts to wait, and when somebody has seen to it.
        if ((state.name === 'waiting') !== (last.name === 'waiting')) movedAtMs = nowMs;
        last = state;
        break;
      }
      default:
        heard satisfies never;
    }
    const isTooLong = nowMs - startedAtMs >= times.longestJobMs;
    if (isTooLong || nowMs - movedAtMs >= patienceMs(last, pagesTotal, times)) {
      const outcome = await cancelJob(connection, identity, pagesTotal);
      yield outcome.name === 'cancelled' ? GIVEN_UP : outcome;
      return;
    }
    await clock.wait(times.pollMs, signal);
  }
  yield await cancelJob(connection, identity, pagesTotal);
}

function patienceMs(state: PrinterJobState, pagesTotal: number, times: IppTimes): number {
  return state.name === 'waiting'
    ? times.patienceMs
    : times.patienceMs + pagesTotal * times.patiencePerPageMs;
}

/**
 * Cancels the job and tells what has become of it: `completed` when it was quicker. `cancelled` means that the
 * printer has agreed; a page that it has already drawn in may still come out.
 */
async function cancelJob(
  connection: IppConnection,
  followed: JobIdentity,
  pagesTotal: number,
): Promise<PrinterJobState> {
  const { ask, clock, times } = connection;
  const giveUpAtMs = clock.nowMs() + times.cancelPatienceMs;
  let identity = followed;
  let hasAgreed = false;
  for (;;) {
    // Asked each time before a cancellation is sent: the number may have become that of another job.
    const heard = await listen(connection, identity);
    if (heard.outcome === 'forgotten') return OUTCOME_UNKNOWN;
    if (heard.outcome === 'heard') {
      identity = heard.identity;
      const progress = { pagesTotal, pagesPrinted: null, isStandingStill: false };
      if (isEnded(heard.job)) return jobStateOf(heard.job, heard.printer, progress);
      if (hasAgreed && isStopping(heard.job)) return { name: 'cancelled' };
      if (!hasAgreed) {
        const cancelled = await ask(
          { operation: 'Cancel-Job', operationAttributes: { 'job-id': identity.id } },
          { timeoutMs: times.answerMs },
        );
        hasAgreed = cancelled.ok && cancelled.answer.isSuccess;
        if (hasAgreed) continue;
      }
    }
    if (clock.nowMs() >= giveUpAtMs) return hasAgreed ? { name: 'cancelled' } : OUTCOME_UNKNOWN;
    await clock.wait(times.pollMs);
  }
}

/** Agreed, and the printer finishes the page that it is at. */
function isStopping(job: IppAttributes): boolean {
  return keywords(job, 'job-state-reasons').includes('processing-to-stop-point');
}

/** The printer was switched off and on in the middle of it, and the queue took that for its end. */
function wasLostBehindQueue(printer: IppAttributes): boolean {
  return keywords(printer, 'printer-state-reasons').includes('cups-ipp-missing-job-history');
}

type Heard =
  | { outcome: 'heard'; identity: JobIdentity; job: IppAttributes; printer: IppAttributes }
  /** No answer this time. */
  | { outcome: 'silent' }
  /** The printer does not know the job any more. */
  | { outcome: 'forgotten' };

async function listen({ ask, times, isQueue }: IppConnection, known: JobIdentity): Promise<Heard> {
  const limits = { timeoutMs: times.answerMs };
  const asked = await ask(
    {
      operation: 'Get-Job-Attributes',
      operationAttributes: { 'job-id': known.id, 'requested-attributes': JOB_ATTRIBUTES },
    },
    limits,
  );
  if (!asked.ok) return { outcome: 'silent' };
  const { job, status, isSuccess } = asked.answer;
  if (FORGOTTEN_STATUSES.includes(status)) return { outcome: 'forgotten' };
  if (!isSuccess || keyword(job, 'job-state') === null) return { outcome: 'silent' };
  const identity = recogniseJob(known, job);
  if (!identity) return { outcome: 'forgotten' };
  if (isEnded(job) && !isQueue) return { outcome: 'heard', identity, job, printer: new Map() };

  const around = await ask(
    {
      operation: 'Get-Printer-Attributes',
      operationAttributes: { 'requested-attributes': ['printer-state', 'printer-state-reasons'] },
    },
    limits,
  );
  return { outcome: 'heard', identity, job, printer: around.ok ? around.answer.printer : new Map() };
}
