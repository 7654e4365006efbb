/**
 * One request and its answer: what every operation generated from openapi.yaml calls.
 * What can go wrong out there comes back as a value with a code of the kiosk.
 */
import type { Readable } from 'node:stream';
import { type AxiosRequestConfig, isAxiosError } from 'axios';
import type { ErrorCode } from '../../preload/contract.ts';
import { type Answer, type ApiFailure, endedBy, unanswered } from './answer.ts';
import { certificateTrouble } from './certificate-trouble.ts';
import type { Connection, RequestOutcome } from './connection.ts';
import type { ExpectedAnswer } from './expected-answers.ts';
import { type Identity, identityHeaders } from './identity.ts';
import { judge, timeThere, type Verdict } from './judge.ts';
import type { KnownAnswers } from './known-answers.ts';
import { NOT_PINNED } from './pinned.ts';
import { isTokenProblem } from './problem.ts';

export interface SendOptions<Value> {
  connection: Connection;
  expected: ExpectedAnswer<Value>;
  identity: Identity;
  /** For every write: UUID version 7, the same on every try of the same write. */
  idempotencyKey?: string;
  /** For a piece of an upload: where it goes. */
  uploadOffset?: number;
  /** For a read: what was answered before, and is asked for again only if it has changed. */
  known?: KnownAnswers;
  /** Ends the request; its reason is the error code to answer with. See `within`. */
  signal: AbortSignal;
}

/**
 * How often a request goes out when the connection breaks under it, a kept-alive one that the other side had closed
 * for instance. Safe, because the API takes a read or a write with the same key as one. What is deposited is tried
 * again by the outbox, at its own pace.
 */
const TRIES: Readonly<Record<Identity['kind'], number>> = {
  nobody: 2,
  signed: 2,
  kiosk: 2,
  tenant: 2,
  staff: 2,
  deposit: 1,
};

/** Generated paths are put together from ids without escaping them, so nothing but ids may stand there. */
const SAFE_PATH = /^(\/[A-Za-z0-9_-]+)+$/;

export async function send<Value>(
  config: AxiosRequestConfig,
  options?: SendOptions<Value>,
): Promise<Answer<Value>> {
  if (!options) throw new TypeError('a request needs a connection and an identity');
  if (!SAFE_PATH.test(config.url ?? '')) throw new TypeError('a path is made of plain names and ids');

  for (let tries = 1; ; tries++) {
    const outcome = await sendOnce(config, options);
    if (outcome.connectionBroke && tries < TRIES[options.identity.kind]) continue;
    return outcome.answer;
  }
}

interface Outcome<Value> extends Omit<Verdict<Value>, 'answeredBy'> {
  answeredBy: RequestOutcome['answeredBy'];
  connectionBroke: boolean;
}

async function sendOnce<Value>(
  config: AxiosRequestConfig,
  options: SendOptions<Value>,
): Promise<Outcome<Value>> {
  const { connection, signal } = options;
  const startedAt = performance.now();
  const outcome = await exchange(config, options);
  const durationMs = Math.round(performance.now() - startedAt);

  // A request that was called off says nothing about the API.
  const isCalledOff = signal.aborted && signal.reason !== 'API_TIMEOUT';
  if (!isCalledOff) {
    connection.onOutcome({ answeredBy: outcome.answeredBy, durationMs });
    if (!outcome.answer.ok) log(outcome.answer.failure);
  }
  return outcome;

  function log(failure: ApiFailure): void {
    // A token that has had its time is not a failure yet: whoever asked renews it and asks again.
    const event = isTokenProblem(failure) ? 'tenant-api.token-refused' : 'tenant-api.failed';
    connection.log.warn(event, {
      operation: options.expected.operationId,
      code: failure.error.code,
      status: failure.status,
      problem: failure.problemCode,
      durationMs,
      ...outcome.facts,
    });
  }
}

async function exchange<Value>(
  config: AxiosRequestConfig,
  options: SendOptions<Value>,
): Promise<Outcome<Value>> {
  const { connection, expected, identity, idempotencyKey, uploadOffset, known, signal } = options;
  const question = JSON.stringify([expected.operationId, config.url, config.params]);
  const before = known?.of<Value>(question) ?? null;
  try {
    const response = await connection.http.request<Readable>({
      ...config,
      signal,
      headers: {
        ...(config.headers as Record<string, string> | undefined),
        ...identityHeaders(identity),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
        ...(uploadOffset === undefined ? {} : { 'Upload-Offset': String(uploadOffset) }),
        ...(before === null ? {} : { 'If-None-Match': before.etag }),
      },
    });
    const now = connection.now();
    const verdict = await judge(response, { expected, identity: identity.kind, before, now, signal });
    // A captive portal or a proxy has a clock too, but not the one that matters.
    if (verdict.answeredBy === 'api') connection.hearTime(timeThere(response));
    if (verdict.answer.ok) known?.keep(question, response.headers.etag, verdict.answer.value);
    return { ...verdict, connectionBroke: false };
  } catch (error) {
    if (signal.aborted) {
      return { answer: endedBy(signal), answeredBy: 'nobody', facts: {}, connectionBroke: false };
    }
    const cause = codeOf(error);
    // An answer that is no HTTP, or that cannot be unpacked, comes from something, though hardly from the API.
    const isAnswered = NOT_HTTP.test(cause) || cause === NOT_PINNED;
    return {
      answer: unanswered({ code: codeFor(cause) }),
      answeredBy: isAnswered ? 'somethingElse' : 'nobody',
      facts: { cause },
      connectionBroke: CONNECTION_BROKE.includes(cause),
    };
  }
}

const CONNECTION_BROKE = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];

function codeFor(cause: string): ErrorCode {
  return certificateTrouble(cause) ?? (NOT_HTTP.test(cause) ? 'API_BROKEN_ANSWER' : 'API_UNREACHABLE');
}

/** Node's HTTP parser names its refusals HPE_…, zlib Z_… */
const NOT_HTTP = /^(HPE_|Z_)/;

/**
 * Of an error nothing but its code is looked at: an axios error carries the request, and with it tokens and
 * passwords. What is neither axios's nor the system's is a bug and goes on.
 */
function codeOf(error: unknown): string {
  if (isAxiosError(error)) return error.code ?? 'unknown';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
