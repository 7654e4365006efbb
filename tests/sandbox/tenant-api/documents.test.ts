import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';
import { createTestUploads, sha256Of } from './test-uploads.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const PDF = Buffer.from('%PDF-1.7\nand so on');

let api: TenantApi;
let caller: TestCaller;

const { begin, append, uploaded } = createTestUploads(() => caller);

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('a document is received once, however often it is handed in', async () => {
  const headers = { ...(await caller.asTenant(JEANNE)), ...withKey() };
  const deposit = depositOf(PDF, await uploaded(headers, PDF));

  const first = await handIn(headers, deposit);
  const second = await handIn(headers, deposit);

  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(api.documents.all().map(({ pdf, kind, pageCount }) => [Buffer.from(pdf), kind, pageCount])).toEqual([
    [PDF, 'identity', 1],
  ]);
});

test.each([
  ['what is not what its checksum says', PDF, { sha256: '0'.repeat(64) }],
  ['what is no PDF', Buffer.from('MZ'), {}],
])('%s is refused', async (_, pdf, changes) => {
  const headers = await caller.asTenant(JEANNE);
  const deposit = { ...depositOf(pdf, await uploaded(headers, pdf)), ...changes };

  const answer = await handIn({ ...headers, ...withKey() }, deposit);

  expect(answer.body).toEqual({ status: 422, code: 'document.damaged' });
  expect(api.documents.all()).toEqual([]);
});

test('a document of a kind that nobody knows is refused', async () => {
  const headers = await caller.asTenant(JEANNE);
  const deposit = { ...depositOf(PDF, await uploaded(headers, PDF)), kind: 'photo' };

  const answer = await handIn({ ...headers, ...withKey() }, deposit);

  expect(answer.status).toBe(400);
});

test('a document of six megabytes gets through', async () => {
  const large = Buffer.concat([PDF, Buffer.alloc(6_000_000)]);

  const headers = await caller.asTenant(JEANNE);
  const answer = await handIn({ ...headers, ...withKey() }, depositOf(large, await uploaded(headers, large)));

  expect(answer.status).toBe(201);
});

test('an upload goes on where it has come to, and nowhere else', async () => {
  const headers = await caller.asTenant(JEANNE);
  const upload = await begin(headers, PDF);

  const first = await append(headers, upload, 0, PDF.subarray(0, 5));
  const again = await append(headers, upload, 0, PDF.subarray(0, 5));
  const unfinished = await handIn({ ...headers, ...withKey() }, depositOf(PDF, upload));
  const tooLong = await append(headers, upload, 5, PDF);
  const read = await caller.call('GET', `/uploads/${upload}`, { headers });

  expect(first.body).toMatchObject({ lengthBytes: PDF.length, offsetBytes: 5 });
  expect([again, unfinished, tooLong].map(({ body }) => body)).toEqual([
    { status: 409, code: 'upload.offset_wrong' },
    { status: 409, code: 'upload.unfinished' },
    { status: 409, code: 'upload.too_long' },
  ]);
  expect(read.body).toEqual(first.body);
});

test('somebody else’s upload is none', async () => {
  const upload = await begin(await caller.asTenant(JEANNE), PDF);
  const headers = await caller.asTenant('odile.petit@exemple.fr');

  const answers = [
    await caller.call('GET', `/uploads/${upload}`, { headers }),
    await append(headers, upload, 0, PDF),
  ];

  expect(answers.map(({ body }) => body)).toEqual([
    { status: 404, code: 'upload.unknown' },
    { status: 404, code: 'upload.unknown' },
  ]);
});

function depositOf(pdf: Buffer, uploadId: string) {
  return {
    kind: 'identity',
    pageCount: 1,
    depositedAt: '2018-07-11T09:30:00Z',
    sha256: sha256Of(pdf),
    uploadId,
  };
}

function handIn(headers: Record<string, string>, body: object) {
  return caller.call('POST', '/accounts/account-004473/documents', { headers, body });
}
