/**
 * A scanner in the network that speaks eSCL (AirScan): it is asked what it can do and how it is, given a job, and asked
 * for one document after the other until there are no more. Whatever ends it, the scanner is told when it has to stop.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ErrorCode, Result } from '../../../../preload/contract.ts';
import type { Log } from '../../../log/log.ts';
import { DOCUMENT_LIMITS } from '../../gate/limits.ts';
import { recognise } from '../../gate/recognise.ts';
import type { ScanJob, Scanner, ScannerCondition } from '../scanner.ts';
import { type EsclCapabilities, readCapabilities } from './capabilities.ts';
import { type Answer, createExchange, type Exchange, type Question, type ScannerPlace } from './exchange.ts';
import { isWholeFile } from './is-whole-file.ts';
import { chooseSettings, type ScanSettings, settingsXml } from './scan-settings.ts';
import { type EsclStatus, readStatus } from './status.ts';

/** XML of the largest devices has some 60 kB. */
const MOST_XML_BYTES = 512 * 1024;
const WORDS_TIMEOUT_SECONDS = 8;
/** Warming its lamp up, and the slowest of sheets. */
const SHEET_TIMEOUT_SECONDS = 60;
const BUSY_PATIENCE_SECONDS = 20;
/** Twenty sheets of a slow feeder. */
const SCAN_LIMIT_SECONDS = 300;
/** Between two questions while it is at work, where it does not say. */
const PAUSE_SECONDS = 1;
const LONGEST_PAUSE_SECONDS = 5;

const OK = 200;
const CREATED = 201;
const NOT_FOUND = 404;
const CONFLICT = 409;
const GONE = 410;
const UNAVAILABLE = 503;

type Failed = { ok: false; error: { code: ErrorCode } };

export function createEsclScanner(
  place: ScannerPlace,
  parts: {
    log: Log;
    exchange?: Exchange;
    /** Rejects when the signal aborts. */
    pause?: (seconds: number, signal: AbortSignal) => Promise<void>;
  },
): Scanner {
  const { log, exchange = createExchange(place), pause = pauseFor } = parts;
  const root = new URL(place.url).pathname.replace(/\/*$/, '/');

  return {
    async scan(job) {
      const limit = AbortSignal.timeout(SCAN_LIMIT_SECONDS * 1_000);
      const signal = AbortSignal.any([job.signal, limit]);
      const answer = await unlessAborted(signal, () => scanAll({ ...job, signal }));
      if (!answer.ok) log.warn('scanner.failed', { code: answer.error.code });
      return answer;
    },

    async check() {
      const signal = AbortSignal.timeout(WORDS_TIMEOUT_SECONDS * 1_000);
      return unlessAborted(signal, () => look(signal));
    },
  };

  async function look(signal: AbortSignal): Promise<Result<ScannerCondition>> {
    const capabilities = await askCapabilities(signal);
    if (!capabilities.ok) return capabilities;
    const status = await askStatus(signal);
    if (!status.ok) return status;
    const { state, feeder, trouble } = status.value;
    if (trouble) return failed(trouble);
    if (state === 'stopped') return failed('SCANNER_STOPPED');
    const { model } = capabilities.value;
    return {
      ok: true,
      value: {
        state: state === 'idle' ? 'ready' : 'busy',
        model,
        feeder: capabilities.value.feeder ? feeder : null,
      },
    };
  }

  async function scanAll(job: ScanJob): Promise<Result<void>> {
    const capabilities = await askCapabilities(job.signal);
    if (!capabilities.ok) return capabilities;
    const status = await askUntilIdle(job.signal);
    if (!status.ok) return status;
    const settings = settingsFor(capabilities.value, status.value);
    if (!settings.ok) return settings;
    const begun = await begin(capabilities.value.version, settings.value, job.signal);
    if (!begun.ok) return begun;
    let hasEnded = false;
    try {
      const fetched = await fetchAll(begun.value, settings.value, job);
      hasEnded = fetched.ok && settings.value.source === 'Feeder';
      return fetched;
    } finally {
      // A job that ended by itself is gone already; one that did not would keep the scanner from whoever comes next.
      if (!hasEnded) await stop(begun.value);
    }
  }

  /** From the feeder when something lies in it. */
  function settingsFor({ platen, feeder }: EsclCapabilities, status: EsclStatus): Result<ScanSettings> {
    const isFed = feeder !== null && (status.feeder === 'loaded' || (!platen && status.feeder === null));
    const abilities = isFed ? feeder : platen;
    if (!abilities) return failed('SCANNER_NO_PAPER');
    const settings = chooseSettings(isFed ? 'Feeder' : 'Platen', abilities);
    return settings ? { ok: true, value: settings } : failed('SCANNER_BROKEN_ANSWER');
  }

  /** The path of the job. */
  async function begin(
    version: string,
    settings: ScanSettings,
    signal: AbortSignal,
  ): Promise<Result<string>> {
    const body = settingsXml(version, settings);
    const answer = await whileBusy(signal, () =>
      say({ method: 'POST', path: `${root}ScanJobs`, body, signal }),
    );
    if (!answer.ok) return answer;
    if (answer.value.status !== CREATED) return failed(await reason('SCANNER_BROKEN_ANSWER', signal));
    const path = pathIn(answer.value.location);
    return path === null ? failed('SCANNER_BROKEN_ANSWER') : { ok: true, value: path };
  }

  async function fetchAll(jobPath: string, settings: ScanSettings, job: ScanJob): Promise<Result<void>> {
    for (let taken = 0; ; taken += 1) {
      const file = await fetchNext(jobPath, taken, job.signal);
      if (!file.ok || file.value === null) return file.ok ? { ok: true, value: undefined } : file;
      const kept = await job.take(file.value);
      if (!kept.ok) return kept;
      // One sheet lies on the glass, whatever else the scanner would like to hand over.
      if (settings.source === 'Platen') return { ok: true, value: undefined };
    }
  }

  /** Null after the last one. */
  async function fetchNext(
    jobPath: string,
    taken: number,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array | null>> {
    const answer = await whileBusy(signal, () =>
      exchange({
        method: 'GET',
        path: `${jobPath}/NextDocument`,
        limitBytes: DOCUMENT_LIMITS.fileBytes,
        timeoutSeconds: SHEET_TIMEOUT_SECONDS,
        signal,
      }),
    );
    if (!answer.ok) {
      const { code } = answer.error;
      return code === 'SCANNER_UNREACHABLE' ? failed(await reason(code, signal)) : answer;
    }
    const { status, body } = answer.value;
    switch (status) {
      case OK:
        return isScan(body) ? { ok: true, value: body } : failed('SCANNER_BROKEN_ANSWER');
      case NOT_FOUND: {
        const why = await reason(taken === 0 ? 'SCANNER_NO_PAPER' : null, signal);
        return why === null ? { ok: true, value: null } : failed(why);
      }
      case CONFLICT:
      case GONE:
        return failed(await reason('SCANNER_STOPPED', signal));
      default:
        return failed(await reason('SCANNER_BROKEN_ANSWER', signal));
    }
  }

  /** Why a job went wrong, when the scanner knows; what was thought of it otherwise. */
  async function reason<Otherwise extends ErrorCode | null>(
    otherwise: Otherwise,
    signal: AbortSignal,
  ): Promise<ErrorCode | Otherwise> {
    const status = await askStatus(signal);
    return (status.ok && status.value.trouble) || otherwise;
  }

  async function askCapabilities(signal: AbortSignal): Promise<Result<EsclCapabilities>> {
    return understood(
      await whileBusy(signal, () => say({ method: 'GET', path: `${root}ScannerCapabilities`, signal })),
      readCapabilities,
    );
  }

  async function askStatus(signal: AbortSignal): Promise<Result<EsclStatus>> {
    return understood(await say({ method: 'GET', path: `${root}ScannerStatus`, signal }), readStatus);
  }

  /** Somebody may be at it from a desk. */
  async function askUntilIdle(signal: AbortSignal): Promise<Result<EsclStatus>> {
    for (let waited = 0; ; waited += PAUSE_SECONDS) {
      const status = await askStatus(signal);
      if (!status.ok) return status;
      const { state, trouble } = status.value;
      if (trouble) return failed(trouble);
      if (state === 'idle') return status;
      if (state === 'stopped') return failed('SCANNER_STOPPED');
      if (waited >= BUSY_PATIENCE_SECONDS) return failed('SCANNER_BUSY');
      await pause(PAUSE_SECONDS, signal);
    }
  }

  /** Asks again for as long as it says that it is not ready yet. */
  async function whileBusy(
    signal: AbortSignal,
    question: () => Promise<Result<Answer>>,
  ): Promise<Result<Answer>> {
    for (let waited = 0; ; ) {
      const answer = await question();
      if (!answer.ok || answer.value.status !== UNAVAILABLE) return answer;
      const wished = Math.max(PAUSE_SECONDS, answer.value.retryAfterSeconds ?? PAUSE_SECONDS);
      const seconds = Math.min(wished, LONGEST_PAUSE_SECONDS);
      if (waited + seconds > BUSY_PATIENCE_SECONDS) return failed('SCANNER_BUSY');
      await pause(seconds, signal);
      waited += seconds;
    }
  }

  /** Nobody waits for its answer but the next scan. */
  async function stop(jobPath: string): Promise<void> {
    const signal = AbortSignal.timeout(WORDS_TIMEOUT_SECONDS * 1_000);
    await say({ method: 'DELETE', path: jobPath, signal });
  }

  async function say(words: Pick<Question, 'method' | 'path' | 'body' | 'signal'>): Promise<Result<Answer>> {
    const answer = await exchange({
      ...words,
      limitBytes: MOST_XML_BYTES,
      timeoutSeconds: WORDS_TIMEOUT_SECONDS,
    });
    return !answer.ok && answer.error.code === 'DOCUMENT_TOO_BIG' ? failed('SCANNER_BROKEN_ANSWER') : answer;
  }
}

/** The same scanner's, whatever host it names itself by: it is never followed elsewhere. */
function pathIn(location: string | null): string | null {
  const url = location === null ? null : URL.parse(location, 'http://scanner');
  const path = url?.pathname.replace(/\/+$/, '') ?? '';
  return path !== '' && path.length <= 300 ? path : null;
}

function understood<Value>(answer: Result<Answer>, read: (body: Uint8Array) => Value | null): Result<Value> {
  if (!answer.ok) return answer;
  const value = answer.value.status === OK ? read(answer.value.body) : null;
  return value === null ? failed('SCANNER_BROKEN_ANSWER') : { ok: true, value };
}

function isScan(file: Uint8Array): boolean {
  const kind = recognise(file);
  return (kind === 'jpeg' || kind === 'pdf') && isWholeFile(kind, file);
}

/** However far it has come. */
async function unlessAborted<Value>(
  signal: AbortSignal,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return failed('SCANNER_UNREACHABLE');
    throw error;
  }
}

async function pauseFor(seconds: number, signal: AbortSignal): Promise<void> {
  await delay(seconds * 1_000, undefined, { signal });
}

function failed(code: ErrorCode): Failed {
  return { ok: false, error: { code } };
}
