import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Handle } from '../loopback-server.ts';
import { type RequestBody, readBody, readBytes } from '../request-body.ts';
import { type Answer, problem } from './answer.ts';
import { type Clock, instantOf } from './clock.ts';
import type { ApiRequest, Contract, Trace } from './contract.ts';
import { unlessKnown } from './etag.ts';
import type { Effect, Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const NO_BYTES = Buffer.alloc(0);

/** What goes out: an answer in bytes, or none. */
type Outgoing =
  | { kind: 'whole'; status: number; headers: Record<string, string>; text: string }
  | { kind: 'half'; status: number; headers: Record<string, string>; text: string }
  | { kind: 'cut' }
  | { kind: 'silence' };

/** One request from its first byte to its last, faults included. */
export function createRequestHandler(api: {
  contract: Contract;
  faults: Faults;
  log: RequestLog;
  clock: Clock;
}): Handle {
  const { contract, faults, log, clock } = api;

  return async (request, response, stopping) => {
    const receivedAt = instantOf(clock.nowMilliseconds());
    const method = request.method ?? '';
    const target = request.url ?? '';
    const operationId = contract.operationIdOf({ method, path: pathOf(target) });
    const trace: Trace = { kioskId: null, isReplay: false };
    const wantsBytes = contract.wantsBytes(operationId);
    const bytes = wantsBytes ? await readBytes(request, MAX_BODY_BYTES) : NO_BYTES;
    const body = wantsBytes ? bodyOfBytes(bytes) : await readBody(request, MAX_BODY_BYTES);
    const fault = faults.take(operationId);

    // A slow API is slow at its work, too: who stops waiting for it has not called the request back.
    if (fault && !(await isWaitedOut(fault.latencyMilliseconds, stopping))) return;
    const outgoing = await outgoingOf(fault?.effect, () =>
      answerOf(request, body, bytes ?? NO_BYTES, operationId, trace),
    );
    log.add({
      receivedAt,
      method,
      target,
      operationId,
      kioskId: trace.kioskId,
      idempotencyKey: headerOf(request, 'idempotency-key'),
      status: 'status' in outgoing ? outgoing.status : null,
      isReplay: trace.isReplay,
      isFaulty: fault !== null,
    });
    // The API's own time: kiosks put theirs right by it.
    response.setHeader('Date', new Date(clock.nowMilliseconds()).toUTCString());
    if (!response.destroyed) await deliver(outgoing, response, stopping);
  };

  async function answerOf(
    request: IncomingMessage,
    body: RequestBody,
    bytes: Buffer,
    operationId: string | null,
    trace: Trace,
  ): Promise<Answer> {
    switch (body.state) {
      case 'tooLarge':
        return problem('request.too_large');
      case 'notUtf8':
      case 'lost':
        return problem('request.invalid', { detail: 'the body must be whole and in UTF-8' });
      case 'read':
        break;
    }
    const answer = unlessKnown(
      headerOf(request, 'if-none-match'),
      await contract.handle(apiRequestOf(request, body.text, bytes), trace),
      contract.hasEtag(operationId),
    );
    const breaches = contract.breachesOf(operationId, answer);
    if (breaches.length === 0) return answer;
    console.error(`The sandbox would have broken the contract in ${operationId}:`, breaches);
    return problem('sandbox.broken', { detail: breaches.join('; ') });
  }
}

function bodyOfBytes(bytes: Buffer | null): RequestBody {
  return bytes === null ? { state: 'tooLarge' } : { state: 'read', text: '' };
}

async function outgoingOf(effect: Effect | undefined, answer: () => Promise<Answer>): Promise<Outgoing> {
  switch (effect?.kind) {
    case undefined:
      return whole(await answer());
    case 'status':
      return whole({
        status: effect.status,
        headers:
          effect.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(effect.retryAfterSeconds) },
        contentType: 'application/problem+json',
        body: { status: effect.status, code: effect.code ?? 'sandbox.fault' },
      });
    case 'body':
      return {
        kind: 'whole',
        status: effect.status,
        headers: { 'Content-Type': effect.contentType },
        text: effect.text,
      };
    case 'silence':
      return { kind: 'silence' };
    case 'cut': {
      if (effect.moment === 'beforeEffect') return { kind: 'cut' };
      const given = whole(await answer());
      return effect.moment === 'midAnswer' && given.text !== ''
        ? { ...given, kind: 'half' }
        : { kind: 'cut' };
    }
  }
}

function whole({ status, headers, contentType, body }: Answer) {
  return {
    kind: 'whole' as const,
    status,
    headers: { ...headers, ...(contentType === null ? {} : { 'Content-Type': contentType }) },
    text: contentType === null ? '' : JSON.stringify(body),
  };
}

async function deliver(outgoing: Outgoing, response: ServerResponse, stopping: AbortSignal): Promise<void> {
  switch (outgoing.kind) {
    case 'silence':
      await once(response, 'close', { signal: stopping }).catch((error: unknown) => {
        if (!stopping.aborted) throw error;
      });
      return;
    case 'cut':
      response.socket?.destroy();
      return;
    case 'half': {
      const bytes = begin(outgoing, response);
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
      return;
    }
    case 'whole':
      response.end(begin(outgoing, response));
      return;
  }
}

function begin(
  { status, headers, text }: Extract<Outgoing, { text: string }>,
  response: ServerResponse,
): Buffer {
  const bytes = Buffer.from(text);
  const length = status === 204 || status === 304 ? {} : { 'Content-Length': bytes.length };
  response.writeHead(status, { ...headers, ...length, 'Cache-Control': 'no-store' });
  return bytes;
}

/** False when the server stopped in the meantime. */
async function isWaitedOut(milliseconds: number, stopping: AbortSignal): Promise<boolean> {
  if (milliseconds === 0 || stopping.aborted) return !stopping.aborted;
  try {
    await delay(milliseconds, undefined, { signal: stopping });
    return true;
  } catch (error) {
    if (stopping.aborted) return false;
    throw error;
  }
}

function apiRequestOf(request: IncomingMessage, body: string, bytes: Buffer): ApiRequest {
  const target = request.url ?? '';
  const parameters = new URLSearchParams(target.slice(pathOf(target).length));
  const query = [...new Set(parameters.keys())].map((name) => {
    const [value = '', ...others] = parameters.getAll(name);
    return [name, others.length === 0 ? value : [value, ...others]] as const;
  });
  const headers = Object.keys(request.headers).map((name) => [name, headerOf(request, name) ?? ''] as const);
  return {
    method: request.method ?? '',
    path: pathOf(target),
    query: Object.fromEntries(query),
    headers: Object.fromEntries(headers),
    body,
    bytes,
  };
}

function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? '';
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
