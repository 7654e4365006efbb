import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KioskSigners } from './kiosk-signer.ts';
import type { TenantApi, TenantApiOptions } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
import {
  DEPOSIT_TOKEN,
  inTurn,
  json,
  KIOSK_TOKEN,
  problem,
  type Reply,
  type ScriptedServer,
  startScriptedServer,
  TENANT_TOKEN,
  tenant,
} from './testing/scripted-server.ts';

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
  const token = kioskToken(KIOSK_TOKEN, new Date(now + 600_000).toISOString());
  server.on('POST /kiosk-tokens', (request, response) => {
    response.setHeader('Date', new Date(now).toUTCString());
    token(request, response);
  });
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
  const api = open({ signers: async () => ({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } }) });

  expect(await api.signIn(credentials)).toEqual({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } });
  expect(server.seen).toEqual([]);
});

test('a clock that is an hour wrong is put right by what the refusal says of the time', async () => {
  const here = Date.parse('2026-03-01T13:00:00Z');
  const signedAt: number[] = [];
  server.on(
    'POST /kiosk-tokens',
    inTurn(at('2026-03-01T12:00:00Z', problem(401, 'kiosk.clock_wrong')), kioskToken(KIOSK_TOKEN)),
  );

  const signedIn = await open({
    now: () => here,
    signers: signersNamed(['only'], (at) => signedAt.push(at)),
  }).signIn(credentials);

  expect(signedIn.ok).toBe(true);
  expect(signedAt).toEqual([here, here - 3_600_000]);
});

test('a clock that cannot be put right is named', async () => {
  server.on('POST /kiosk-tokens', problem(401, 'kiosk.clock_wrong'));

  const signedIn = await open({ signers: signersNamed(['newest', 'before']) }).signIn(credentials);

  expect(signedIn).toEqual({ ok: false, error: { code: 'KIOSK_CLOCK_WRONG' } });
  expect(server.countOf('POST /kiosk-tokens')).toBe(2);
});

test('where the newest credential is not accepted, the one before it is tried', async () => {
  server.on('POST /kiosk-tokens', inTurn(problem(401, 'kiosk_credential.invalid'), kioskToken(KIOSK_TOKEN)));
  const onToken = vi.fn();

  const signedIn = await open({ signers: signersNamed(['newest', 'before']), onToken }).signIn(credentials);

  expect(signedIn.ok).toBe(true);
  expect(onToken.mock.calls).toEqual([[{ credentialId: 'before', wantsNewCredential: false }]]);
});

test('an API that is away is not asked again with the credential before', async () => {
  server.on('POST /kiosk-tokens', problem(503, 'maintenance.planned'));

  await open({ signers: signersNamed(['newest', 'before']) }).signIn(credentials);

  expect(server.countOf('POST /kiosk-tokens')).toBe(1);
});

function signersNamed(ids: readonly string[], onSign: (at: number) => void = () => {}): KioskSigners {
  const value = ids.map((credentialId) => ({
    credentialId,
    async sign({ at }: { at: number }) {
      onSign(at);
      return `signed-with-${credentialId}`;
    },
  }));
  return async () => ({ ok: true, value });
}

function at(instant: string, reply: Reply): Reply {
  return (request, response) => {
    response.setHeader('Date', new Date(instant).toUTCString());
    reply(request, response);
  };
}

function open(options: Partial<TenantApiOptions> = {}): TenantApi {
  const api = openApi(server, options);
  apis.push(api);
  return api;
}

function kioskToken(token: string, expiresAt = '2999-01-01T00:00:00Z') {
  return json(201, { token, expiresAt, kiosk: { id: 'k-1', agencyId: 'a-1' }, wantsNewCredential: false });
}
