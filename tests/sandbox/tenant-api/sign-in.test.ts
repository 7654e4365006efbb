import { v7 as newKey } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { assertionOf, enrol } from './kiosk-register.ts';
import { createLandlordSystem, prepareTenants, TOKEN_LIFETIMES } from './landlord-system.ts';
import { createTenantSession } from './operations/create-tenant-session.ts';
import { createPasswords } from './passwords.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const EMAIL = 'jeanne.martin@exemple.fr';

let api: TenantApi;
let caller: TestCaller;
const otherKiosk = enrol('sandbox-2', 'direction-est');

beforeAll(async () => {
  api = await startTenantApi({ kiosks: [enrol('sandbox-1', 'direction-centre'), otherKiosk] });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

describe('a kiosk', () => {
  test('is known by what it signs', async () => {
    const answer = await caller.call('POST', '/kiosk-tokens', { headers: await signed() });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ kiosk: { id: 'sandbox-1', agencyId: 'direction-centre' } });
  });

  test.each([
    ['nothing signed', undefined],
    ['what is no JWT', `Bearer ${'x'.repeat(43)}`],
    ['an empty text', 'Bearer '],
    ['another scheme', 'Basic c2FuZGJveA=='],
  ])('with %s is refused', async (_what, authorization) => {
    const headers = {
      ...withKey(),
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    };

    const answer = await caller.call('POST', '/kiosk-tokens', { headers });

    expect(answer.body).toEqual({ status: 401, code: 'kiosk_credential.invalid' });
  });

  test.each([
    ['another request', { jti: '0198c7a0-0000-7000-8000-000000000000' }, 'kiosk_credential.invalid'],
    ['another API', { aud: 'urn:another' }, 'kiosk_credential.invalid'],
    ['somebody else', { sub: 'another' }, 'kiosk_credential.invalid'],
    ['an hour', { exp: Math.floor(Date.now() / 1_000) + 3_600 }, 'kiosk_credential.invalid'],
    ['an hour ago', { iat: hourAgo(), exp: hourAgo() + 60 }, 'kiosk.clock_wrong'],
  ])('is refused what it signed for %s', async (_what, claims, code) => {
    const answer = await caller.call('POST', '/kiosk-tokens', { headers: await signed(claims) });

    expect(answer.body).toEqual({ status: 401, code });
  });

  test('is refused what was signed with the key of another', async () => {
    const idempotencyKey = newKey();
    const { credential } = api.kiosks[0];
    const stolen = { credential: { ...otherKiosk.credential, id: credential.id } };
    const nowMilliseconds = api.nowMilliseconds();
    const assertion = await assertionOf(stolen, { idempotencyKey, nowMilliseconds });

    const answer = await caller.call('POST', '/kiosk-tokens', {
      headers: { Authorization: `Bearer ${assertion}`, ...withKey(idempotencyKey) },
    });

    expect(answer.body).toEqual({ status: 401, code: 'kiosk_credential.invalid' });
  });

  test('signs nobody in with what it signs alone, nor with an old token', async () => {
    const { Authorization } = await signed();
    const token = await caller.asKiosk();
    api.advanceSeconds(TOKEN_LIFETIMES.kioskTokenSeconds);
    const body = { email: EMAIL, password: api.password };

    const direct = await caller.call('POST', '/tenant-sessions', {
      headers: { Authorization, ...withKey() },
      body,
    });
    const late = await caller.call('POST', '/tenant-sessions', { headers: { ...token, ...withKey() }, body });

    expect(direct.body).toEqual({ status: 401, code: 'token.invalid' });
    expect(late.body).toEqual({ status: 401, code: 'token.expired' });
  });
});

function hourAgo(): number {
  return Math.floor(Date.now() / 1_000) - 3_600;
}

/** Headers of the first kiosk, with these claims over the right ones. */
async function signed(claims: Readonly<Record<string, unknown>> = {}) {
  const idempotencyKey = newKey();
  const assertion = await assertionOf(api.kiosks[0], {
    idempotencyKey,
    nowMilliseconds: api.nowMilliseconds(),
    claims,
  });
  return { Authorization: `Bearer ${assertion}`, ...withKey(idempotencyKey) };
}

describe('a tenant', () => {
  test('signs in with their e-mail, however they write its capitals', async () => {
    const answer = await caller.signIn('Jeanne.MARTIN@exemple.fr');

    expect(answer.status).toBe(201);
    expect(answer.body.tenant).toMatchObject({
      displayName: 'Mme Jeanne Martin',
      maskedEmail: 'j•••@exemple.fr',
      maskedMobile: '06 •• •• •• 78',
    });
  });

  test('hears the same for a wrong password and for an e-mail that nobody has', async () => {
    const wrongPassword = await caller.signIn(EMAIL, 'Bienvenue-2019');
    const wrongEmail = await caller.signIn('personne@exemple.fr');

    expect(wrongPassword.body).toEqual({ status: 401, code: 'credentials.invalid' });
    expect({ status: wrongEmail.status, body: wrongEmail.body }).toEqual({
      status: wrongPassword.status,
      body: wrongPassword.body,
    });
  });

  test('costs one check of a password, of the same price, whether somebody has the e-mail or not', async () => {
    const realPasswords = await createPasswords();
    const checkedHashes: string[] = [];
    const passwords = {
      ...realPasswords,
      verify(password: string, hash: string) {
        checkedHashes.push(hash);
        return realPasswords.verify(password, hash);
      },
    };
    const system = createLandlordSystem({
      today: '2018-07-12',
      clock: createClock(),
      kiosks: [],
      lifetimes: TOKEN_LIFETIMES,
      passwords,
      tenants: await prepareTenants('2018-07-12', passwords),
      bookings: 'held',
      uploadPageUrl: (token) => token,
      linkPageUrl: (_page, token) => token,
    });
    const tryWith = (email: string) =>
      createTenantSession(
        { ...emptyRequest, body: { email, password: 'Bienvenue-2019' } },
        { kioskId: 'sandbox-1', credentialId: null, tenantId: null, tenantToken: null },
        system,
      );

    await tryWith(EMAIL);
    await tryWith('personne@exemple.fr');

    const [known = '', unknown = ''] = checkedHashes;
    expect(checkedHashes).toHaveLength(2);
    expect(known).not.toBe(unknown);
    expect(pricesOf(unknown)).toEqual(pricesOf(known));
  });

  test('has five tries, then waits for longer and longer', async () => {
    for (let tries = 1; tries <= 5; tries += 1) {
      expect((await caller.signIn(EMAIL, 'wrong')).status).toBe(401);
    }

    const sixth = await caller.signIn(EMAIL, api.password);
    api.advanceSeconds(30);
    const afterHalfAMinute = await caller.signIn(EMAIL, 'wrong');
    const next = await caller.signIn(EMAIL, api.password);

    expect(sixth.body).toEqual({ status: 429, code: 'sign_in.delayed' });
    expect(Number(sixth.headers.get('Retry-After'))).toBeGreaterThan(25);
    expect(afterHalfAMinute.status).toBe(401);
    expect(next.status).toBe(429);
    expect(Number(next.headers.get('Retry-After'))).toBeGreaterThan(55);
  });

  test('is slowed down in the same way when nobody has the e-mail, and others are not', async () => {
    for (let tries = 1; tries <= 5; tries += 1) await caller.signIn('personne@exemple.fr', 'wrong');

    const unknown = await caller.signIn('Personne@exemple.fr', 'wrong');
    const somebodyElse = await caller.signIn(EMAIL);

    expect(unknown.status).toBe(429);
    expect(somebodyElse.status).toBe(201);
  });

  test('gains nothing by trying many passwords at once', async () => {
    const kiosk = await caller.asKiosk();
    const tries = Array.from({ length: 12 }, (_, index) =>
      caller.call('POST', '/tenant-sessions', {
        headers: { ...kiosk, ...withKey() },
        body: { email: EMAIL, password: `guess ${index}` },
      }),
    );

    const statuses = (await Promise.all(tries)).map(({ status }) => status);

    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  test('starts afresh after a right password', async () => {
    for (let tries = 1; tries <= 4; tries += 1) await caller.signIn(EMAIL, 'wrong');
    await caller.signIn(EMAIL);

    const wrongAgain = await caller.signIn(EMAIL, 'wrong');
    const right = await caller.signIn(EMAIL);

    expect(wrongAgain.status).toBe(401);
    expect(right.status).toBe(201);
  });
});

describe('a session', () => {
  test('ends when the tenant signs out, and signing out again is no error', async () => {
    const tokens = await caller.asTenant(EMAIL);
    const signOut = () =>
      caller.call('DELETE', '/tenant-sessions/current', { headers: { ...tokens, ...withKey() } });

    const first = await signOut();
    const second = await signOut();
    const reading = await caller.call('GET', '/accounts', { headers: tokens });

    expect([first.status, second.status]).toEqual([204, 204]);
    expect(reading.body).toEqual({ status: 401, code: 'token.invalid' });
  });

  test('leaves what was entered deliverable for seven days, by the kiosk it was entered on', async () => {
    const tokens = await caller.asTenant(EMAIL);
    const other = createTestCaller(api, otherKiosk);
    const deposit = { 'Deposit-Token': tokens['Deposit-Token'] ?? '' };
    const body = { from: '2018-01-01', to: '2018-12-31', locale: 'fr' };
    const deliver = async (from: TestCaller) =>
      from.call('POST', '/accounts/account-004473/statement-deliveries', {
        headers: { ...(await from.asKiosk()), ...deposit, ...withKey() },
        body,
      });
    await caller.call('DELETE', '/tenant-sessions/current', { headers: { ...tokens, ...withKey() } });

    const elsewhere = await deliver(other);
    api.advanceSeconds(7 * 86_400 - 60);
    const inTime = await deliver(caller);
    api.advanceSeconds(60);
    const tooLate = await deliver(caller);

    expect(elsewhere.body).toEqual({ status: 401, code: 'token.invalid' });
    expect(inTime.status).toBe(201);
    expect(tooLate.body).toEqual({ status: 401, code: 'token.expired' });
  });

  test('is over after its time', async () => {
    const tokens = await caller.asTenant(EMAIL);
    api.advanceSeconds(TOKEN_LIFETIMES.tenantTokenSeconds);

    const reading = await caller.call('GET', '/accounts', {
      headers: { ...tokens, ...(await caller.asKiosk()) },
    });

    expect(reading.body).toEqual({ status: 401, code: 'token.expired' });
  });

  test('is worth nothing on another kiosk, nor is a deposit token worth a reading', async () => {
    const tokens = await caller.asTenant(EMAIL);
    const elsewhere = await createTestCaller(api, otherKiosk).asKiosk();

    const moved = await caller.call('GET', '/accounts', { headers: { ...tokens, ...elsewhere } });
    const deposited = await caller.call('GET', '/accounts', {
      headers: { ...tokens, 'Tenant-Token': tokens['Deposit-Token'] ?? '' },
    });

    expect(moved.body).toEqual({ status: 401, code: 'token.invalid' });
    expect(deposited.body).toEqual({ status: 401, code: 'token.invalid' });
  });
});

const emptyRequest = {
  operationId: 'createTenantSession',
  isWrite: true,
  path: '',
  pathParameters: {},
  query: {},
  headers: {},
  bytes: Buffer.alloc(0),
  proofs: {},
};

/** Algorithm, version and costs of a PHC string. */
function pricesOf(hash: string): string[] {
  return hash.split('$').slice(0, 4);
}
