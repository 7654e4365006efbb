import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isFromThisMachine } from '../from-this-machine.ts';
import { type LoopbackServer, startLoopbackServer } from '../loopback-server.ts';
import { RefusedInput } from '../refused-input.ts';
import { readBody } from '../request-body.ts';
import type { Desk } from './desk.ts';
import type { Journal } from './journal.ts';
import { customerSchema } from './plan.ts';
import type { Plans } from './plans.ts';

/** What stands in front of the terminal: hands, and whoever plans its troubles. */
export interface Controls {
  readonly desk: Desk;
  readonly plans: Plans;
  readonly journal: Journal;
  /** Network cable in or out: connections are refused while it is out. */
  setReachable(isReachable: boolean): Promise<void>;
}

const MAX_BODY_BYTES = 1024 * 1024;
const withinMs = z.int().min(0).max(60_000).default(0);
const cardSchema = z.strictObject({
  mode: z.enum(['contact', 'contactless']).default('contact'),
  isDeclined: z.boolean().default(false),
  withinMs,
});
const redButtonSchema = z.strictObject({ withinMs });
const networkSchema = z.strictObject({ isReachable: z.boolean() });

type Deed = (controls: Controls, body: unknown) => unknown;

/** All that can be asked. A deed that had nothing to act upon answers false. */
const DEEDS: Readonly<Record<string, Deed>> = {
  'GET /state': ({ desk, plans }) => ({ ...desk.state(), plans: plans.list() }),
  'GET /journal': ({ journal }) => ({ items: journal.entries() }),
  'DELETE /journal': ({ journal }) => journal.clear(),
  'PUT /customer': ({ desk }, body) => desk.setCustomer(customerSchema.parse(body)),
  'POST /plans': ({ plans }, body) => plans.add(body),
  'DELETE /plans': ({ plans }) => plans.clear(),
  'POST /card': ({ desk }, body) => {
    const { withinMs: patienceMs, ...card } = cardSchema.parse(body ?? {});
    return desk.presentCard(card, patienceMs);
  },
  'POST /red-button': ({ desk }, body) => desk.pressRedButton(redButtonSchema.parse(body ?? {}).withinMs),
  'PUT /network': ({ setReachable }, body) => setReachable(networkSchema.parse(body).isReachable),
};

export function startControlSurface(controls: Controls): Promise<LoopbackServer> {
  return startLoopbackServer(async (request, response) => {
    const { status, text } = await answerTo(request, controls);
    send(response, status, text);
  });
}

async function answerTo(
  request: IncomingMessage,
  controls: Controls,
): Promise<{ status: number; text: string }> {
  if (!isFromThisMachine(request)) return { status: 403, text: 'Only this machine may ask.' };
  const deed = DEEDS[`${request.method} ${request.url}`];
  if (!deed) return { status: 404, text: `There is: ${Object.keys(DEEDS).join(', ')}.` };
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body.state !== 'read') return { status: 400, text: `The body could not be read: ${body.state}.` };
  try {
    const result = await deed(controls, body.text === '' ? undefined : JSON.parse(body.text));
    if (result === false) return { status: 409, text: 'The terminal asks nobody for that now.' };
    const isSaying = typeof result === 'object';
    return isSaying ? { status: 200, text: JSON.stringify(result, null, 2) } : { status: 204, text: '' };
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, text: z.prettifyError(error) };
    if (error instanceof RefusedInput || error instanceof SyntaxError)
      return { status: 400, text: error.message };
    throw error;
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  const contentType = status === 200 ? 'application/json' : 'text/plain; charset=utf-8';
  response.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-store' }).end(text);
}
