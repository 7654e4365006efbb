/** The documents that the person in front of the kiosk has asked for on paper. */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PrintJob, Result } from '../../preload/contract.ts';
import type { Facts, Log } from '../log/log.ts';
import { createPageBudget } from './page-budget.ts';
import type { PrinterRole, PrintersOfRole } from './printers-of-role.ts';
import { type PrepareDocument, type PreparedDocument, runJob } from './run-job.ts';
import { createTurns, type Turn } from './turns.ts';

export type { PrepareDocument, PreparedDocument } from './run-job.ts';

export interface PrintJobs {
  /**
   * Draws a document and prints it once, on a printer of this role; `onChange` tells each state, from `preparing` to
   * `completed`, `cancelled` or `failed`. Refused with PRINTER_BUSY when too many jobs wait already.
   */
  start(prepare: PrepareDocument, role?: PrinterRole): Result<{ jobId: string }>;
  /** The person has seen the pages and wants them. Does nothing for a job that does not wait for that. */
  confirm(jobId: string): void;
  /** The document that waits to be confirmed, the very bytes; else DOCUMENT_FAILED. */
  shown(jobId: string): Result<Uint8Array<ArrayBuffer>>;
  /** Does nothing for a job that has ended. */
  cancel(jobId: string): void;
  /**
   * The session ends: every job is cancelled, at the printer too. Resolves when that is done, after 5 s at the
   * latest; nothing of these jobs is told from then on, while a printer that is slow to answer goes on being asked.
   */
  cancelAll(): Promise<void>;
}

export interface PrintLimits {
  /** Of one person. Receipts are not counted. */
  pagesPerSession: number;
  /** A longer document is shown before it is printed, unless it was seen already. */
  confirmAbovePages: number;
}

interface RunningJob {
  readonly jobId: string;
  readonly cancellation: AbortController;
  readonly confirmation: PromiseWithResolvers<void>;
  readonly startedAtMs: number;
  /** True once its session is over. */
  isForgotten: boolean;
  shown: PreparedDocument | null;
}

type State = PrintJob['state'];

/** Whoever asks for more at once is not waiting for paper. */
const MOST_JOBS = 3;
const CANCEL_ALL_PATIENCE_MS = 5_000;
const NO_LIMITS: PrintLimits = {
  pagesPerSession: Number.POSITIVE_INFINITY,
  confirmAbovePages: Number.POSITIVE_INFINITY,
};

export function createPrintJobs(parts: {
  printers: PrintersOfRole;
  limits?: PrintLimits;
  log: Log;
  onChange: (job: PrintJob) => void;
  newId?: () => string;
}): PrintJobs {
  const { printers, limits = NO_LIMITS, log, onChange, newId = randomUUID } = parts;
  const everyPrinter = new Set(Object.values(printers).flat());
  const turns = new Map([...everyPrinter].map((printer) => [printer, createTurns()]));
  const budget = createPageBudget(limits.pagesPerSession);
  const running = new Map<RunningJob, Promise<void>>();
  /** The jobs begun while what an earlier run left at the printer is still being called off. */
  let early: Set<string> | null = new Set();
  const leftovers = [...everyPrinter].map(({ printer }) =>
    printer.callOffLeftovers((name) => early?.has(name) ?? true),
  );
  void Promise.all(leftovers).finally(() => {
    early = null;
  });

  async function run(job: RunningJob, prepare: PrepareDocument, role: PrinterRole): Promise<void> {
    // Whoever asked learns the job's id before its first news.
    await nextTurn();
    const { jobId } = job;
    const states = runJob({
      jobId,
      prepare,
      printers: printers[role],
      // Whoever has paid gets the proof of it, whatever else was printed.
      budget: role === 'receipts' ? null : budget,
      confirmAbovePages: limits.confirmAbovePages,
      confirmed: job.confirmation.promise,
      signal: job.cancellation.signal,
      takeTurn: (printer) => turnAt(turns.get(printer)),
      show(document) {
        job.shown = document;
      },
      onPassedOver: ({ id }, code) => log.warn('printing.passed-over', { jobId, printerId: id, code }),
    });
    try {
      for await (const state of states) tell(job, state);
    } catch (error) {
      log.error('printing.broke', {
        jobId: job.jobId,
        error: error instanceof Error ? error.name : typeof error,
      });
      tell(job, { name: 'failed', error: { code: 'INTERNAL' } });
    } finally {
      job.shown = null;
      running.delete(job);
    }
  }

  function jobOf(jobId: string): RunningJob | undefined {
    return [...running.keys()].find((job) => job.jobId === jobId);
  }

  function tell(job: RunningJob, state: State): void {
    note(job, state);
    if (!job.isForgotten) onChange({ jobId: job.jobId, state });
  }

  function note({ jobId, startedAtMs }: RunningJob, state: State): void {
    const afterMs = Math.round(performance.now() - startedAtMs);
    const facts: Facts = { jobId, afterMs };
    switch (state.name) {
      case 'waiting':
        log.warn('printing.waiting', { ...facts, need: state.need });
        break;
      case 'failed':
        log.warn('printing.failed', { ...facts, code: state.error.code });
        break;
      case 'completed':
        log.info('printing.completed', { ...facts, pages: state.pagesTotal });
        break;
      case 'toConfirm':
        log.info('printing.to-confirm', { ...facts, pages: state.pagesTotal });
        break;
      case 'preparing':
      case 'sending':
      case 'cancelled':
        log.info(`printing.${state.name}`, facts);
        break;
      case 'printing':
        break;
      default:
        state satisfies never;
    }
  }

  return {
    start(prepare, role = 'statements') {
      if (running.size >= MOST_JOBS) return { ok: false, error: { code: 'PRINTER_BUSY' } };
      const job: RunningJob = {
        jobId: newId(),
        cancellation: new AbortController(),
        confirmation: Promise.withResolvers<void>(),
        startedAtMs: performance.now(),
        isForgotten: false,
        shown: null,
      };
      early?.add(job.jobId);
      running.set(job, run(job, prepare, role));
      return { ok: true, value: { jobId: job.jobId } };
    },

    confirm(jobId) {
      const job = jobOf(jobId);
      if (job?.shown) job.confirmation.resolve();
    },

    shown(jobId) {
      const document = jobOf(jobId)?.shown;
      return document
        ? { ok: true, value: new Uint8Array(document.pdf) }
        : { ok: false, error: { code: 'DOCUMENT_FAILED' } };
    },

    cancel(jobId) {
      jobOf(jobId)?.cancellation.abort();
    },

    async cancelAll() {
      budget.renew();
      const jobs = [...running];
      for (const [job] of jobs) job.cancellation.abort();
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, CANCEL_ALL_PATIENCE_MS);
      await Promise.race([Promise.all(jobs.map(([, ended]) => ended)), patience.promise]);
      clearTimeout(timer);
      for (const [job] of jobs) {
        job.isForgotten = true;
        if (running.delete(job)) log.warn('printing.still-cancelling', { jobId: job.jobId });
      }
    },
  };
}

function turnAt(takeTurn: (() => Turn) | undefined): Turn {
  if (!takeTurn) throw new TypeError('a printer without a line to wait in');
  return takeTurn();
}
