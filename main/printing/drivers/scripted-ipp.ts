/** An IPP printer in memory and a clock that runs as fast as it is read, for tests of the driver. */
import type { AskPrinter, Exchange, ExchangeFailure } from './ipp-exchange.ts';
import type { IppAttributes, IppOperation, IppRequest } from './ipp-message.ts';
import type { Clock } from './ipp-times.ts';

type Values = Readonly<Record<string, unknown>>;

/** Answers each question in turn; the last answer is given again and again. */
export type Script = Partial<Record<IppOperation, readonly Exchange[]>>;

export interface ScriptedIpp {
  readonly ask: AskPrinter;
  readonly clock: Clock;
  readonly asked: readonly { operation: IppOperation; request: IppRequest; document?: Uint8Array }[];
  countOf(operation: IppOperation): number;
  /** Called before each answer to this operation. */
  onAsked(operation: IppOperation, act: () => void): void;
}

const READY_PRINTER = {
  'printer-state': 'idle',
  'printer-state-reasons': 'none',
  'printer-is-accepting-jobs': true,
  'printer-up-time': 1_000,
  'document-format-supported': ['application/octet-stream', 'application/pdf'],
  'media-ready': 'iso_a4_210x297mm',
};

const ACCEPTED_JOB = { 'job-id': 7, 'job-uuid': 'urn:uuid:ours', 'job-state': 'pending' };

export function createScriptedIpp(script: Script): ScriptedIpp {
  const full: Record<IppOperation, readonly Exchange[]> = {
    'Get-Printer-Attributes': [aPrinter({})],
    'Validate-Job': [anAnswer('successful-ok')],
    'Print-Job': [anAnswer('successful-ok', { job: ACCEPTED_JOB })],
    'Get-Job-Attributes': [aJob('completed')],
    'Get-Jobs': [anAnswer('successful-ok')],
    'Cancel-Job': [anAnswer('successful-ok')],
    ...script,
  };
  const asked: { operation: IppOperation; request: IppRequest; document?: Uint8Array }[] = [];
  const acts = new Map<IppOperation, () => void>();
  const counts = new Map<IppOperation, number>();
  const countOf = (operation: IppOperation) => counts.get(operation) ?? 0;
  let nowMs = 0;

  return {
    asked,
    countOf,
    onAsked: (operation, act) => void acts.set(operation, act),
    async ask(_uri, request, { document, timeoutMs }) {
      const { operation } = request;
      counts.set(operation, countOf(operation) + 1);
      asked.push({ operation, request, ...(document && { document }) });
      acts.get(operation)?.();
      const answers = full[operation];
      const answer = answers[Math.min(countOf(operation), answers.length) - 1];
      if (!answer) throw new Error(`The script has no answer to ${operation}.`);
      // A printer that says nothing costs the whole time that it was given.
      if (!answer.ok && answer.failure.kind === 'lost') nowMs += timeoutMs;
      return answer;
    },
    clock: {
      nowMs: () => nowMs,
      async wait(ms, signal) {
        if (!signal?.aborted) nowMs += ms;
      },
    },
  };
}

export function anAnswer(
  status: string,
  groups: { printer?: Values; job?: Values; jobs?: readonly Values[]; unsupported?: Values } = {},
): Exchange {
  return {
    ok: true,
    answer: {
      isSuccess: status.startsWith('successful-ok'),
      status,
      printer: attributesOf(groups.printer),
      job: attributesOf(groups.job),
      jobs: (groups.jobs ?? []).map(attributesOf),
      unsupported: attributesOf(groups.unsupported),
    },
  };
}

/** A printer that would print, but for what is said otherwise. */
export function aPrinter(values: Values): Exchange {
  return anAnswer('successful-ok', { printer: { ...READY_PRINTER, ...values } });
}

export function aJob(state: string, values: Values = {}): Exchange {
  return anAnswer('successful-ok', {
    job: {
      'job-state': state,
      'job-state-reasons': 'none',
      'job-uuid': ACCEPTED_JOB['job-uuid'],
      'job-printer-up-time': 1_001,
      'time-at-creation': 1_000,
      ...values,
    },
  });
}

export function noAnswer(kind: 'lost' | 'neverSent'): Exchange {
  return { ok: false, failure: { kind, cause: 'TEST' } };
}

export function notIpp(httpStatus: number | null): Exchange {
  const failure: ExchangeFailure = { kind: 'notIpp', httpStatus };
  return { ok: false, failure };
}

export function attributesOf(values: Values = {}): IppAttributes {
  return new Map(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  );
}
