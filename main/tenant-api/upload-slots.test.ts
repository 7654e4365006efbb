import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TenantApi, UploadSlots } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
import {
  json,
  problem,
  type ScriptedServer,
  startScriptedServer,
  TENANT_TOKEN,
} from './testing/scripted-server.ts';

const FILE = 'GET /upload-slots/slot-1/files/file-1';
const broken = { ok: false, error: { code: 'API_BROKEN_ANSWER' } };

let server: ScriptedServer;
let api: TenantApi;
let slots: UploadSlots;

beforeEach(async () => {
  server = await startScriptedServer();
  api = openApi(server);
  const signedIn = await api.signIn({ email: 'dupont@exemple.fr', password: 'correct horse' });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  slots = signedIn.value.connection.uploadSlots;
});

afterEach(async () => {
  api.close();
  await server.close();
});

test('a slot is opened, followed and closed under the tenant token', async () => {
  const slot = { id: 'slot-1', url: 'https://envoi.ekidom.example/u/0', secondsLeft: 300 };
  const progress = { phase: 'opened', secondsLeft: 290, files: [] };
  server.on('POST /upload-slots', json(201, slot));
  server.on('GET /upload-slots/slot-1', json(200, progress));
  server.on('DELETE /upload-slots/slot-1', (_, response) => response.writeHead(204).end());

  const answers = [await slots.open(), await slots.read('slot-1'), await slots.close('slot-1')];

  expect(answers).toEqual([
    { ok: true, value: slot },
    { ok: true, value: progress },
    { ok: true, value: undefined },
  ]);
  expect(server.seen.slice(-3).map(({ headers }) => headers['tenant-token'])).toEqual(
    Array(3).fill(TENANT_TOKEN),
  );
});

test('a slot whose time is over, or that never was this person’s, is said to be over', async () => {
  server.on('GET /upload-slots/slot-1', problem(404, 'upload_slot.unknown'));

  expect(await slots.read('slot-1')).toEqual({ ok: false, error: { code: 'PHONE_PAGE_OVER' } });
});

test.each([
  ['a slot for longer than five minutes', { id: 'slot-1', url: 'https://a.example', secondsLeft: 301 }],
  ['a slot without a page', { id: 'slot-1', url: 'hello', secondsLeft: 300 }],
  ['an id that leads elsewhere', { id: '../accounts', url: 'https://a.example', secondsLeft: 300 }],
])('%s is no answer', async (_, slot) => {
  server.on('POST /upload-slots', json(201, slot));

  expect(await slots.open()).toEqual(broken);
});

test('more files than a slot takes are no answer', async () => {
  const files = Array.from({ length: 6 }, (_, index) => ({ id: `file-${index}`, sizeBytes: 1 }));
  server.on('GET /upload-slots/slot-1', json(200, { phase: 'received', secondsLeft: 1, files }));

  expect(await slots.read('slot-1')).toEqual(broken);
});

test('the largest file that may be sent gets through whole', async () => {
  const content = Buffer.alloc(20_000_000, 7);
  server.on(FILE, json(200, fileOf(content)));

  const file = await slots.readFile('slot-1', 'file-1');

  expect(file.ok && Buffer.from(file.value).equals(content)).toBe(true);
});

test.each([
  ['is not what its checksum was made of', { ...fileOf(Buffer.from('photo')), sha256: '0'.repeat(64) }],
  ['is larger than the contract lets it be', fileOf(Buffer.alloc(20_100_000))],
  ['is larger than is read at all', fileOf(Buffer.alloc(24_000_000))],
])('a file that %s is no answer', async (_, file) => {
  server.on(FILE, json(200, file));

  expect(await slots.readFile('slot-1', 'file-1')).toEqual(broken);
});

function fileOf(content: Buffer) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, content: content.toString('base64') };
}
