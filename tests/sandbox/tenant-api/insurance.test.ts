import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';
import { createTestUploads, sha256Of } from './test-uploads.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const CERTIFICATES = '/accounts/account-004473/insurance-certificates';
const PDF = Buffer.from('%PDF-1.7\nand so on');
const YEAR = { insuredFrom: '2018-07-30', insuredTo: '2019-07-29', sentAt: '2018-07-11T07:05:00Z' };

let api: TenantApi;
let caller: TestCaller;

const { uploaded } = createTestUploads(() => caller);

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('a certificate is received with the document that it cites, and the dwelling is insured for longer', async () => {
  const headers = await caller.asTenant(JEANNE);
  const document = await handIn(headers);

  const sent = await caller.call('POST', CERTIFICATES, {
    headers: { ...headers, ...withKey() },
    body: { ...YEAR, documents: [document] },
  });

  expect(sent.status).toBe(201);
  const { body } = await caller.call('GET', CERTIFICATES, { headers });
  expect(body).toMatchObject({
    isRequired: true,
    coveredUntil: '2019-07-29',
    asOf: '2018-07-11',
    items: [{ insuredFrom: '2018-07-30', state: 'received' }, { state: 'accepted' }, {}, {}],
    nextCursor: null,
  });
});

test('whoever has read the certificates is told what has changed, with how the dwelling stands now', async () => {
  const headers = await caller.asTenant(JEANNE);
  const { body: before } = await caller.call<{ changesCursor: string }>('GET', CERTIFICATES, { headers });
  const document = await handIn(headers);
  await caller.call('POST', CERTIFICATES, {
    headers: { ...headers, ...withKey() },
    body: { ...YEAR, documents: [document] },
  });

  const { body } = await caller.call('GET', `${CERTIFICATES}?since=${before.changesCursor}`, { headers });

  expect(body).toMatchObject({
    coveredUntil: '2019-07-29',
    items: [{ insuredFrom: '2018-07-30', state: 'received' }],
    removedIds: [],
  });
});

test.each([
  ['a document that nobody handed in', YEAR, 'document.unknown'],
  ['an end before its beginning', { ...YEAR, insuredTo: '2018-07-29' }, 'insurance.dates_impossible'],
  [
    'an end before today',
    { ...YEAR, insuredFrom: '2017-07-11', insuredTo: '2018-07-10' },
    'insurance.dates_impossible',
  ],
])('a certificate with %s is refused', async (_, dates, code) => {
  const answer = await caller.call('POST', CERTIFICATES, {
    headers: { ...(await caller.asTenant(JEANNE)), ...withKey() },
    body: { ...dates, documents: [randomUUID()] },
  });

  expect(answer.body).toEqual({ status: 422, code });
});

async function handIn(headers: Record<string, string>): Promise<string> {
  const key = withKey();
  await caller.call('POST', '/accounts/account-004473/documents', {
    headers: { ...headers, ...key },
    body: {
      kind: 'insuranceCertificate',
      pageCount: 1,
      depositedAt: '2018-07-11T07:05:00Z',
      sha256: sha256Of(PDF),
      uploadId: await uploaded(headers, PDF),
    },
  });
  return key['Idempotency-Key'];
}
