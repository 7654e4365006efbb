/** Whether an answer is believed: only when its status, type, size, encoding and shape are those of the contract. */
import type { Readable } from 'node:stream';
import type { AxiosResponse } from 'axios';
import type { z } from 'zod';
import type { Facts } from '../log/log.ts';
import type { Answer } from './answer.ts';
import type { RequestOutcome } from './connection.ts';
import type { ExpectedAnswer } from './expected-answers.ts';
import type { Identity } from './identity.ts';
import type { KnownAnswer } from './known-answers.ts';
import { failureOf, problemSchema } from './problem.ts';
import { type BodyBreach, isEmpty, readJson } from './read-body.ts';
import { retryAfterSeconds } from './retry-after.ts';

export interface Verdict<Value> {
  answer: Answer<Value>;
  answeredBy: Exclude<RequestOutcome['answeredBy'], 'nobody'>;
  /** What the log may say about it. */
  facts: Facts;
}

type Breach = BodyBreach | 'status' | 'content-type' | 'unexpected-body' | 'schema';

const MAX_LOGGED_ISSUES = 5;

/** Rejects when the connection breaks while the body is being read. */
export async function judge<Value>(
  response: AxiosResponse<Readable>,
  asked: {
    expected: ExpectedAnswer<Value>;
    identity: Identity['kind'];
    /** What the request said that it knows already. */
    before: KnownAnswer<Value> | null;
    now: number;
    signal: AbortSignal;
  },
): Promise<Verdict<Value>> {
  const { status } = response;
  if (status === asked.expected.status) return judgeSuccess(response, asked);

  if (status === 304 && asked.before !== null) return judgeUnchanged(response, asked.before, asked.signal);

  const problem = {
    status,
    problemCode: null,
    retryAfterSeconds: retryAfterSeconds(response.headers['retry-after'], timeThere(response) ?? asked.now),
    identity: asked.identity,
  };
  if (status >= 500) {
    response.data.destroy();
    return { answer: { ok: false, failure: failureOf(problem) }, answeredBy: 'somethingElse', facts: {} };
  }
  if (status < 400) return broken(response, 'status');
  if (mediaTypeOf(response) !== 'application/problem+json') return broken(response, 'content-type');
  const body = await readJson(response.data, asked.signal);
  if (!body.ok) return broken(response, body.breach);
  const parsed = problemSchema.safeParse(body.value);
  if (!parsed.success) return broken(response, 'schema', parsed.error);
  const failure = failureOf({ ...problem, problemCode: parsed.data.code });
  return { answer: { ok: false, failure }, answeredBy: 'api', facts: {} };
}

async function judgeSuccess<Value>(
  response: AxiosResponse<Readable>,
  { expected, signal }: { expected: ExpectedAnswer<Value>; signal: AbortSignal },
): Promise<Verdict<Value>> {
  if (expected.status === 204) {
    if (!(await isEmpty(response.data, signal))) return broken(response, 'unexpected-body');
    return accept(undefined);
  }
  if (mediaTypeOf(response) !== 'application/json') return broken(response, 'content-type');
  const body = await readJson(response.data, signal, expected.maxBytes);
  return body.ok ? accept(body.value) : broken(response, body.breach);

  function accept(value: unknown): Verdict<Value> {
    const parsed = expected.body.safeParse(value);
    if (!parsed.success) return broken(response, 'schema', parsed.error);
    return { answer: { ok: true, value: parsed.data }, answeredBy: 'api', facts: {} };
  }
}

async function judgeUnchanged<Value>(
  response: AxiosResponse<Readable>,
  { value }: KnownAnswer<Value>,
  signal: AbortSignal,
): Promise<Verdict<Value>> {
  if (!(await isEmpty(response.data, signal))) return broken(response, 'unexpected-body');
  return { answer: { ok: true, value }, answeredBy: 'api', facts: {} };
}

function broken<Value>(
  response: AxiosResponse<Readable>,
  breach: Breach,
  invalid?: z.ZodError,
): Verdict<Value> {
  response.data.destroy();
  return {
    answer: {
      ok: false,
      failure: { error: { code: 'API_BROKEN_ANSWER' }, status: response.status, problemCode: null },
    },
    // JSON of another shape than the contract's is still the API's.
    answeredBy: breach === 'schema' ? 'api' : 'somethingElse',
    facts: invalid ? { breach, issues: describe(invalid) } : { breach },
  };
}

/** Where the contract was broken and how, never with what. */
function describe(invalid: z.ZodError): string {
  return invalid.issues
    .slice(0, MAX_LOGGED_ISSUES)
    .map((issue) => `${issue.path.map(String).join('.')}:${issue.code}`)
    .join(' ');
}

/** By the clock of whoever wrote the answer: the one here may have been set to another year. */
export function timeThere(response: AxiosResponse): number | null {
  const header: unknown = response.headers.date;
  const there = typeof header === 'string' ? Date.parse(header) : Number.NaN;
  return Number.isNaN(there) ? null : there;
}

function mediaTypeOf(response: AxiosResponse): string | null {
  const header: unknown = response.headers['content-type'];
  return typeof header === 'string' ? (header.split(';', 1)[0] ?? '').trim().toLowerCase() : null;
}
