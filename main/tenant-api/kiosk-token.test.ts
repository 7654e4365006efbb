import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import {
  DEPOSIT_TOKEN,
  inTurn,
  json,
  KIOSK_TOKEN,
  problem,
  type ScriptedServer,
  startScriptedServer,
  TENANT_TOKEN,
  tenant,
} from './scripted-server.ts';
import { createTenantApi, type TenantApi, type TenantApiOptions } from './tenant-api.ts';

const credentials = { email: 'dupont@exemple.fr', password: 'correct horse' };

let server: ScriptedServer;
let apis: TenantApi[];

beforeEach(async () => {
  server = await startScriptedServer();
  apis = [];
});

afterEach(async () => {
  for (const api of apis) api.close();
  await server.close();
});

test('the kiosk token is fetched once for many requests at once', async () => {
  const api = open();

  await Promise.all([1, 2, 3].map(() => api.signIn(credentials)));

  expect(server.countOf('POST /kiosk-tokens')).toBe(1);
  expect(server.countOf('POST /tenant-sessions')).toBe(3);
});

test('the kiosk token is renewed shortly before its end', async () => {
  let now = Date.UTC(2026, 0, 1);
  server.on('POST /kiosk-tokens', kioskToken(KIOSK_TOKEN, new Date(now + 600_000).toISOString()));
  const api = open({ now: () => now });
  await api.signIn(credentials);
  now += 530_000;
  await api.signIn(credentials);
  const before = server.countOf('POST /kiosk-tokens');

  now += 20_000;
  await api.signIn(credentials);

  expect(before).toBe(1);
  expect(server.countOf('POST /kiosk-tokens')).toBe(2);
});

test('a kiosk token that is no longer accepted is renewed once, and the same write is sent again', async () => {
  const fresh = `fresh-${KIOSK_TOKEN}`;
  server.on('POST /kiosk-tokens', inTurn(kioskToken(KIOSK_TOKEN), kioskToken(fresh)));
  server.on(
    'POST /tenant-sessions',
    inTurn(
      problem(401, 'token.expired'),
      json(201, {
        token: TENANT_TOKEN,
        expiresAt: '2999-01-01T00:00:00Z',
        depositToken: DEPOSIT_TOKEN,
        tenant,
      }),
    ),
  );

  const signedIn = await open().signIn(credentials);

  expect(signedIn.ok).toBe(true);
  const [refused, accepted] = server.seen.filter((request) => request.path === '/tenant-sessions');
  expect(accepted?.headers.authorization).toBe(`Bearer ${fresh}`);
  expect(accepted?.headers['idempotency-key']).toBe(refused?.headers['idempotency-key']);
});

test('a kiosk token that is never accepted means that the kiosk is not recognised', async () => {
  server.on('POST /tenant-sessions', problem(401, 'token.invalid'));

  const signedIn = await open().signIn(credentials);

  expect(signedIn).toEqual({ ok: false, error: { code: 'KIOSK_NOT_RECOGNISED' } });
  expect(server.countOf('POST /tenant-sessions')).toBe(2);
});

test.each([problem(401, 'credential.unknown'), problem(403, 'kiosk.revoked')])(
  'a kiosk token is not given to a kiosk that the API does not know (%#)',
  async (reply) => {
    server.on('POST /kiosk-tokens', reply);

    const signedIn = await open().signIn(credentials);

    expect(signedIn).toEqual({ ok: false, error: { code: 'KIOSK_NOT_RECOGNISED' } });
    expect(server.countOf('POST /tenant-sessions')).toBe(0);
  },
);

test('a failure to get a kiosk token is not kept: the next request tries again', async () => {
  server.on('POST /kiosk-tokens', inTurn(problem(503, 'maintenance.planned'), kioskToken(KIOSK_TOKEN)));
  const api = open();

  const first = await api.signIn(credentials);
  const second = await api.signIn(credentials);

  expect(first).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
  expect(second.ok).toBe(true);
});

test('without a keyring nothing is sent at all', async () => {
  const api = open({ credential: async () => ({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } }) });

  expect(await api.signIn(credentials)).toEqual({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } });
  expect(server.seen).toEqual([]);
});

function open(options: Partial<TenantApiOptions> = {}): TenantApi {
  const api = createTenantApi({
    baseUrl: server.baseUrl,
    timeoutSeconds: 5,
    credential: async (): Promise<Result<string>> => ({ ok: true, value: 'device-credential' }),
    log: silentLog,
    ...options,
  });
  apis.push(api);
  return api;
}

function kioskToken(token: string, expiresAt = '2999-01-01T00:00:00Z') {
  return json(201, { token, expiresAt, kiosk: { id: 'k-1', agencyId: 'a-1' } });
}
