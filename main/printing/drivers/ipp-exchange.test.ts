import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askPrinter } from './ipp-exchange.ts';
import type { IppRequest } from './ipp-message.ts';

const request: IppRequest = { operation: 'Get-Printer-Attributes' };
const LAST_ID_BYTE = 8;
/** Long enough for a busy machine to answer at once, short enough for a test that waits for it to pass. */
const PATIENCE_MS = 400;

let server: Server | undefined;
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  if (server?.listening) await new Promise((resolve) => server?.close(resolve));
});

async function listen(created: Server): Promise<string> {
  server = created;
  created.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
  });
  created.listen(0, '127.0.0.1');
  await once(created, 'listening');
  return `ipp://127.0.0.1:${(created.address() as AddressInfo).port}/ipp/print`;
}

function serveHttp(answer: RequestListener): Promise<string> {
  return listen(createHttpServer(answer));
}

function serveTcp(answer: (socket: Socket) => void): Promise<string> {
  return listen(createTcpServer(answer));
}

function answerIpp(body: (requestBody: Buffer) => Buffer): RequestListener {
  return async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    outgoing.writeHead(200, { 'content-type': 'application/ipp' }).end(body(Buffer.concat(chunks)));
  };
}

async function timed(uri: string, timeoutMs = PATIENCE_MS) {
  const startedAtMs = performance.now();
  const exchange = await askPrinter(uri, request, { timeoutMs });
  return { exchange, tookMs: performance.now() - startedAtMs };
}

test('a question is answered, and the document follows it byte for byte', async () => {
  const pdf = Buffer.alloc(300_000, 'page ');
  let received: Uint8Array = new Uint8Array();
  const uri = await serveHttp(
    answerIpp((body) => {
      received = body;
      return Buffer.concat([Buffer.of(1, 1, 0, 0), body.subarray(4, LAST_ID_BYTE), Buffer.of(0x03)]);
    }),
  );

  const exchange = await askPrinter(uri, { operation: 'Print-Job' }, { timeoutMs: 5_000, document: pdf });

  expect(exchange).toMatchObject({ ok: true, answer: { status: 'successful-ok' } });
  expect(pdf.equals(received.subarray(-pdf.length))).toBe(true);
});

test.each<[string, RequestListener]>([
  ['a web page', (_request, response) => response.end('<!doctype html>')],
  ['404', (_request, response) => response.writeHead(404).end()],
  ['401', (_request, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end()],
  ['a redirection', (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
  ['"upgrade required"', (_request, response) => response.writeHead(426, { upgrade: 'TLS/1.2' }).end()],
  ['junk that calls itself IPP', answerIpp(() => Buffer.from('junk, and a lot of it'))],
  ['the answer to another question', answerIpp(() => Buffer.of(1, 1, 0, 0, 9, 9, 9, 9, 0x03))],
])('%s is no printer', async (_case, answer) => {
  const { exchange } = await timed(await serveHttp(answer), 5_000);

  expect(exchange).toMatchObject({ ok: false, failure: { kind: 'notIpp' } });
});

test('a web page without an end is given up at its first line', async () => {
  const uri = await serveHttp((_request, response) => {
    response.write('<!doctype html>');
  });

  const { exchange, tookMs } = await timed(uri, 15_000);

  expect(exchange).toEqual({ ok: false, failure: { kind: 'notIpp', httpStatus: 200 } });
  expect(tookMs).toBeLessThan(10_000);
});

test('an answer without an end is given up at its limit', async () => {
  let sentBytes = 0;
  const uri = await serveHttp((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/ipp' });
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384, 1))) sentBytes += 16_384;
    };
    response.on('drain', pour).on('error', () => {});
    pour();
  });

  const { exchange, tookMs } = await timed(uri, 10_000);

  expect(exchange).toEqual({ ok: false, failure: { kind: 'notIpp', httpStatus: 200 } });
  expect(tookMs).toBeLessThan(5_000);
  expect(sentBytes).toBeLessThan(20_000_000);
});

test('something that is not even HTTP is no printer', async () => {
  const uri = await serveTcp((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));

  const { exchange } = await timed(uri, 5_000);

  expect(exchange).toEqual({ ok: false, failure: { kind: 'notIpp', httpStatus: null } });
});

test.each<[string, (socket: Socket) => void]>([
  ['says nothing', (socket) => socket.resume()],
  ['does not read', (socket) => socket.pause()],
  [
    'drips its answer without end',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n');
      const drip = setInterval(() => socket.write('.'), 20);
      socket.on('close', () => clearInterval(drip));
    },
  ],
  [
    'promises an answer again and again',
    (socket) => {
      const promise = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 20);
      socket.on('close', () => clearInterval(promise));
    },
  ],
])('a printer that %s is lost when the time is up, not later', async (_case, behave) => {
  const { exchange, tookMs } = await timed(await serveTcp(behave));

  expect(exchange).toEqual({ ok: false, failure: { kind: 'lost', cause: 'TIME_IS_UP' } });
  expect(tookMs).toBeLessThan(PATIENCE_MS + 1_500);
});

test.each<[string, (socket: Socket) => void]>([
  ['at once', (socket) => socket.destroy()],
  [
    'in the middle of its answer',
    (socket) => {
      socket.once('data', () => {
        socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 100\r\n\r\nhalf');
      });
    },
  ],
])('a printer that hangs up %s is lost', async (_case, behave) => {
  const { exchange } = await timed(await serveTcp(behave), 5_000);

  expect(exchange).toMatchObject({ ok: false, failure: { kind: 'lost' } });
});

test('where nobody listens, nothing was sent', async () => {
  const uri = await serveTcp(() => {});
  await new Promise((resolve) => server?.close(resolve));

  const { exchange } = await timed(uri, 5_000);

  expect(exchange).toEqual({ ok: false, failure: { kind: 'neverSent', cause: 'ECONNREFUSED' } });
});

test('a name that does not exist is known as such, nothing was sent', async () => {
  const { exchange, tookMs } = await timed('ipp://printer.invalid/ipp/print', 2_000);

  expect(exchange).toMatchObject({ ok: false, failure: { kind: 'neverSent' } });
  expect(tookMs).toBeLessThan(4_000);
});
