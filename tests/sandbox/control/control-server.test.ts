import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createBadgeReader, type SandboxBadgeReader } from '../badge-reader/badge-reader.ts';
import { type SandboxScanner, startScanner } from '../scanner/scanner.ts';
import { startTenantApi, type TenantApi } from '../tenant-api/tenant-api.ts';
import { createTestCaller, withKey } from '../tenant-api/test-caller.ts';
import { type CaisseApTerminal, startCaisseApTerminal } from '../terminal/caisse-ap/caisse-ap.ts';
import { type ControlServer, startControlServer } from './control-server.ts';

let printedFolder = '';
let api: TenantApi;
let terminal: CaisseApTerminal;
let scanner: SandboxScanner;
let badgeReader: SandboxBadgeReader;
let control: ControlServer;

beforeAll(async () => {
  printedFolder = await mkdtemp(join(tmpdir(), 'printed-'));
  api = await startTenantApi({ today: '2018-07-12' });
  terminal = await startCaisseApTerminal({
    folder: join(printedFolder, '.terminal'),
    customer: { kind: 'byHand', decisionAfterMs: 0 },
  });
  scanner = await startScanner();
  badgeReader = await createBadgeReader(join(printedFolder, '.badge-reader'));
  control = await startControlServer({ tenantApi: api, printedFolder, terminal, scanner, badgeReader });
});

afterEach(() => api.reset());

afterAll(async () => {
  await Promise.all([control.stop(), api.stop(), terminal.stop(), scanner.stop()]);
  await rm(printedFolder, { recursive: true, force: true });
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(new URL(path, control.url), {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function sendStatement(): Promise<void> {
  const caller = createTestCaller(api);
  await caller.call('POST', '/accounts/account-004473/statement-deliveries', {
    headers: { ...(await caller.asTenant('jeanne.martin@exemple.fr')), ...withKey() },
    body: { from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
  });
}

async function pay(): Promise<void> {
  const caller = createTestCaller(api);
  await caller.call('POST', '/payments', {
    headers: { ...(await caller.asKiosk()), ...withKey() },
    body: {
      payable: { kind: 'account', accountId: 'account-004473' },
      amountCents: 5_00,
      currency: 'EUR',
      paidAt: '2018-07-12T09:00:00Z',
      isWhole: false,
      terminal: {
        authorisationNumber: null,
        contract: null,
        readingMode: null,
        schemeCode: null,
        cardApplication: null,
        settledByStaff: false,
      },
    },
  });
}

describe('a test', () => {
  test('makes the API fail and work again', async () => {
    const set = await ask('PUT', '/faults/createKioskToken', {
      effect: { kind: 'status', status: 502 },
      times: 3,
    });
    const list = await ask('GET', '/faults');
    const failing = await fetch(`${api.baseUrl}/kiosk-tokens`, { method: 'POST' });
    await ask('DELETE', '/faults');
    const working = await fetch(`${api.baseUrl}/kiosk-tokens`, { method: 'POST' });

    expect(set.status).toBe(204);
    expect(await list.json()).toMatchObject({ createKioskToken: { effect: { status: 502 }, times: 3 } });
    expect([failing.status, working.status]).toEqual([502, 401]);
  });

  test('ends one fault and keeps another', async () => {
    await ask('PUT', '/faults/listAccounts', { latencyMilliseconds: 5 });
    await ask('PUT', '/faults/all', { effect: { kind: 'silence' } });

    await ask('DELETE', '/faults/all');

    expect(Object.keys(api.faults.list())).toEqual(['listAccounts']);
  });

  test('is answered while the API says nothing at all', async () => {
    await ask('PUT', '/faults/all', { effect: { kind: 'silence' } });

    const answer = await ask('GET', '/requests');

    expect(answer.status).toBe(200);
  });

  test('has the landlord book what was paid', async () => {
    await pay();
    const held = await (await ask('GET', '/payments')).json();

    const booked = await ask('POST', '/bookings');
    await ask('PUT', '/bookings', { bookings: 'atOnce' });
    await pay();

    expect(held).toMatchObject({ bookings: 'held', items: [{ amountCents: 5_00, isBooked: false }] });
    expect(booked.url).toBe(`${control.url}/`);
    expect(await (await ask('GET', '/payments')).json()).toMatchObject({
      bookings: 'atOnce',
      items: [{ isBooked: true }, { isBooked: true }],
    });
  });

  test('reads the mailbox and empties it', async () => {
    await sendStatement();

    const { items } = (await (await ask('GET', '/mailbox')).json()) as {
      items: { to: string; text: string }[];
    };
    await ask('DELETE', '/mailbox');

    expect(items).toHaveLength(1);
    expect(items[0]?.to).toBe('jeanne.martin@exemple.fr');
    expect(items[0]?.text).toContain('Chèque bancaire');
    expect(api.mailbox.emails).toHaveLength(0);
  });

  test('reads what the API was asked, and forgets it', async () => {
    await sendStatement();

    const { items } = (await (await ask('GET', '/requests')).json()) as { items: { operationId: string }[] };
    await ask('DELETE', '/requests');

    expect(items.map(({ operationId }) => operationId)).toContain('createStatementDelivery');
    expect(api.requestLog.requests).toHaveLength(0);
  });

  test('adds a tenant, who signs in', async () => {
    const answer = await ask('POST', '/tenants', tenant);
    const session = await createTestCaller(api).signIn('nouveau@exemple.fr');

    expect(answer.status).toBe(204);
    expect(session.body.tenant.displayName).toBe('M. <b>Nouveau</b>');
  });

  test('adds a tenant with 100,000 entries', async () => {
    const bookings = Array.from({ length: 100_000 }, () => ({
      postedOn: '2018-01-26',
      label: 'Loyer',
      direction: 'debit',
      amountCents: 1,
    }));

    const answer = await ask('POST', '/tenants', {
      ...tenant,
      leases: [{ ...tenant.leases[0], bookings }],
    });

    expect(answer.status).toBe(204);
    expect(api.tenants.at(-1)?.accounts[0]?.entries).toHaveLength(100_000);
  });

  test.each<[string, string, string, unknown, RegExp]>([
    ['a fault of nothing', 'PUT', '/faults/all', {}, /a latency or an effect/],
    ['a fault with an unknown key', 'PUT', '/faults/all', { latency: 5 }, /latency/],
    [
      'a fault of an unknown operation',
      'PUT',
      '/faults/payRent',
      { latencyMilliseconds: 5 },
      /no operation "payRent"/,
    ],
    [
      'a tenant with a day that does not exist',
      'POST',
      '/tenants',
      { ...makeTenant(), leases: [leaseOn('2018-02-30')] },
      /startsOn/,
    ],
    [
      'a tenant whose e-mail is taken',
      'POST',
      '/tenants',
      { ...makeTenant(), email: 'jeanne.martin@exemple.fr' },
      /already/,
    ],
    ['a tenant whose number is taken', 'POST', '/tenants', { ...makeTenant(), number: '0104473' }, /already/],
    ['time that goes back', 'POST', '/clock', { advanceSeconds: -1 }, /advanceSeconds/],
    ['something that is not JSON', 'POST', '/clock', '{"advance', /not JSON/],
    ['no body', 'POST', '/tenants', undefined, /expected object/],
  ])('is told what is wrong with %s', async (_what, method, path, body, reason) => {
    const answer = await ask(method, path, body);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(reason);
  });

  test('moves the clock on and sets everything back', async () => {
    const caller = createTestCaller(api);
    const kiosk = await caller.asKiosk();
    await ask('POST', '/clock', { advanceSeconds: 3_600 });
    const late = await caller.call('GET', '/accounts', { headers: kiosk });
    await ask('POST', '/tenants', tenant);

    const reset = await ask('POST', '/reset');

    expect(late.body).toMatchObject({ code: 'token.expired' });
    expect(reset.status).toBe(204);
    expect(api.tenants.map(({ number }) => number)).not.toContain(tenant.number);
  });

  test('finds nothing where there is nothing', async () => {
    const answers = await Promise.all([
      ask('GET', '/nothing'),
      ask('POST', '/mailbox'),
      ask('GET', '/printed/a/b'),
      ask('GET', '/printed/%zz'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe('a person', () => {
  test('finds the logins, the e-mails, the printed documents and the faults on one page', async () => {
    await writeFile(join(printedFolder, '0001 relevé.pdf'), '%PDF-1.7');
    await sendStatement();
    api.faults.set('listAccounts', { latencyMilliseconds: 1_000 });

    const answer = await ask('GET', '/');
    const html = await answer.text();

    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('jeanne.martin@exemple.fr');
    expect(html).toContain('27,74\u00A0€');
    expect(html).toContain('Bienvenue-2018');
    expect(html).toContain('Votre relevé de compte');
    expect(html).toContain('href="/printed/0001%20relev%C3%A9.pdf"');
    expect(html).toContain('listAccounts');
  });

  test('sees hostile names and labels as text; the page loads and runs nothing', async () => {
    await api.addTenant(tenant);

    const answer = await ask('GET', '/');
    const html = await answer.text();

    expect(html).toContain('M. &lt;b&gt;Nouveau&lt;/b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).not.toMatch(/<script|https?:\/\//);
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test('opens a printed document', async () => {
    await writeFile(join(printedFolder, '0002.pdf'), '%PDF-1.7 deux');

    const answer = await ask('GET', '/printed/0002.pdf');

    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(await answer.text()).toBe('%PDF-1.7 deux');
  });
});

describe('somebody curious', () => {
  test.each(['..%2F..%2Fetc%2Fpasswd', '%2Fetc%2Fpasswd', '.hidden', 'link.pdf', '', '%00'])(
    'reads no file but what was printed, not even %j',
    async (name) => {
      await writeFile(join(printedFolder, '.hidden'), 'secret');
      await symlink('/etc/passwd', join(printedFolder, 'link.pdf')).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });

      const answer = await ask('GET', `/printed/${name}`);

      expect(answer.status).toBe(404);
    },
  );

  test.each([
    ['a web page of another origin', { Origin: 'https://evil.example' }],
    ['a name that was made to point here', { Host: 'evil.example' }],
  ])('with %s is refused', async (_what, headers) => {
    const status = await statusOf('/mailbox', headers);

    expect(status).toBe(403);
  });
});

const tenant = makeTenant();

function makeTenant() {
  return {
    number: '9000009',
    displayName: 'M. <b>Nouveau</b>',
    email: 'nouveau@exemple.fr',
    story: '<script>alert(1)</script>',
    leases: [leaseOn('2018-01-01')],
  };
}

function leaseOn(startsOn: string) {
  return { number: 'N1', addressLines: ['86000 Poitiers'], startsOn, endsOn: null, bookings: [] };
}

/** fetch does not let Host and Origin be set. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(new URL(path, control.url), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the scanner', () => {
  test('is given sheets, gets them stuck, and is mended', async () => {
    const loaded = await ask('POST', '/scanner/three-sheets');
    await ask('POST', '/scanner/jam');
    const shown = await (await ask('GET', '/')).text();
    await ask('POST', '/scanner/mend');

    expect(loaded.ok).toBe(true);
    expect(shown).toContain('Feuilles dans le bac : 3');
    expect(shown).toContain('&quot;jam&quot;');
    expect(await (await ask('GET', '/scanner')).json()).toMatchObject({ sheetsInFeeder: 3, fault: null });
  });

  test('takes no fault that it cannot have', async () => {
    expect((await ask('PUT', '/scanner-fault', { kind: 'on fire' })).status).toBe(400);
    expect((await ask('POST', '/scanner/constructor')).status).toBe(404);
  });
});

test('a badge is laid on the reader by a button of the page, and taken away by another', async () => {
  const laid = await ask('POST', '/badge-reader/0004211337');
  const page = await (await ask('GET', '/')).text();
  const wrong = await ask('POST', '/badge-reader/..%2Fkeyring');
  const lying = await (await ask('GET', '/badge-reader')).json();
  await ask('POST', '/badge-reader/none');

  expect([laid.status, wrong.status]).toEqual([200, 404]);
  expect(page).toContain('le badge de Claire D.');
  expect(page).toContain('action="/badge-reader/0004211338"');
  expect([lying, badgeReader.lying()]).toEqual([{ lying: '0004211337' }, null]);
});
