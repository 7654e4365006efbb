import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Facts, Log } from '../log/log.ts';
import type { TenantApi, TenantApiOptions } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
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
} from './testing/scripted-server.ts';
import { SIGNED } from './testing/scripted-signer.ts';

const credentials = { email: 'dupont@exemple.fr', password: 'correct horse' };
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

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

describe('signing in', () => {
  test('answers who it is, and sends what the contract asks for', async () => {
    const signedIn = await open().signIn(credentials);

    expect(signedIn).toMatchObject({
      ok: true,
      value: { tenant, depositToken: DEPOSIT_TOKEN, expiresAt: '2999-01-01T00:00:00Z' },
    });
    const [tokenRequest, signInRequest] = server.seen;
    expect(tokenRequest).toMatchObject({
      path: '/kiosk-tokens',
      headers: {
        authorization: `Bearer ${SIGNED}`,
        'idempotency-key': expect.stringMatching(UUID_V7),
      },
      body: '',
    });
    expect(signInRequest).toMatchObject({
      path: '/tenant-sessions',
      headers: {
        authorization: `Bearer ${KIOSK_TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': expect.stringMatching(UUID_V7),
      },
      body: JSON.stringify(credentials),
    });
    expect(signInRequest?.headers).not.toHaveProperty('cookie');
    expect(signInRequest?.headers).not.toHaveProperty('tenant-token');
  });

  test('what the API adds to its answer later is left out', async () => {
    server.on(
      'POST /tenant-sessions',
      json(201, {
        token: TENANT_TOKEN,
        expiresAt: '2999-01-01T00:00:00Z',
        depositToken: DEPOSIT_TOKEN,
        tenant: { ...tenant, birthDate: '1938-05-05' },
        loyaltyPoints: 12,
      }),
    );

    const signedIn = await open().signIn(credentials);

    expect(signedIn).toMatchObject({ ok: true, value: { tenant } });
    expect(JSON.stringify(signedIn)).not.toMatch(/1938|loyalty/);
  });

  test('a space that slipped in around the e-mail does no harm', async () => {
    await open().signIn({ ...credentials, email: ' dupont@exemple.fr ' });

    expect(JSON.parse(server.seen[1]?.body ?? '')).toEqual(credentials);
  });

  test('a password of 10,000 characters is wrong, and the API never sees it', async () => {
    const signedIn = await open().signIn({ ...credentials, password: 'x'.repeat(10_000) });

    expect(signedIn).toEqual({ ok: false, error: { code: 'CREDENTIALS_INVALID' } });
    expect(server.seen).toEqual([]);
  });

  test.each([
    [problem(401, 'credentials.invalid'), { code: 'CREDENTIALS_INVALID' }],
    [
      problem(429, 'sign_in.delayed', { 'Retry-After': '45' }),
      { code: 'SIGN_IN_DELAYED', retryAfterSeconds: 45 },
    ],
    [problem(429, 'rate.limited', { 'Retry-After': '7' }), { code: 'API_UNREACHABLE', retryAfterSeconds: 7 }],
    [problem(400, 'request.invalid'), { code: 'API_REFUSED' }],
    [problem(403, 'kiosk.elsewhere'), { code: 'API_REFUSED' }],
    [problem(408, 'request.timeout'), { code: 'API_TIMEOUT' }],
    [problem(500, 'internal.error'), { code: 'API_UNREACHABLE' }],
    // The clock here says another year than the API's.
    [
      problem(503, 'maintenance.planned', {
        'Retry-After': 'Wed, 21 Oct 2015 07:30:00 GMT',
        Date: 'Wed, 21 Oct 2015 07:28:00 GMT',
      }),
      { code: 'API_UNREACHABLE', retryAfterSeconds: 120 },
    ],
    [
      problem(503, 'maintenance.planned', { 'Retry-After': '999999' }),
      { code: 'API_UNREACHABLE', retryAfterSeconds: 86_400 },
    ],
  ])('each refusal becomes a code that has a sentence (%#)', async (reply, error) => {
    server.on('POST /tenant-sessions', reply);

    expect(await open().signIn(credentials)).toEqual({ ok: false, error });
    expect(server.countOf('POST /tenant-sessions')).toBe(1);
  });
});

describe('the address', () => {
  test.each([
    'http://api.ekidom.example/v1',
    'ftp://127.0.0.1/',
    'https://user:pw@api.ekidom.example/',
    'nonsense',
  ])('%s is refused', (baseUrl) => {
    expect(() => open({ baseUrl })).toThrow(TypeError);
  });

  test.each([
    'https://api.ekidom.example/v1',
    'http://localhost:1/',
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
  ])('%s is accepted', (baseUrl) => {
    expect(() => open({ baseUrl })).not.toThrow();
  });
});

describe('what main hears', () => {
  test('who answered, after every request', async () => {
    const outcomes: string[] = [];
    server.on(
      'POST /tenant-sessions',
      inTurn(problem(401, 'credentials.invalid'), problem(503, 'maintenance.planned')),
    );
    const api = open({ onOutcome: ({ answeredBy }) => outcomes.push(answeredBy) });

    await api.signIn(credentials);
    await api.signIn(credentials);
    await server.close();
    await api.signIn(credentials);

    expect(outcomes.slice(0, 3)).toEqual(['api', 'api', 'somethingElse']);
    expect(outcomes.at(-1)).toBe('nobody');
  });

  test('nothing of the person or of the tokens is logged, whatever goes wrong', async () => {
    const lines: string[] = [];
    const note = (event: string, facts?: Facts) => lines.push(`${event} ${JSON.stringify(facts)}`);
    const log: Log = { info: note, warn: note, error: note };
    server.on(
      'POST /tenant-sessions',
      inTurn(
        problem(401, 'credentials.invalid'),
        json(201, { token: TENANT_TOKEN, tenant: { ...tenant, displayName: 42, number: 'secret-number' } }),
        (_request, response) => response.destroy(),
      ),
    );
    const api = open({ log });

    for (let tries = 0; tries < 3; tries++) await api.signIn(credentials);

    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toMatch(/dupont|horse|secret-number|token-of|signed-by-the-kiosk/i);
    expect(lines[1]).toContain('expiresAt:invalid_type');
    expect(lines[1]).toContain('tenant.displayName:invalid_type');
  });
});

test('closing ends what is under way', async () => {
  server.on('POST /tenant-sessions', () => undefined);
  const api = open();
  const signedIn = api.signIn(credentials);
  await expect.poll(() => server.countOf('POST /tenant-sessions')).toBe(1);

  api.close();

  expect(await signedIn).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
});

function open(options: Partial<TenantApiOptions> = {}): TenantApi {
  const api = openApi(server, options);
  apis.push(api);
  return api;
}
