/** From a document to a job that the printer has accepted, or a certain refusal; never twice. */
import type { ErrorCode, Result } from '../../../preload/contract.ts';
import type { PrintDocument, PrinterJobState } from '../printer.ts';
import type { IppConnection } from './ipp-connection.ts';
import type { Exchange, ExchangeFailure } from './ipp-exchange.ts';
import type { JobIdentity } from './ipp-job.ts';
import { MEDIA_ATTRIBUTES, mediaOf } from './ipp-media.ts';
import { type IppAnswer, type IppAttributes, integer, isFalse, keyword, keywords } from './ipp-message.ts';

const PDF = 'application/pdf';
const PRINTER_ATTRIBUTES = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'printer-up-time',
  'document-format-supported',
  'media-ready',
];

/** The printer has taken nothing and may take it later (RFC 8011, appendix B.1.5). */
const BUSY_STATUSES = ['server-error-busy', 'server-error-temporary-error', 'server-error-too-many-jobs'];
/** It is IPP that answers, but no printer stands under this path. */
const NO_PRINTER_STATUSES = ['client-error-not-found', 'client-error-gone'];

type Attempt =
  | { outcome: 'accepted'; job: JobIdentity }
  | { outcome: 'busy' }
  | { outcome: 'aborted' }
  | { outcome: 'failed'; code: ErrorCode };

/** Tells each change; returns the job to follow, or null when the last state told was final. */
export async function* sendDocument(
  connection: IppConnection,
  document: PrintDocument,
  signal: AbortSignal,
): AsyncGenerator<PrinterJobState, JobIdentity | null> {
  const { clock, times } = connection;
  const giveUpAtMs = clock.nowMs() + times.busyPatienceMs;
  yield { name: 'sending' };
  while (!signal.aborted) {
    const attempt = await tryToSend(connection, document, signal);
    switch (attempt.outcome) {
      case 'accepted':
        return attempt.job;
      case 'failed':
        yield { name: 'failed', error: { code: attempt.code } };
        return null;
      case 'busy':
        if (clock.nowMs() >= giveUpAtMs) {
          yield { name: 'failed', error: { code: 'PRINTER_BUSY' } };
          return null;
        }
        yield { name: 'waiting', need: 'busy', pagesTotal: document.pageCount };
        await clock.wait(times.busyRetryMs, signal);
        break;
      case 'aborted':
        break;
      default:
        attempt satisfies never;
    }
  }
  yield { name: 'cancelled' };
  return null;
}

export async function readPrinter({ ask, times }: IppConnection): Promise<Result<IppAttributes>> {
  const exchange = await ask(
    {
      operation: 'Get-Printer-Attributes',
      operationAttributes: { 'requested-attributes': PRINTER_ATTRIBUTES },
    },
    { timeoutMs: times.beforeSendingMs },
  );
  if (!exchange.ok) return failure(codeBeforeSending(exchange.failure));
  const { answer } = exchange;
  if (isBusy(answer)) return failure('PRINTER_BUSY');
  if (NO_PRINTER_STATUSES.includes(answer.status)) return failure('PRINTER_NOT_A_PRINTER');
  if (!answer.isSuccess) return failure('PRINTER_REFUSED');
  if (keyword(answer.printer, 'printer-state') === null) return failure('PRINTER_NOT_A_PRINTER');
  return { ok: true, value: answer.printer };
}

async function tryToSend(
  connection: IppConnection,
  document: PrintDocument,
  signal: AbortSignal,
): Promise<Attempt> {
  const { ask, clock, paper, times } = connection;
  const deadlineMs = clock.nowMs() + times.beforeSendingMs;
  const printer = await readPrinter(connection);
  if (!printer.ok) return attemptEndedBy(printer.error.code);
  if (!takesPdf(printer.value)) return attemptEndedBy('PRINTER_REFUSED');

  const job = {
    operationAttributes: { 'job-name': document.jobName, 'document-format': PDF },
    // Said each time: a printer's own settings are whatever somebody left, often Letter.
    jobAttributes: { ...mediaOf(paper, document), sides: 'one-sided', 'print-scaling': 'none' },
  };
  const validated = await ask(
    { operation: 'Validate-Job', ...job },
    { timeoutMs: Math.max(deadlineMs - clock.nowMs(), 1) },
  );
  const objection = objectionIn(validated);
  if (objection) return attemptEndedBy(objection);
  // The last moment at which nothing has been printed for certain.
  if (signal.aborted) return { outcome: 'aborted' };

  const sent = await ask(
    { operation: 'Print-Job', ...job },
    { timeoutMs: times.sendMs, document: document.pdf },
  );
  return attemptFrom(sent, integer(printer.value, 'printer-up-time'));
}

function takesPdf(printer: IppAttributes): boolean {
  const formats = keywords(printer, 'document-format-supported');
  // A printer that lists no formats has still to say so when it validates the job.
  return !isFalse(printer, 'printer-is-accepting-jobs') && (formats.length === 0 || formats.includes(PDF));
}

/** Why the printer would not print this; null when it would. */
function objectionIn(validated: Exchange): ErrorCode | null {
  if (!validated.ok) return codeBeforeSending(validated.failure);
  const { answer } = validated;
  if (isBusy(answer)) return 'PRINTER_BUSY';
  // Some small printers do not validate; they say no to the job itself, if they must.
  if (answer.status === 'server-error-operation-not-supported') return null;
  // It would print on some other paper.
  if (MEDIA_ATTRIBUTES.some((name) => answer.unsupported.has(name))) return 'PRINTER_REFUSED';
  return answer.isSuccess ? null : 'PRINTER_REFUSED';
}

function attemptFrom(sent: Exchange, printerUpTimeSeconds: number | null): Attempt {
  if (!sent.ok) return attemptEndedBy(codeOfFailedSend(sent.failure));
  const { answer } = sent;
  if (isBusy(answer)) return { outcome: 'busy' };
  if (!answer.isSuccess) return attemptEndedBy('PRINTER_REFUSED');
  const id = integer(answer.job, 'job-id');
  // Accepted, but there is no number to follow it by.
  if (id === null) return attemptEndedBy('PRINTER_OUTCOME_UNKNOWN');
  return {
    outcome: 'accepted',
    job: { id, uuid: keyword(answer.job, 'job-uuid'), createdAtUpTime: null, printerUpTimeSeconds },
  };
}

function codeOfFailedSend(failed: ExchangeFailure): ErrorCode {
  switch (failed.kind) {
    case 'neverSent':
      return 'PRINTER_UNREACHABLE';
    case 'lost':
      return 'PRINTER_OUTCOME_UNKNOWN';
    case 'notIpp':
      // HTTP's own refusals come before any printing (RFC 8010, section 3.4.3).
      return failed.httpStatus !== null && failed.httpStatus >= 400 && failed.httpStatus < 500
        ? 'PRINTER_REFUSED'
        : 'PRINTER_OUTCOME_UNKNOWN';
    default:
      return failed satisfies never;
  }
}

function codeBeforeSending(failed: ExchangeFailure): ErrorCode {
  return failed.kind === 'notIpp' ? 'PRINTER_NOT_A_PRINTER' : 'PRINTER_UNREACHABLE';
}

function attemptEndedBy(code: ErrorCode): Attempt {
  return code === 'PRINTER_BUSY' ? { outcome: 'busy' } : { outcome: 'failed', code };
}

function isBusy(answer: IppAnswer): boolean {
  return BUSY_STATUSES.includes(answer.status);
}

function failure(code: ErrorCode): { ok: false; error: { code: ErrorCode } } {
  return { ok: false, error: { code } };
}
