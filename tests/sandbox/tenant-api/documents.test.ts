import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const PDF = Buffer.from('%PDF-1.7\nand so on');

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('a document is received once, however often it is handed in', async () => {
  const headers = { ...(await caller.asTenant(JEANNE)), ...withKey() };

  const first = await handIn(headers, depositOf(PDF));
  const second = await handIn(headers, depositOf(PDF));

  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(api.documents.all().map(({ pdf, kind, pageCount }) => [Buffer.from(pdf), kind, pageCount])).toEqual([
    [PDF, 'identity', 1],
  ]);
});

test.each([
  ['what is not what its checksum says', { ...depositOf(PDF), sha256: '0'.repeat(64) }],
  ['what is no PDF', depositOf(Buffer.from('MZ'))],
])('%s is refused', async (_, deposit) => {
  const answer = await handIn({ ...(await caller.asTenant(JEANNE)), ...withKey() }, deposit);

  expect(answer.body).toEqual({ status: 422, code: 'document.damaged' });
  expect(api.documents.all()).toEqual([]);
});

test('a document of a kind that nobody knows is refused', async () => {
  const deposit = { ...depositOf(PDF), kind: 'photo' };

  const answer = await handIn({ ...(await caller.asTenant(JEANNE)), ...withKey() }, deposit);

  expect(answer.status).toBe(400);
});

test('a document of six megabytes gets through', async () => {
  const large = Buffer.concat([PDF, Buffer.alloc(6_000_000)]);

  const answer = await handIn({ ...(await caller.asTenant(JEANNE)), ...withKey() }, depositOf(large));

  expect(answer.status).toBe(201);
});

function depositOf(pdf: Buffer) {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return {
    kind: 'identity',
    pageCount: 1,
    depositedAt: '2018-07-11T09:30:00Z',
    sha256,
    content: pdf.toString('base64'),
  };
}

function handIn(headers: Record<string, string>, body: object) {
  return caller.call('POST', '/accounts/account-004473/documents', { headers, body });
}
