import { v7 as newKey } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const ODILE = 'odile.petit@exemple.fr';
const REQUESTS = '/accounts/account-004473/requests';
/** Two scripts, an emoji of several signs, controls, half a sign, blanks at both ends, a line end of Windows. */
const TEXT = ' Bonjour, لا يوجد ماء 👩‍👧\u0000\u001b[31m\u202e\ud800\r\nfin ';

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('requests are told with their nature, date, status and follow-up, the newest first', async () => {
  const { body } = await caller.call<{ items: object[] }>('GET', REQUESTS, {
    headers: await caller.asTenant(JEANNE),
  });

  expect(body.items[0]).toMatchObject({ reference: 'D-2018-0420', nature: 'question', topic: null });
  expect(body.items[1]).toEqual({
    id: 'request-D-2018-0412',
    reference: 'D-2018-0412',
    nature: 'dwelling',
    topic: 'water',
    place: 'bathroom',
    registeredAt: '2018-07-08T16:12:00Z',
    status: 'answered',
    followUp: 'Réparé le 10 juillet. Dites-nous si tout est réglé.',
  });
});

test('a request is registered once, kept as it was written, and acknowledged as was wished', async () => {
  const headers = { ...(await caller.asTenant(JEANNE)), ...withKey() };

  const first = await write(headers, { acknowledgement: 'email' });
  const second = await write(headers, { acknowledgement: 'email' });
  await write({ ...headers, ...withKey() }, { acknowledgement: 'sms' });
  const { id } = first.body as { id: string };
  const read = await caller.call<{ text: string }>('GET', `/requests/${id}`, { headers });

  expect(second.body).toEqual(first.body);
  expect(first.body).toMatchObject({ reference: expect.stringMatching(/^D-\d{4}-0501$/) });
  expect(read.body).toMatchObject({ status: 'registered', topic: 'water', place: null });
  expect(read.body.text).toBe(TEXT);
  expect(api.mailbox.emails.map(({ to, subject }) => [to, subject])).toEqual([
    [JEANNE, 'Nous avons enregistré votre demande'],
    ['+33612345678', 'SMS'],
  ]);
});

test('a request cites documents that were handed in for the same account, and no others', async () => {
  const headers = await caller.asTenant(JEANNE);
  const key = newKey();
  const before = await write({ ...headers, ...withKey() }, { attachments: [key] });
  api.documents.file({
    ...{ key, accountId: 'account-004473', kind: 'requestProof', pageCount: 1 },
    ...{ from: null, insured: null },
    pdf: Buffer.from('%PDF-1.7'),
    receivedAt: '2018-07-11T09:30:00Z',
  });
  const after = await write({ ...headers, ...withKey() }, { attachments: [key] });

  expect(before.body).toEqual({ status: 422, code: 'document.unknown' });
  expect(after.status).toBe(201);
});

test('nobody reads, adds to or settles what is somebody else’s', async () => {
  const headers = await caller.asTenant(ODILE);
  const post = async (path: string, body: object) =>
    (await caller.call('POST', path, { headers: { ...headers, ...withKey() }, body })).body;
  const path = '/requests/request-D-2018-0412';
  const unknown = { status: 404, code: 'request.unknown' };

  expect((await caller.call('GET', path, { headers })).body).toEqual(unknown);
  expect(await post(`${path}/messages`, MESSAGE)).toEqual(unknown);
  expect(await post(`${path}/settlements`, SETTLED)).toEqual(unknown);
});

test('an answer settles it, or it is taken up again with what is still wrong; what is closed stays so', async () => {
  const headers = await caller.asTenant(JEANNE);
  const settle = (reference: string, body: object) =>
    caller.call('POST', `/requests/request-${reference}/settlements`, {
      headers: { ...headers, ...withKey() },
      body,
    });

  await settle('D-2018-0412', SETTLED);
  const settled = api.requests.withId('request-D-2018-0412')?.status;
  await settle('D-2018-0412', { ...SETTLED, isSettled: false, text: 'Ça goutte encore.' });
  const closed = await settle('D-2018-0377', SETTLED);

  expect(settled).toBe('settled');
  expect(api.requests.withId('request-D-2018-0412')).toMatchObject({ status: 'inProgress' });
  expect(api.requests.withId('request-D-2018-0412')?.messages.at(-1)?.text).toBe('Ça goutte encore.');
  expect(closed.body).toEqual({ status: 409, code: 'request.closed' });
});

test('a text of 4,000 characters is taken, however many code units they are, and one more is not', async () => {
  const headers = await caller.asTenant(JEANNE);

  const longest = await write({ ...headers, ...withKey() }, { text: '🙂'.repeat(4_000) });
  const tooLong = await write({ ...headers, ...withKey() }, { text: 'a'.repeat(4_001) });

  expect(longest.status).toBe(201);
  expect(tooLong.status).toBe(400);
});

test('what was asked for without signing in comes with who to call back, and is nobody’s until staff say so', async () => {
  const headers = { ...(await caller.asKiosk()), ...withKey() };
  const from = { name: 'Jeanne Martin', tenantNumber: '0104473', phone: '06 12 34 56 78', email: null };
  const { acknowledgement: _, attachments: __, ...unsigned } = DEPOSIT;

  const answer = await caller.call('POST', '/unsigned-requests', { headers, body: { ...unsigned, from } });

  expect(answer.status).toBe(201);
  expect(api.requests.withId((answer.body as { id: string }).id)).toMatchObject({ from, accountId: null });
  expect(api.mailbox.emails).toMatchObject([{ to: '06 12 34 56 78', subject: 'SMS' }]);
});

test('what a tenant did is told, the newest first, with what they have just done', async () => {
  const headers = await caller.asTenant(JEANNE);
  await write({ ...headers, ...withKey() }, {});

  const { body } = await caller.call<{ items: { kind: string; state: string }[] }>('GET', '/follow-ups', {
    headers,
  });

  expect(body.items[0]).toMatchObject({ kind: 'request', state: 'received', amountCents: null });
  expect(body.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['payment', 'directDebit']));
});

const DEPOSIT = {
  nature: 'dwelling',
  topic: 'water',
  place: null,
  text: TEXT,
  isAnonymous: false,
  acknowledgement: 'none',
  attachments: [],
  writtenAt: '2018-07-11T09:30:00Z',
  locale: 'fr',
};
const MESSAGE = { text: 'Merci', attachments: [], writtenAt: '2018-07-11T09:30:00Z' };
const SETTLED = { isSettled: true, text: null, writtenAt: '2018-07-11T09:30:00Z' };

function write(headers: Record<string, string>, changes: object) {
  return caller.call('POST', REQUESTS, { headers, body: { ...DEPOSIT, ...changes } });
}
