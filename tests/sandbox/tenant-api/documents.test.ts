import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';
import { createTestUploads, sha256Of } from './test-uploads.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const PDF = Buffer.from('%PDF-1.7\nand so on');

const NOBODY = { name: 'Odile Petit', tenantNumber: '004473', phone: null, email: null };

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

test.each([
  ['phone', '06 12 34 56 78', 'SMS'],
  ['email', 'odile.petit@exemple.fr', 'Nous avons reçu votre document'],
] as const)(
  'what comes without signing in is nobody’s yet, and its coming is told by %s',
  async (way, to, subject) => {
    const headers = await caller.asKiosk();
    const unsigned = unsignedDepositOf({ from: { ...NOBODY, [way]: to } }, await uploaded(headers, PDF));

    const answer = await handInUnsigned(headers, unsigned);

    expect(answer.status).toBe(201);
    expect(api.documents.all()).toMatchObject([
      { accountId: null, from: { tenantNumber: '004473' }, kind: 'identity', insured: null },
    ]);
    expect(api.mailbox.emails).toMatchObject([{ to, subject }]);
  },
);

test.each([
  ['days of what is no certificate', { insured: { from: '2018-07-01', to: '2019-06-30' } }, 400],
  ['a certificate without its days', { kind: 'insuranceCertificate' }, 400],
  [
    'a certificate that ends before it begins',
    { kind: 'insuranceCertificate', insured: { from: '2018-07-01', to: '2018-06-30' } },
    422,
  ],
  [
    'somebody who cannot be reached',
    { from: { name: 'Odile Petit', tenantNumber: '004473', phone: null, email: null } },
    400,
  ],
])('%s is refused', async (_, changes, status) => {
  const headers = await caller.asKiosk();
  const upload = await uploaded(headers, PDF);
  const from = { ...NOBODY, phone: '06 12 34 56 78' };

  const answer = await handInUnsigned(headers, { ...unsignedDepositOf({ from }, upload), ...changes });

  expect(answer.status).toBe(status);
  expect([api.documents.all(), api.mailbox.emails]).toEqual([[], []]);
});

test('a tenant’s upload is not handed in for somebody else, and a bad token is not left out of account', async () => {
  const theirs = await uploaded(await caller.asTenant(JEANNE), PDF);
  const headers = await caller.asKiosk();
  const from = { ...NOBODY, phone: '06 12 34 56 78' };

  const handedIn = await handInUnsigned(headers, unsignedDepositOf({ from }, theirs));
  const withBadToken = await caller.call('GET', `/uploads/${theirs}`, {
    headers: { ...headers, 'Deposit-Token': 'none-that-was-ever-given' },
  });

  expect(handedIn.body).toEqual({ status: 404, code: 'upload.unknown' });
  expect(withBadToken.body).toEqual({ status: 401, code: 'token.invalid' });
});

function unsignedDepositOf(about: object, uploadId: string) {
  return { ...depositOf(PDF, uploadId), insured: null, locale: 'fr', ...about };
}

function handInUnsigned(headers: Record<string, string>, body: object) {
  return caller.call('POST', '/unsigned-deposits', { headers: { ...headers, ...withKey() }, body });
}

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
