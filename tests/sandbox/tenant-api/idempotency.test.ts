import { v7 as newKey } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { enrol } from './kiosk-register.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const DELIVERIES = '/accounts/account-004473/statement-deliveries';
const statement = { from: '2018-01-01', to: '2018-12-31', locale: 'fr' };
const otherKiosk = enrol('sandbox-2', 'direction-est');

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ kiosks: [enrol('sandbox-1', 'direction-centre'), otherKiosk] });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

async function deliverWith(from: TestCaller, key: string, body: unknown, path = DELIVERIES) {
  const headers = { ...(await from.asTenant('jeanne.martin@exemple.fr')), ...withKey(key) };
  return from.call<{ id: string }>('POST', path, { headers, body });
}

test('the same write twice is answered alike and sends one e-mail', async () => {
  const key = newKey();

  const first = await deliverWith(caller, key, statement);
  const second = await deliverWith(caller, key.toUpperCase(), statement);

  expect(first.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(api.mailbox.emails).toHaveLength(1);
  expect(api.requestLog.requests.at(-1)).toMatchObject({ idempotencyKey: key.toUpperCase(), isReplay: true });
});

test('the same write many times at once sends one e-mail', async () => {
  const headers = { ...(await caller.asTenant('jeanne.martin@exemple.fr')), ...withKey() };

  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      caller.call<{ id: string }>('POST', DELIVERIES, { headers, body: statement }),
    ),
  );

  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(api.mailbox.emails).toHaveLength(1);
});

test.each([
  ['another body', { ...statement, locale: 'en' }, DELIVERIES],
  ['another path', statement, '/accounts/account-000318/statement-deliveries'],
])('a key that comes again with %s is refused', async (_what, body, path) => {
  const key = newKey();
  await deliverWith(caller, key, statement);

  const again = await deliverWith(caller, key, body, path);

  expect(again.body).toEqual({ status: 422, code: 'idempotency_key.reused' });
  expect(api.mailbox.emails).toHaveLength(1);
});

test('a key that comes again from somebody else is refused', async () => {
  const key = newKey();
  await deliverWith(caller, key, statement);
  const other = await caller.asTenant('odile.petit@exemple.fr');

  const again = await caller.call('POST', DELIVERIES, {
    headers: { ...other, ...withKey(key) },
    body: statement,
  });

  expect(again.body).toEqual({ status: 422, code: 'idempotency_key.reused' });
});

test('the same key from another kiosk is another write', async () => {
  const key = newKey();

  await deliverWith(caller, key, statement);
  const elsewhere = await deliverWith(createTestCaller(api, otherKiosk), key, statement);

  expect(elsewhere.status).toBe(201);
  expect(api.mailbox.emails).toHaveLength(2);
});

test('a body that was broken does not use up its key', async () => {
  const key = newKey();
  const broken = await deliverWith(caller, key, { ...statement, locale: 'de' });

  const mended = await deliverWith(caller, key, statement);

  expect(broken.status).toBe(400);
  expect(mended.status).toBe(201);
});

test('a sign-in that was told to wait can be tried again with its key', async () => {
  const kiosk = await caller.asKiosk();
  const signIn = (password: string, key: string) =>
    caller.call('POST', '/tenant-sessions', {
      headers: { ...kiosk, ...withKey(key) },
      body: { email: 'jeanne.martin@exemple.fr', password },
    });
  for (let tries = 1; tries <= 5; tries += 1) await signIn('wrong', newKey());
  const key = newKey();
  const delayed = await signIn(api.password, key);
  api.advanceSeconds(30);

  const later = await signIn(api.password, key);

  expect(delayed.status).toBe(429);
  expect(later.status).toBe(201);
});

test('a wrong password that comes twice with its key counts once', async () => {
  const kiosk = await caller.asKiosk();
  const headers = { ...kiosk, ...withKey() };
  const body = { email: 'jeanne.martin@exemple.fr', password: 'wrong' };

  for (let tries = 1; tries <= 8; tries += 1)
    await caller.call('POST', '/tenant-sessions', { headers, body });
  const right = await caller.signIn('jeanne.martin@exemple.fr');

  expect(right.status).toBe(201);
});
