import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isFromThisMachine } from '../from-this-machine.ts';
import { startLoopbackServer } from '../loopback-server.ts';
import { RefusedInput } from '../refused-input.ts';
import { readBody } from '../request-body.ts';
import { type Controlled, ROUTES } from './control-routes.ts';
import { type Reply, refusal } from './reply.ts';

/** The sandbox's hatch for people and tests, on a port of its own: no fault of the API ever blocks it. */
export interface ControlServer {
  /** Such as `http://127.0.0.1:41234`: the page for people, which also names all that tests can ask. */
  readonly url: string;
  /** May be called again. */
  stop(): Promise<void>;
}

/** A body of 100,000 entries has to fit. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

export async function startControlServer(world: Controlled): Promise<ControlServer> {
  const server = await startLoopbackServer(async (request, response) => {
    send(await replyTo(request, world), response);
  });
  return { url: server.origin, stop: () => server.stop() };
}

async function replyTo(request: IncomingMessage, world: Controlled): Promise<Reply> {
  if (!isFromThisMachine(request)) return refusal(403, 'Only this machine may ask.');
  const [path = ''] = (request.url ?? '').split('?', 1);
  const [first = '', ...others] = path.replace(/^\/+/, '').split('/');
  const name = decoded(others.join('/'));
  const route = ROUTES[`${request.method} /${first}${others.length > 0 ? '/*' : ''}`];
  if (!route || name === null) return refusal(404, 'There is nothing here.');

  const read = await readBody(request, MAX_BODY_BYTES);
  if (read.state !== 'read') return refusal(400, `The body could not be read: ${read.state}.`);
  const body = parsed(read.text);
  if (!body.ok) return refusal(400, 'The body is not JSON.');
  try {
    return await route.reply(world, { name, body: body.value });
  } catch (error) {
    if (error instanceof z.ZodError) return refusal(400, z.prettifyError(error));
    if (error instanceof RefusedInput) return refusal(400, error.message);
    throw error;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function send({ status, headers, content }: Reply, response: ServerResponse): void {
  response
    .writeHead(status, { ...headers, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    .end(content);
}
