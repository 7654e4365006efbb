/** A stand-in for tests: an HTTP server on this machine that answers as each test says, well or badly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';

export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Reply = (request: SeenRequest, response: ServerResponse) => void;

export interface ScriptedServer {
  baseUrl: string;
  seen: SeenRequest[];
  /** Of one operation, e.g. `GET /accounts`. Replaces the reply given before. */
  on(operation: string, reply: Reply): void;
  countOf(operation: string): number;
  close(): Promise<void>;
}

export const KIOSK_TOKEN = 'kiosk-token-of-twenty-characters';
export const TENANT_TOKEN = 'tenant-token-of-twenty-characters';
export const DEPOSIT_TOKEN = 'deposit-token-of-twenty-characters';

export const tenant = {
  id: 't-1',
  number: '123456',
  displayName: 'Mme Dupont',
  maskedEmail: 'd•••@exemple.fr',
  maskedMobile: null,
};

/** Knows how to give tokens and to sign anybody in; everything else is for the test to say. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const replies = new Map<string, Reply>([
    [
      'POST /kiosk-tokens',
      json(201, {
        token: KIOSK_TOKEN,
        expiresAt: '2999-01-01T00:00:00Z',
        kiosk: { id: 'k-1', agencyId: 'a-1' },
        wantsNewCredential: false,
      }),
    ],
    [
      'POST /tenant-sessions',
      json(201, {
        token: TENANT_TOKEN,
        expiresAt: '2999-01-01T00:00:00Z',
        depositToken: DEPOSIT_TOKEN,
        tenant,
      }),
    ],
    ['DELETE /tenant-sessions/current', (_request, response) => response.writeHead(204).end()],
  ]);
  const seen: SeenRequest[] = [];

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const request: SeenRequest = {
      method: incoming.method ?? '',
      path: url.pathname.replace(/^\/v1/, ''),
      query: Object.fromEntries(url.searchParams),
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(request);
    const reply = replies.get(`${request.method} ${request.path}`) ?? problem(404, 'path.unknown');
    reply(request, response);
  });
  const port = await listen(server);

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    on: (operation, reply) => replies.set(operation, reply),
    countOf: (operation) =>
      seen.filter((request) => `${request.method} ${request.path}` === operation).length,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A server that speaks whatever bytes it likes, for each connection it is given. */
export async function startRawServer(
  speak: (socket: Socket) => void,
): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    speak(socket);
  });
  const port = await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function json(status: number, body: unknown): Reply {
  return (_request, response) => {
    response
      .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(body));
  };
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return (_request, response) => {
    response
      .writeHead(status, { ...headers, 'Content-Type': 'application/problem+json' })
      .end(JSON.stringify({ status, code, title: 'For developers only' }));
  };
}

/** The first reply for the first request, and so on; the last one for all that follow. */
export function inTurn(...replies: [Reply, ...Reply[]]): Reply {
  let next = 0;
  return (request, response) => {
    const reply = replies[Math.min(next, replies.length - 1)];
    next += 1;
    reply?.(request, response);
  };
}

function listen(server: ReturnType<typeof createTcpServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
