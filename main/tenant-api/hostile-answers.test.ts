/** What a broken API, a proxy in between or an attacker may send in place of an answer. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { createTenantApi, type ListedLedger, type TenantApi, type TenantConnection } from './tenant-api.ts';
import {
  inTurn,
  json,
  type Reply,
  type ScriptedServer,
  startRawServer,
  startScriptedServer,
} from './testing/scripted-server.ts';
import { scriptedSigners } from './testing/scripted-signer.ts';

const LEDGER = 'GET /accounts/acc-1/ledger-entries';
const broken = { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
const unreachable = { ok: false, error: { code: 'API_UNREACHABLE' } };
const timedOut = { ok: false, error: { code: 'API_TIMEOUT' } };

const entry = {
  id: 'e-1',
  postedOn: '2018-06-26',
  label: 'LOG 004473 06/18',
  direction: 'debit',
  amountCents: 23_857,
  balanceAfterCents: 23_857,
};
const ledger = {
  items: [entry],
  nextCursor: null,
  recentPayments: [],
  openingBalanceCents: 0,
  closingBalanceCents: 23_857,
  entryCount: 1,
};
const page = { ...ledger, changesCursor: 'changes' };

let server: ScriptedServer;
let closers: (() => unknown)[];

beforeEach(async () => {
  server = await startScriptedServer();
  closers = [server.close];
});

afterEach(async () => {
  for (const close of closers.toReversed()) await close();
});

test('an answer that keeps the contract is read', async () => {
  server.on(LEDGER, json(200, page));

  expect(await readLedger()).toEqual({ ok: true, value: ledger });
});

test.each<[string, unknown]>([
  ['an amount as a float', { ...page, items: [{ ...entry, amountCents: 238.57 }] }],
  ['an amount as text', { ...page, items: [{ ...entry, amountCents: '23857' }] }],
  ['an amount beyond exact integers', { ...page, items: [{ ...entry, amountCents: 2 ** 53 }] }],
  ['a negative amount', { ...page, items: [{ ...entry, amountCents: -1 }] }],
  ['a day that does not exist', { ...page, items: [{ ...entry, postedOn: '2018-02-30' }] }],
  ['a day in French order', { ...page, items: [{ ...entry, postedOn: '26/06/2018' }] }],
  ['a third direction', { ...page, items: [{ ...entry, direction: 'refund' }] }],
  ['an entry without a label', { ...page, items: [{ ...entry, label: undefined }] }],
  ['more entries than a page may have', { ...page, items: Array(201).fill(entry), entryCount: 201 }],
  ['a total that is not that of the entries', { ...page, closingBalanceCents: 23_856 }],
  ['an array', [page]],
  ['null', null],
])('%s is never shown', async (_what, body) => {
  server.on(LEDGER, json(200, body));

  expect(await readLedger()).toEqual(broken);
});

test.each<[string, Reply]>([
  ['HTML', text('text/html', '<!doctype html><p>It works!')],
  ['HTML that says it is JSON', text('application/json', '<!doctype html><p>It works!')],
  ['JSON that says it is HTML', text('text/html', JSON.stringify(page))],
  ['JSON that does not say what it is', text(null, JSON.stringify(page))],
  ['JSON cut in two', text('application/json', JSON.stringify(page).slice(0, 100))],
  ['compressed HTML', encoded('gzip', gzipSync('<!doctype html>'), 'text/html')],
  ['nothing', text('application/json', '')],
  ['bytes that are no text', text('application/json', Buffer.from([0x22, 0xc3, 0x28, 0x22]))],
  ['another encoding than it says', encoded('gzip', Buffer.from('not gzip at all'))],
  ['an encoding nobody asked for', encoded('rot13', Buffer.from('cntr'))],
  ['half of a compressed answer', encoded('gzip', gzipSync(JSON.stringify(page)).subarray(0, 40))],
  ['success with another status', json(202, page)],
  ['no content where there should be some', (_request, response) => response.writeHead(204).end()],
  ['a refusal in HTML', (_request, response) => response.writeHead(403).end('<h1>Forbidden</h1>')],
  ['a refusal without a code', problemOf({ status: 400, title: 'Bad request' })],
  ['a refusal with a sentence for a code', problemOf({ status: 400, code: 'Something went wrong' })],
])('%s is a broken answer', async (_what, reply) => {
  server.on(LEDGER, reply);

  expect(await readLedger()).toEqual(broken);
});

test('a redirect is not followed, and the tokens go nowhere else', async () => {
  const elsewhere = await startScriptedServer();
  closers.push(elsewhere.close);
  server.on(LEDGER, (_request, response) => {
    response.writeHead(307, { Location: `${elsewhere.baseUrl}/accounts/acc-1/ledger-entries` }).end();
  });

  expect(await readLedger()).toEqual(broken);
  expect(elsewhere.seen).toEqual([]);
});

test('a page of 100,000 entries is refused', async () => {
  server.on(LEDGER, json(200, { ...page, items: Array(100_000).fill(entry), entryCount: 100_000 }));

  expect(await readLedger()).toEqual(broken);
});

test('an answer that unpacks without end is refused, and what sends it is cut off', async () => {
  const bomb = new Readable({
    read() {
      this.push(Buffer.alloc(65_536));
    },
  });
  server.on(LEDGER, (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
    pipeline(bomb, createGzip(), response, () => undefined);
  });

  const answer = await readLedger();

  expect(answer).toEqual(broken);
  await expect.poll(() => bomb.destroyed).toBe(true);
});

test('headers without end are refused', async () => {
  server.on(LEDGER, (_request, response) => {
    response.writeHead(200, { 'X-Padding': 'x'.repeat(100_000), 'Content-Type': 'application/json' });
    response.end(JSON.stringify(page));
  });

  expect(await readLedger()).toEqual(broken);
});

test('a server of another protocol is a broken answer', async () => {
  const raw = await startRawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  closers.push(raw.close);

  expect(await signIn(openApi(raw.baseUrl))).toEqual(broken);
});

test('a body that dribbles for ever is given up in time', async () => {
  server.on('POST /tenant-sessions', (_request, response) => {
    response.writeHead(201, { 'Content-Type': 'application/json' });
    dribble(response);
  });

  expect(await signIn(openApi(server.baseUrl, 0.3))).toEqual(timedOut);
});

test('headers that dribble for ever are given up in time', async () => {
  const raw = await startRawServer((socket) => {
    socket.write('HTTP/1.1 201 Created\r\nX-Slow: ');
    dribble(socket);
  });
  closers.push(raw.close);

  expect(await signIn(openApi(raw.baseUrl, 0.3))).toEqual(timedOut);
});

test('a server that accepts and says nothing is given up in time', async () => {
  const raw = await startRawServer(() => undefined);
  closers.push(raw.close);

  expect(await signIn(openApi(raw.baseUrl, 0.3))).toEqual(timedOut);
});

test('a server that is not there is unreachable', async () => {
  const raw = await startRawServer(() => undefined);
  await raw.close();

  expect(await signIn(openApi(raw.baseUrl))).toEqual(unreachable);
});

test('a server that speaks no TLS is unreachable over https', async () => {
  const raw = await startRawServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
  closers.push(raw.close);

  expect(await signIn(openApi(raw.baseUrl.replace('http:', 'https:')))).toEqual(unreachable);
});

test('a read whose connection is cut is tried a second time, and only that', async () => {
  const cut: Reply = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
    response.write('{"items":', () => response.destroy());
  };
  server.on(LEDGER, inTurn(cut, json(200, page)));
  const second = await readLedger();
  server.on(LEDGER, cut);
  const before = server.countOf(LEDGER);

  const never = await readLedger();

  expect(second).toEqual({ ok: true, value: ledger });
  expect(never).toEqual(unreachable);
  expect(server.countOf(LEDGER) - before).toBe(2);
});

test('a body cut while it is being unpacked is unreachable, not broken', async () => {
  server.on(LEDGER, (_request, response) => {
    const packed = gzipSync(JSON.stringify(page));
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
      'Content-Length': String(packed.length),
    });
    response.write(packed.subarray(0, 40), () => response.destroy());
  });

  expect(await readLedger()).toEqual(unreachable);
});

test('a sign-out whose 204 has a body does not spoil what comes after', async () => {
  let connections = 0;
  const raw = await startRawServer((socket) => {
    connections += 1;
    socket.on('data', (bytes) => {
      const head = bytes.toString('latin1');
      if (head.startsWith('DELETE')) {
        socket.write('HTTP/1.1 204 No Content\r\nContent-Length: 12\r\n\r\nhello, world');
        return;
      }
      const body = head.startsWith('POST /v1/kiosk-tokens')
        ? {
            token: 'k'.repeat(20),
            expiresAt: '2999-01-01T00:00:00Z',
            kiosk: { id: 'k', agencyId: 'a' },
            wantsNewCredential: false,
          }
        : {
            token: 't'.repeat(20),
            expiresAt: '2999-01-01T00:00:00Z',
            depositToken: 'd'.repeat(20),
            tenant: { id: 't', number: '1', displayName: 'M. X', maskedEmail: null, maskedMobile: null },
          };
      const payload = JSON.stringify(body);
      socket.write(
        `HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${payload.length}\r\n\r\n${payload}`,
      );
    });
  });
  closers.push(raw.close);
  const api = openApi(raw.baseUrl);
  const first = await signIn(api);
  if (!first.ok) throw new Error(first.error.code);

  const signedOut = await first.value.connection.signOut();
  const second = await signIn(api);

  expect(signedOut).toEqual({ ok: true, value: undefined });
  expect(second.ok).toBe(true);
  expect(connections).toBeGreaterThan(1);
});

test('nothing that an answer names can reach the prototypes of the program', async () => {
  server.on(
    LEDGER,
    text('application/json', `{"__proto__":{"polluted":true},${JSON.stringify(page).slice(1)}`),
  );

  const answer = await readLedger();

  expect(answer).toEqual({ ok: true, value: ledger });
  expect({}).not.toHaveProperty('polluted');
});

async function readLedger(): Promise<Result<ListedLedger>> {
  const signedIn = await signIn(openApi(server.baseUrl));
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  return signedIn.value.connection.readLedgerPage({ accountId: 'acc-1', cursor: null });
}

function signIn(api: TenantApi): Promise<Result<{ connection: TenantConnection }>> {
  return api.signIn({ email: 'dupont@exemple.fr', password: 'correct horse' });
}

function openApi(baseUrl: string, timeoutSeconds = 5): TenantApi {
  const api = createTenantApi({
    baseUrl,
    timeoutSeconds,
    signers: scriptedSigners,
    log: silentLog,
  });
  closers.push(api.close);
  return api;
}

function text(contentType: string | null, body: string | Buffer): Reply {
  return (_request, response) => {
    response.writeHead(200, contentType === null ? {} : { 'Content-Type': contentType }).end(body);
  };
}

function encoded(encoding: string, body: Buffer, contentType = 'application/json'): Reply {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': contentType, 'Content-Encoding': encoding }).end(body);
  };
}

function problemOf(body: unknown): Reply {
  return (_request, response) => {
    response.writeHead(400, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body));
  };
}

function dribble(to: ServerResponse | Socket): void {
  const timer = setInterval(() => to.write(' '), 20);
  to.on('close', () => clearInterval(timer));
}
