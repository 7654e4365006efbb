import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enrol } from '../kiosk-register.ts';
import { startTenantApi, type TenantApi } from '../tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from '../test-caller.ts';

const PASSWORD = 'quatre mots bien longs';
const MARGUERITE = { tenantNumber: '0109904', familyName: 'leveque', birthDate: '1943-03-14' };
const JEANNE = { tenantNumber: '0104473', familyName: 'Martin', birthDate: '1952-05-17' };
const ADDRESS = 'marguerite@exemple.fr';
const CONSENT = { text: 'rgpd-1', at: '2018-07-11T09:00:00Z' };

let api: TenantApi;
let caller: TestCaller;
let neighbour: TestCaller;

beforeAll(async () => {
  const kiosks = [enrol('sandbox-1', 'direction-centre'), enrol('sandbox-2', 'direction-est')] as const;
  api = await startTenantApi({ today: '2018-07-11', kiosks });
  caller = createTestCaller(api);
  neighbour = createTestCaller(api, kiosks[1]);
});
afterEach(() => api.reset());
afterAll(() => api.stop());

describe('an account', () => {
  test('is created, validated on a telephone, and signed in at the kiosk: once', async () => {
    const id = await registered();
    const sent = await choose(id);
    const phases = [await phaseOf(id)];
    const url = linkIn(lastEmail());
    await fetch(url);
    phases.push(await phaseOf(id));

    const page = await fetch(url, { method: 'POST' });
    phases.push(await phaseOf(id));
    const session = await write('POST', `/tenant-registrations/${id}/tenant-sessions`);
    const again = await write('POST', `/tenant-registrations/${id}/tenant-sessions`);

    expect(sent.body).toMatchObject({ maskedEmail: 'm•••@exemple.fr', againAfterSeconds: 60 });
    expect(phases).toEqual(['sent', 'opened', 'validated']);
    expect(await page.text()).toContain('Votre adresse est validée');
    expect(session.body).toMatchObject({ tenant: { displayName: 'Mme Marguerite Lévêque' } });
    expect(again.body).toMatchObject({ code: 'registration.unknown' });
    expect((await caller.signIn(ADDRESS, PASSWORD)).status).toBe(201);
  });

  test('signs nobody in before its link was used, neither with the password nor without', async () => {
    const id = await registered();
    await choose(id);

    const answers = [
      await write('POST', `/tenant-registrations/${id}/tenant-sessions`),
      await caller.signIn(ADDRESS, PASSWORD),
      await caller.signIn(ADDRESS, 'something else entirely'),
    ];

    expect(answers.map(({ body }) => (body as { code?: string }).code)).toEqual([
      'registration.not_validated',
      'tenant.email_not_validated',
      'credentials.invalid',
    ]);
  });

  test.each([
    ['number', { ...MARGUERITE, tenantNumber: '0109903' }],
    ['name', { ...MARGUERITE, familyName: 'Martin' }],
    ['birth date', { ...MARGUERITE, birthDate: '1943-03-15' }],
  ])('with a wrong %s is refused, and nothing tells what was wrong', async (_, identity) => {
    const answer = await write('POST', '/tenant-registrations', identity);

    expect([answer.status, answer.body]).toEqual([404, { status: 404, code: 'registration.refused' }]);
  });

  test('is not given to whoever guesses on and on', async () => {
    for (let tries = 0; tries < 5; tries++) {
      await write('POST', '/tenant-registrations', { ...MARGUERITE, birthDate: `1943-03-0${tries + 1}` });
    }

    const answer = await write('POST', '/tenant-registrations', MARGUERITE);

    expect(answer.body).toMatchObject({ code: 'registration.delayed' });
    expect(answer.headers.get('Retry-After')).toBe('30');
  });

  test('that is in use is not created again, and nobody else’s address is taken', async () => {
    const inUse = await write('POST', '/tenant-registrations', JEANNE);
    const id = await registered();
    const taken = await choose(id, { email: 'Jeanne.Martin@exemple.fr' });
    const easy = await choose(id, { password: 'aaaaaaaaaaaaaaaa' });

    expect([inUse, taken, easy].map(({ body }) => body)).toMatchObject([
      { code: 'registration.already_registered' },
      { code: 'registration.email_taken' },
      { code: 'password.refused' },
    ]);
  });

  test('gets its link again after a minute, at another address if wanted, and the link before is void', async () => {
    const id = await registered();
    await choose(id);
    const before = linkIn(lastEmail());

    const tooSoon = await sendAgain(id, 'm.leveque@exemple.fr');
    api.advanceSeconds(60);
    const sent = await sendAgain(id, 'm.leveque@exemple.fr');

    expect(tooSoon.body).toMatchObject({ code: 'email.delayed' });
    expect(sent.status).toBe(201);
    expect(lastEmail().to).toBe('m.leveque@exemple.fr');
    expect((await fetch(before)).status).toBe(404);
    expect((await fetch(linkIn(lastEmail()))).status).toBe(200);
  });

  test('is known at no other kiosk, and its link is good for a day', async () => {
    const id = await registered();
    await choose(id);
    const headers = await neighbour.asKiosk();

    const elsewhere = await neighbour.call('GET', `/tenant-registrations/${id}`, { headers });
    api.advanceSeconds(86_400);

    expect(elsewhere.body).toMatchObject({ code: 'registration.unknown' });
    expect((await fetch(linkIn(lastEmail()))).status).toBe(404);
  });
});

describe('a lost password', () => {
  test('is replaced with the code that came by e-mail, and the person is signed in', async () => {
    const id = await reset('jeanne.martin@exemple.fr');
    const proof = await write('POST', `/password-resets/${id}/proofs`, { code: codeIn(lastEmail()) });

    const session = await write('PUT', `/password-resets/${id}/password`, { password: PASSWORD });

    expect(proof.status).toBe(204);
    expect(session.body).toMatchObject({ tenant: { displayName: 'Mme Jeanne Martin' } });
    expect((await caller.signIn('jeanne.martin@exemple.fr', PASSWORD)).status).toBe(201);
    expect((await caller.signIn('jeanne.martin@exemple.fr')).status).toBe(401);
  });

  test('is replaced on the telephone, which the kiosk hears of and is not signed in by', async () => {
    const id = await reset('jeanne.martin@exemple.fr');
    const url = linkIn(lastEmail());
    const different = await newPassword(url, PASSWORD, 'another one entirely');
    const easy = await newPassword(url, 'short', 'short');
    const page = await newPassword(url, PASSWORD, PASSWORD);
    const headers = await caller.asKiosk();

    const { body } = await caller.call('GET', `/password-resets/${id}`, { headers });
    const put = await write('PUT', `/password-resets/${id}/password`, { password: PASSWORD });

    expect([different.status, easy.status, page.status]).toEqual([400, 400, 200]);
    expect(body).toMatchObject({ phase: 'changed' });
    expect(put.body).toMatchObject({ code: 'password_reset.over' });
    expect((await fetch(url)).status).toBe(404);
    expect((await caller.signIn('jeanne.martin@exemple.fr', PASSWORD)).status).toBe(201);
  });

  test('of an address that nobody has is answered alike, sends nothing, and no code is right', async () => {
    const id = await reset('personne@exemple.fr');

    const answer = await write('POST', `/password-resets/${id}/proofs`, { code: '123456' });

    expect(api.mailbox.emails).toEqual([]);
    expect(answer.body).toMatchObject({ code: 'reset_code.wrong' });
  });

  test('ends with the fifth wrong code, and after a quarter of an hour', async () => {
    const first = await reset('jeanne.martin@exemple.fr');
    const code = codeIn(lastEmail());
    const wrong = code === '000000' ? '000001' : '000000';
    const codes: unknown[] = [];
    for (let tries = 0; tries < 5; tries++) {
      codes.push(
        ((await write('POST', `/password-resets/${first}/proofs`, { code: wrong })).body as { code: string })
          .code,
      );
    }
    const second = await reset('odile.petit@exemple.fr');
    api.advanceSeconds(900);
    const late = await write('POST', `/password-resets/${second}/proofs`, { code: codeIn(lastEmail()) });

    expect(codes).toEqual([...Array(4).fill('reset_code.wrong'), 'password_reset.over']);
    expect(late.body).toMatchObject({ code: 'password_reset.over' });
  });
});

test('two people who signed one lease see the same account, under both names', async () => {
  const items = [];
  for (const email of ['amina.haddad@exemple.fr', 'paul.girard@exemple.fr']) {
    const headers = await caller.asTenant(email);
    const { body } = await caller.call<{ items: { id: string; lease: { holders: string[] } }[] }>(
      'GET',
      '/accounts',
      { headers },
    );
    items.push(body.items);
  }

  expect(items[0]).toEqual(items[1]);
  expect(items[0]?.[0]?.lease.holders).toEqual(['Mme Amina Haddad', 'M. Paul Girard']);
});

async function write(method: string, path: string, body?: unknown) {
  const headers = { ...(await caller.asKiosk()), ...withKey() };
  return caller.call(method, path, { headers, ...(body === undefined ? {} : { body }) });
}

async function registered(): Promise<string> {
  return ((await write('POST', '/tenant-registrations', MARGUERITE)).body as { id: string }).id;
}

function choose(id: string, changes: object = {}) {
  const body = { email: ADDRESS, password: PASSWORD, consent: CONSENT, locale: 'fr', ...changes };
  return write('PUT', `/tenant-registrations/${id}/account`, body);
}

function sendAgain(id: string, email: string) {
  return write('POST', `/tenant-registrations/${id}/emails`, { email, locale: 'fr' });
}

async function phaseOf(id: string): Promise<string> {
  const headers = await caller.asKiosk();
  return (await caller.call<{ phase: string }>('GET', `/tenant-registrations/${id}`, { headers })).body.phase;
}

async function reset(email: string): Promise<string> {
  return ((await write('POST', '/password-resets', { email, locale: 'fr' })).body as { id: string }).id;
}

function lastEmail() {
  const email = api.mailbox.emails.at(-1);
  if (!email) throw new Error('No e-mail was sent.');
  return email;
}

function linkIn({ text }: { text: string }): string {
  return /http\S+/.exec(text)?.[0] ?? '';
}

function codeIn({ text }: { text: string }): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

function newPassword(url: string, password: string, again: string): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams({ password, again }) });
}
