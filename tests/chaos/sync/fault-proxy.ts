/** What stands between a kiosk and the API in a bad hour: it forwards, and does to each request what it is told. */
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'latency'; readonly ms: number }
  /** It never arrives, and nobody says so. */
  | { readonly kind: 'lost' }
  /** The connection breaks: while the request is on its way, or in the middle of the answer to it. */
  | { readonly kind: 'reset'; readonly during: 'request' | 'answer' }
  /** The answer comes in small pieces over so long. */
  | { readonly kind: 'slowBody'; readonly ms: number }
  /** Something in between answers. `isReached`: it had handed the request over before. */
  | {
      readonly kind: 'status';
      readonly status: 429 | 500 | 502 | 503;
      readonly retryAfterSeconds: number | null;
      readonly isReached: boolean;
    }
  /** The API hears it twice; the kiosk hears one of the two answers. */
  | { readonly kind: 'twice'; readonly heard: 'first' | 'second' }
  /** The API has taken it at once; its answer takes so long. */
  | { readonly kind: 'lateAnswer'; readonly ms: number }
  /** The API hears it when the kiosk has long given up. */
  | { readonly kind: 'lateRequest'; readonly ms: number };

export interface FaultProxy {
  /** In place of the API's own origin. */
  readonly origin: string;
  /** From now on nothing goes wrong; whoever waits for what was lost hears that the connection broke. */
  calm(): void;
  /** Resolves when the API has heard all that it will hear. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const HOST = '127.0.0.1';
const PIECES = 8;

/** @param next what happens to the next request */
export async function startFaultProxy(apiOrigin: string, next: () => Trouble): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const forwarded = new Set<Promise<unknown>>();
  const limbo = new Set<ServerResponse>();
  let isCalm = false;

  const server = createServer((incoming, response) => {
    const handling = handle(incoming, response, isCalm ? { kind: 'none' } : next())
      // Whoever broke the connection, the kiosk or this proxy, the other side is told in the same way.
      .catch(() => response.destroy())
      .finally(() => forwarded.delete(handling));
    forwarded.add(handling);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://${HOST}:${port}`,
    calm() {
      isCalm = true;
      for (const response of limbo) response.destroy();
      limbo.clear();
    },
    async quiet() {
      while (forwarded.size > 0) await Promise.all(forwarded);
    },
    stop() {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  async function handle(
    incoming: IncomingMessage,
    response: ServerResponse,
    trouble: Trouble,
  ): Promise<void> {
    if (trouble.kind === 'reset' && trouble.during === 'request') {
      return breakOff(incoming);
    }
    const body = await bodyOf(incoming);
    const forward = () => forwardOnce(incoming, body);
    switch (trouble.kind) {
      case 'none':
        return answer(response, await forward());
      case 'latency':
        await delay(trouble.ms);
        return answer(response, await forward());
      case 'lost':
        if (isCalm) response.destroy();
        else limbo.add(response);
        return;
      case 'reset': {
        const heard = await forward();
        response.writeHead(heard.status, heard.headers);
        response.write(heard.body.subarray(0, heard.body.length / 2), () => response.destroy());
        return;
      }
      case 'slowBody':
        return answerInPieces(response, await forward(), trouble.ms);
      case 'status': {
        if (trouble.isReached) await forward();
        return answer(response, refusalOf(trouble));
      }
      case 'twice': {
        const [first, second] = await Promise.all([forward(), forward()]);
        return answer(response, trouble.heard === 'first' ? first : second);
      }
      case 'lateAnswer': {
        const heard = await forward();
        await delay(trouble.ms);
        return answer(response, heard);
      }
      case 'lateRequest':
        await delay(trouble.ms);
        return answer(response, await forward());
      default:
        return trouble satisfies never;
    }
  }

  /** The API hears the beginning of it. */
  async function breakOff(incoming: IncomingMessage): Promise<void> {
    const first = await firstPieceOf(incoming);
    if (first === null) {
      incoming.destroy();
      return;
    }
    const url = new URL(incoming.url ?? '/', apiOrigin);
    const sent = request(url, {
      method: incoming.method,
      headers: { ...incoming.headers, host: url.host },
    });
    // It breaks: that is what it is for.
    sent.on('error', () => undefined);
    const closed = new Promise((resolve) => sent.once('close', resolve));
    sent.write(first.subarray(0, Math.ceil(first.length / 2)), () => sent.destroy());
    await closed;
    incoming.destroy();
  }

  function forwardOnce(incoming: IncomingMessage, body: Buffer): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const url = new URL(incoming.url ?? '/', apiOrigin);
      const { 'transfer-encoding': _, ...headers } = incoming.headers;
      const sent = request(url, {
        agent,
        method: incoming.method,
        headers: { ...headers, host: url.host, 'content-length': body.length },
      });
      sent.on('error', reject);
      sent.on('response', (heard) => {
        bodyOf(heard).then((whole) => {
          resolve({ status: heard.statusCode ?? 0, headers: heard.headers, body: whole });
        }, reject);
      });
      sent.end(body);
    });
  }
}

/** Null when there is none. */
function firstPieceOf(incoming: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    incoming.once('data', resolve);
    for (const ending of ['end', 'close', 'error']) incoming.once(ending, () => resolve(null));
  });
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, { status, headers, body }: Heard): void {
  response.writeHead(status, headers).end(body);
}

async function answerInPieces(
  response: ServerResponse,
  { status, headers, body }: Heard,
  ms: number,
): Promise<void> {
  response.writeHead(status, headers);
  const size = Math.ceil(body.length / PIECES) || 1;
  for (let at = 0; at < body.length; at += size) {
    response.write(body.subarray(at, at + size));
    await delay(ms / PIECES);
  }
  response.end();
}

/** As proxies do it: with a page for people, or with nothing that makes sense. */
function refusalOf({ status, retryAfterSeconds }: Extract<Trouble, { kind: 'status' }>): Heard {
  const body = Buffer.from(`<html><title>${status}</title><h1>Something went wrong</h1></html>`);
  return {
    status,
    headers: {
      'content-type': 'text/html',
      'content-length': String(body.length),
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body,
  };
}
