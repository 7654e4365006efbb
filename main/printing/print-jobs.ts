/** The documents that the person in front of the kiosk has asked for on paper. */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PrintJob, Result } from '../../preload/contract.ts';
import type { Facts, Log } from '../log/log.ts';
import type { Printer } from './printer.ts';

export interface PrintJobs {
  /**
   * Draws a document and prints it once; `onChange` tells each state, from `preparing` to `completed`, `cancelled`
   * or `failed`. Refused with PRINTER_BUSY when too many jobs wait already.
   */
  start(prepare: PrepareDocument): Result<{ jobId: string }>;
  /** Does nothing for a job that has ended. */
  cancel(jobId: string): void;
  /**
   * The session ends: every job is cancelled, at the printer too. Resolves when that is done, after 5 s at the
   * latest; nothing of these jobs is told from then on, while a printer that is slow to answer goes on being asked.
   */
  cancelAll(): Promise<void>;
}

/** Draws the document when it is needed. Its bytes are let go when the job ends. */
export type PrepareDocument = (signal: AbortSignal) => Promise<Result<PreparedDocument>>;

export interface PreparedDocument {
  pdf: Uint8Array;
  pageCount: number;
}

interface RunningJob {
  readonly jobId: string;
  readonly cancellation: AbortController;
  readonly startedAtMs: number;
  /** True once its session is over. */
  isForgotten: boolean;
}

type State = PrintJob['state'];

/** Whoever asks for more at once is not waiting for paper. */
const MOST_JOBS = 3;
const CANCEL_ALL_PATIENCE_MS = 5_000;

export function createPrintJobs(parts: {
  printer: Printer;
  log: Log;
  onChange: (job: PrintJob) => void;
  newId?: () => string;
}): PrintJobs {
  const { printer, log, onChange, newId = randomUUID } = parts;
  const running = new Map<RunningJob, Promise<void>>();
  const takeTurn = createTurns();
  /** The jobs begun while what an earlier run left at the printer is still being called off. */
  let early: Set<string> | null = new Set();
  void printer
    .callOffLeftovers((name) => early?.has(name) ?? true)
    .finally(() => {
      early = null;
    });

  async function run(job: RunningJob, prepare: PrepareDocument): Promise<void> {
    // Whoever asked learns the job's id before its first news.
    await nextTurn();
    try {
      for await (const state of statesOf(job, prepare)) tell(job, state);
    } catch (error) {
      log.error('printing.broke', {
        jobId: job.jobId,
        error: error instanceof Error ? error.name : typeof error,
      });
      tell(job, { name: 'failed', error: { code: 'INTERNAL' } });
    } finally {
      running.delete(job);
    }
  }

  async function* statesOf(job: RunningJob, prepare: PrepareDocument): AsyncGenerator<State> {
    const { signal } = job.cancellation;
    yield { name: 'preparing' };
    const prepared = await unlessAborted(signal, () => prepare(signal));
    if (prepared === 'aborted') {
      yield { name: 'cancelled' };
      return;
    }
    if (!prepared.ok) {
      yield { name: 'failed', error: prepared.error };
      return;
    }
    const { pdf, pageCount } = prepared.value;
    const turn = takeTurn();
    try {
      if (!turn.isNow) yield { name: 'waiting', need: 'busy', pagesTotal: pageCount };
      if ((await unlessAborted(signal, () => turn.comes)) === 'aborted') {
        yield { name: 'cancelled' };
        return;
      }
      // The job's own id as its name: the printer's display and history then hold nothing of a person.
      yield* printer.print({ pdf, pageCount, jobName: job.jobId }, signal);
    } finally {
      turn.pass();
    }
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
    start(prepare) {
      if (running.size >= MOST_JOBS) return { ok: false, error: { code: 'PRINTER_BUSY' } };
      const job: RunningJob = {
        jobId: newId(),
        cancellation: new AbortController(),
        startedAtMs: performance.now(),
        isForgotten: false,
      };
      early?.add(job.jobId);
      running.set(job, run(job, prepare));
      return { ok: true, value: { jobId: job.jobId } };
    },

    cancel(jobId) {
      for (const job of running.keys()) if (job.jobId === jobId) job.cancellation.abort();
    },

    async cancelAll() {
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

interface Turn {
  readonly isNow: boolean;
  readonly comes: Promise<void>;
  /** Lets the next one have its turn; also right for one who leaves before its own has come. */
  pass(): void;
}

/** One after the other, in the order of asking: a printer is given one document at a time. */
function createTurns(): () => Turn {
  let lastEnds: Promise<void> = Promise.resolve();
  let inLine = 0;
  return () => {
    const comes = lastEnds;
    const isNow = inLine === 0;
    const passed = Promise.withResolvers<void>();
    inLine += 1;
    lastEnds = comes
      .then(() => passed.promise)
      .then(() => {
        inLine -= 1;
      });
    return { isNow, comes, pass: passed.resolve };
  };
}

/** Does not wait for work that does not heed its signal. */
async function unlessAborted<Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value | 'aborted'> {
  if (signal.aborted) return 'aborted';
  const aborted = Promise.withResolvers<'aborted'>();
  const onAbort = () => aborted.resolve('aborted');
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([work(), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
