import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const LUCAS = 'lucas.moreau@exemple.fr';
const EMAIL = { kind: 'email', email: 'jeanne@exemple.fr' };

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('what is asked for waits, and what is in force stays', async () => {
  const headers = await caller.asTenant(JEANNE);

  expect((await ask(headers, EMAIL)).status).toBe(201);

  const { body: changes } = await caller.call('GET', '/profile-changes', { headers });
  const { body: profile } = await caller.call('GET', '/tenant-profile', { headers });
  expect(changes).toMatchObject({ items: [{ change: EMAIL, state: 'pending' }, {}], nextCursor: null });
  expect(profile).toMatchObject({ contact: { email: JEANNE, mobilePhone: '+33612345678' } });
});

test('whoever has read the changes is told what has come in since', async () => {
  const headers = await caller.asTenant(JEANNE);
  const { body: before } = await caller.call<{ changesCursor: string }>('GET', '/profile-changes', {
    headers,
  });
  await ask(headers, EMAIL);

  const { body } = await caller.call('GET', `/profile-changes?since=${before.changesCursor}`, { headers });

  expect(body).toMatchObject({ items: [{ change: EMAIL, state: 'pending' }], removedIds: [] });
});

test('the last wish about the same thing counts', async () => {
  const headers = await caller.asTenant(JEANNE);

  await ask(headers, { kind: 'mobilePhone', phone: '+33711223344' });

  const { body } = await caller.call('GET', '/profile-changes', { headers });
  expect(body).toMatchObject({ items: [{ change: { phone: '+33711223344' } }] });
});

test('what waits can be taken back once, and what is decided cannot', async () => {
  const headers = await caller.asTenant(JEANNE);
  const takeBack = (changeId: string, as = headers) =>
    caller.call('POST', '/profile-change-withdrawals', {
      headers: { ...as, ...withKey() },
      body: { changeId },
    });

  const answers = [await takeBack('profile-change-0104473-1'), await takeBack('profile-change-0104473-1')];
  const decided = await takeBack('profile-change-0106120-1', await caller.asTenant(LUCAS));

  expect(answers.map(({ status }) => status)).toEqual([201, 404]);
  expect(decided.body).toEqual({ status: 409, code: 'profile_change.decided' });
});

test.each([
  ['a proof that nobody handed in', EMAIL, [randomUUID()], 'document.unknown'],
  ['somebody who does not live there', { kind: 'occupantRemoved', occupantId: 'x' }, [], 'occupant.unknown'],
  [
    'the tenant of the lease',
    { kind: 'occupantRemoved', occupantId: 'occupant-0104473-1' },
    [],
    'occupant.unknown',
  ],
])('a change with %s is refused', async (_, change, documents, code) => {
  const answer = await ask(await caller.asTenant(JEANNE), change, documents);

  expect(answer.body).toEqual({ status: 422, code });
});

function ask(headers: Record<string, string>, change: unknown, documents: string[] = []) {
  return caller.call('POST', '/profile-changes', {
    headers: { ...headers, ...withKey() },
    body: { change, requestedAt: '2018-07-11T07:05:00Z', documents },
  });
}
