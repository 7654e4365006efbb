import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReadAttachment, TenantApi } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
import {
  DEPOSIT_TOKEN,
  json,
  problem,
  type ScriptedServer,
  startScriptedServer,
} from './testing/scripted-server.ts';

const CONTENT = Buffer.from('%PDF-1.7 of some pages');
const PIECE_BYTES = 8;
const KEY = '0197a0a0-0000-7000-8000-000000000001';
const UPLOAD = 'GET /uploads/u-1';
const APPEND = 'PATCH /uploads/u-1';
const DOCUMENT = 'POST /accounts/acc-1/documents';

let server: ScriptedServer;
let api: TenantApi;
/** What of it is there. */
let come: string;

beforeEach(async () => {
  server = await startScriptedServer();
  api = openApi(server);
  come = '';
  server.on('POST /uploads', json(201, told()));
  server.on(UPLOAD, (request, response) => json(200, told())(request, response));
  server.on(APPEND, (request, response) => {
    come += request.body;
    json(200, told())(request, response);
  });
  server.on(DOCUMENT, json(201, { id: 'd-1', acceptedAt: '2018-07-11T09:00:01Z' }));
});

afterEach(async () => {
  api.close();
  await server.close();
});

test('an attachment is sent piece by piece, each where the one before ended, and then cited', async () => {
  const outcome = await handIn();

  expect(outcome).toEqual({ outcome: 'delivered' });
  expect(come).toBe(CONTENT.toString());
  const pieces = server.seen.filter(({ method }) => method === 'PATCH');
  expect(pieces.map(({ headers }) => headers['upload-offset'])).toEqual(['0', '8', '16']);
  expect(pieces[0]?.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'deposit-token': DEPOSIT_TOKEN,
  });
  expect(JSON.parse(server.seen.at(-1)?.body ?? '')).toMatchObject({ uploadId: 'u-1', kind: 'identity' });
});

test('the two writes of a document have keys of their own, the same on every try', async () => {
  await handIn();
  await handIn();

  const keysOf = (path: string) =>
    server.seen.filter((seen) => seen.path === path).map(({ headers }) => headers['idempotency-key']);
  const [first, second] = keysOf('/uploads');
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toBe(first);
  expect(first).not.toBe(KEY);
  expect(keysOf('/accounts/acc-1/documents')).toEqual([KEY, KEY]);
});

test('after a break it goes on where the API says, in the middle of a piece too', async () => {
  server.on(APPEND, (request, response) => {
    come += request.body.slice(0, 5);
    response.destroy();
  });
  const broken = await handIn();
  server.on(APPEND, (request, response) => {
    come += request.body;
    json(200, told())(request, response);
  });

  const outcome = await handIn();

  expect(broken).toEqual({ outcome: 'later', error: { code: 'API_UNREACHABLE' } });
  expect(outcome).toEqual({ outcome: 'delivered' });
  expect(come).toBe(CONTENT.toString());
  const offsets = server.seen.flatMap(({ headers }) => headers['upload-offset'] ?? []);
  expect(offsets).toEqual(['0', '5', '8', '16']);
});

test.each([
  ['somebody has heard a piece before', problem(409, 'upload.offset_wrong'), 'API_REFUSED'],
  ['it gets no longer', (_: unknown, response: ServerResponse) => sendTold(response, 0), 'API_BROKEN_ANSWER'],
])('when %s, it is asked again later', async (_, reply, code) => {
  server.on(APPEND, reply as Parameters<ScriptedServer['on']>[1]);

  expect(await handIn()).toEqual({ outcome: 'later', error: { code } });
  expect(server.countOf(APPEND)).toBe(1);
});

test('what the API has thrown away half sent is sent again from its beginning', async () => {
  let isThrownAway = true;
  server.on(UPLOAD, (request, response) => {
    if (isThrownAway) problem(404, 'upload.unknown')(request, response);
    else sendTold(response, come.length);
    isThrownAway = false;
  });

  expect(await handIn()).toEqual({ outcome: 'delivered' });
  const [first, second] = server.seen.flatMap(({ path, method, headers }) =>
    method === 'POST' && path === '/uploads' ? [headers['idempotency-key']] : [],
  );
  expect(second).toEqual(expect.any(String));
  expect(second).not.toBe(first);
});

test('an API that throws away whatever is begun is not asked for ever', async () => {
  server.on(UPLOAD, problem(404, 'upload.unknown'));

  expect(await handIn()).toEqual({ outcome: 'refused', problemCode: 'upload.unknown' });
  expect(server.countOf(UPLOAD)).toBe(6);
});

test('what cannot be read here is told, and nothing is handed in', async () => {
  const unreadable = await handIn(() => ({ ok: true, value: null }));
  const onABusyDisk = await handIn(() => ({ ok: false, error: { code: 'STORE_UNAVAILABLE' } }));

  expect(unreadable).toEqual({ outcome: 'unreadable' });
  expect(onABusyDisk).toEqual({ outcome: 'later', error: { code: 'STORE_UNAVAILABLE' } });
  expect(server.countOf(DOCUMENT)).toBe(0);
});

function handIn(read: ReadAttachment = pieceFrom) {
  return api.createDocument({
    depositToken: DEPOSIT_TOKEN,
    accountId: 'acc-1',
    body: {
      kind: 'identity',
      pageCount: 1,
      depositedAt: '2018-07-11T09:00:00Z',
      sha256: createHash('sha256').update(CONTENT).digest('hex'),
    },
    attachment: { lengthBytes: CONTENT.byteLength, read },
    idempotencyKey: KEY,
  });
}

/** As it lies on the disk: in pieces of one size, of which the end is answered from wherever it is asked. */
function pieceFrom(offset: number): ReturnType<ReadAttachment> {
  const end = (Math.floor(offset / PIECE_BYTES) + 1) * PIECE_BYTES;
  return { ok: true, value: CONTENT.subarray(offset, end) };
}

function told() {
  return { id: 'u-1', lengthBytes: CONTENT.byteLength, offsetBytes: come.length };
}

function sendTold(response: ServerResponse, offsetBytes: number): void {
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ ...told(), offsetBytes }));
}
