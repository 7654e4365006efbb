/**
 * One thing that everybody may know, kept on disk as it was last fetched and well: there from the first second, with
 * the central API or without it, and asked for again now and then.
 */
import type * as z from 'zod';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { ReferenceDataRepository } from '../store/reference-data-repository.ts';
import { backoffSeconds } from '../sync/backoff.ts';
import type { After } from '../sync/lanes.ts';
import type { KnownAnswers } from '../tenant-api/tenant-api.ts';

export interface ReferenceData<Value> {
  /** As it was last fetched; null until then. */
  read(): Value | null;
  start(): void;
  /** The API answers again: what could not be fetched is asked for again soon. */
  wake(): void;
  stop(): void;
}

/** A third earlier or later: kiosks that were switched on together do not ask together for long. */
const JITTER = 1 / 3;

/** What is on disk is good enough for that long: all kiosks of the landlord may have started at this very minute. */
const START_SPREAD_SECONDS = 60;

/** The whole landlord's kiosks hear at the same instant that the API is back. */
const WAKE_SPREAD_SECONDS = 60;

export function createReferenceData<Value>(from: {
  /** Its row on disk. */
  name: string;
  schema: z.ZodType<Value>;
  /** Reads from the API; what is new is put into `known`. */
  fetch: (known: KnownAnswers) => Promise<Result<Value>>;
  everySeconds: number;
  rows: ReferenceDataRepository;
  /** It was asked for again, whatever came of it: what is kept may be new, or too old by now. */
  onTried?: () => void;
  after: After;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** At least 0 and less than 1. */
  random?: () => number;
}): ReferenceData<Value> {
  const { name, schema, fetch, everySeconds, rows, onTried, after, log } = from;
  const { now = Date.now, random = Math.random } = from;
  let kept = readRow();
  let failures = 0;
  let isFetching = false;
  let isStopped = false;
  let callOff = () => {};

  return {
    read: () => kept?.value ?? null,
    start: () => wait(kept === null ? 0 : random() * START_SPREAD_SECONDS),
    wake() {
      if (failures > 0 && !isFetching) wait(random() * WAKE_SPREAD_SECONDS);
    },
    stop() {
      isStopped = true;
      callOff();
    },
  };

  function wait(seconds: number): void {
    callOff();
    if (!isStopped) callOff = after(seconds, () => void refresh());
  }

  async function refresh(): Promise<void> {
    isFetching = true;
    let version: string | null = null;
    const answer = await fetch({
      of: <Known>() => (kept ? { etag: kept.version, value: kept.value as unknown as Known } : null),
      keep: (_question, etag) => {
        version = typeof etag === 'string' ? etag : '';
      },
      forget: () => undefined,
    });
    isFetching = false;
    if (isStopped) return;
    if (!answer.ok) {
      failures += 1;
      log.info('information.not-fetched', { name, code: answer.error.code, failures });
      wait(Math.min(everySeconds, backoffSeconds(failures, answer.error.retryAfterSeconds ?? 0, random)));
    } else {
      failures = 0;
      keep(answer.value, version ?? '');
      wait(everySeconds * (1 + JITTER * (2 * random() - 1)));
    }
    onTried?.();
  }

  function keep(value: Value, version: string): void {
    const isSame = kept !== null && version !== '' && kept.version === version;
    // A disk that does not do what it is asked is told of by the log, and by the part that watches over it.
    if (isSame) {
      rows.confirm(name, now());
      return;
    }
    kept = { value, version };
    rows.write({ name, version, content: JSON.stringify(value), fetchedAt: now() });
    log.info('information.changed', { name });
  }

  /** Null for what was never fetched, and for what another version of the program has written in another shape. */
  function readRow(): { value: Value; version: string } | null {
    const row = rows.read(name);
    if (!row.ok || row.value === null) return null;
    const parsed = schema.safeParse(parseJson(row.value.content));
    if (parsed.success) return { value: parsed.data, version: row.value.version };
    log.warn('information.row-refused', { name });
    return null;
  }
}

/** Undefined for what is no JSON, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
