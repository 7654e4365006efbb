import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ok, problem } from './answer.ts';
import { SECURITY_SCHEMES } from './callers.ts';
import { CONTRACT_FILE, type Deeds, openContract } from './contract.ts';
import { OPERATIONS } from './operations/all-operations.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { type Call, createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const deeds: Deeds = {
  operationIds: Object.keys(OPERATIONS),
  securitySchemes: Object.keys(SECURITY_SCHEMES),
  prove: () => null,
  act: () => Promise.reject(new Error('Nothing is asked here.')),
};

describe('the contract', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contract-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function contractWith(change: (yaml: string) => string): Promise<string> {
    const file = join(folder, 'openapi.yaml');
    await writeFile(file, change(await readFile(CONTRACT_FILE, 'utf8')));
    return file;
  }

  test('that grew an operation which the sandbox has not is told at the start', async () => {
    const file = await contractWith((yaml) =>
      yaml.replace('operationId: listAccounts', 'operationId: listBills'),
    );

    await expect(openContract(deeds, file)).rejects.toThrow(
      'differ in their operations: listBills, listAccounts',
    );
  });

  test.each([
    ['a format that nothing checks', (yaml: string) => yaml.replace('format: date-time', 'format: moment')],
    ['a keyword that nothing checks', (yaml: string) => yaml.replace('maxItems: 6', 'prefixItems: []')],
    [
      'a type that does not exist',
      (yaml: string) => yaml.replace('type: integer, minimum: 1', 'type: intger, minimum: 1'),
    ],
  ])('with %s fails the start', async (_what, change) => {
    const file = await contractWith(change);

    await expect(openContract(deeds, file)).rejects.toThrow();
  });

  test.each<[string, string, Answer, RegExp]>([
    [
      'an amount as a float',
      'listLedgerEntries',
      ok(pageWith({ amountCents: 27.74 })),
      /amountCents must be integer/,
    ],
    [
      'a day that does not exist',
      'listLedgerEntries',
      ok(pageWith({ postedOn: '2018-02-30' })),
      /postedOn must match format/,
    ],
    [
      'a missing balance',
      'listLedgerEntries',
      ok({ ...pageWith({}), closingBalanceCents: undefined }),
      /closingBalanceCents/,
    ],
    [
      'a label that is too long',
      'listLedgerEntries',
      ok(pageWith({ label: 'x'.repeat(201) })),
      /label must NOT have more/,
    ],
    ['a status without its body', 'listAccounts', { ...ok(null), contentType: null }, /body is missing/],
    ['another media type', 'listAccounts', { ...ok({}), contentType: 'text/html' }, /text\/html/],
    [
      'a delay that is no number',
      'listAccounts',
      { ...problem('sign_in.delayed'), headers: { 'Retry-After': 'soon' } },
      /Retry-After must be integer/,
    ],
    [
      'a code with capitals',
      'listAccounts',
      { ...problem('path.unknown'), body: { status: 404, code: 'NO' } },
      /code must match/,
    ],
  ])('lets no answer leave with %s', async (_what, operationId, answer, breach) => {
    const contract = await openContract(deeds);

    const breaches = contract.breachesOf(operationId, answer);

    expect(breaches.join()).toMatch(breach);
  });
});

describe('a request that breaks the contract', () => {
  let api: TenantApi;
  let caller: TestCaller;
  let tokens: Record<string, string>;

  beforeAll(async () => {
    api = await startTenantApi();
    caller = createTestCaller(api);
    tokens = await caller.asTenant('jeanne.martin@exemple.fr');
  });

  afterAll(() => api.stop());

  const LEDGER = '/accounts/account-004473/ledger-entries';
  const DELIVERIES = '/accounts/account-004473/statement-deliveries';
  const statement = { from: '2018-01-01', to: '2018-12-31', locale: 'fr' };
  const credentials = { email: 'jeanne.martin@exemple.fr', password: 'x' };

  test.each<[string, string, string, Call]>([
    ['an unknown parameter', 'GET', '/accounts?page=2', {}],
    ['a parameter named like a part of every object', 'GET', '/accounts?__proto__=1', {}],
    ['an empty cursor', 'GET', '/accounts?cursor=', {}],
    ['a cursor without end', 'GET', `/accounts?cursor=${'x'.repeat(513)}`, {}],
    ['a limit of nothing', 'GET', `${LEDGER}?limit=0`, {}],
    ['a limit beyond the contract', 'GET', `${LEDGER}?limit=201`, {}],
    ['a limit that is no number', 'GET', `${LEDGER}?limit=ten`, {}],
    ['half a limit', 'GET', `${LEDGER}?limit=1.5`, {}],
    ['a day that does not exist', 'GET', `${LEDGER}?from=2018-02-29`, {}],
    ['a day in French', 'GET', `${LEDGER}?from=26/06/2018`, {}],
    ['two first days', 'GET', `${LEDGER}?from=2018-01-01&from=2018-02-01`, {}],
    ['a period that ends before it begins', 'GET', `${LEDGER}?from=2018-02-01&to=2018-01-31`, {}],
    ['an account that is a path', 'GET', '/accounts/..%2F..%2Fetc/ledger-entries', {}],
    ['a path that is not encoded right', 'GET', '/accounts/%zz/ledger-entries', {}],
    ['no idempotency key', 'POST', DELIVERIES, { body: statement }],
    ['a key that is no UUID', 'POST', DELIVERIES, { body: statement, headers: withKey('1') }],
    ['no body', 'POST', DELIVERIES, { headers: withKey() }],
    ['half a body', 'POST', DELIVERIES, { body: '{"from":"2018-01', headers: withKey() }],
    ['a body that is a list', 'POST', DELIVERIES, { body: [statement], headers: withKey() }],
    ['a body that is null', 'POST', DELIVERIES, { body: 'null', headers: withKey() }],
    [
      'a body with an address of its own',
      'POST',
      DELIVERIES,
      { body: { ...statement, to_email: 'a@b.fr' }, headers: withKey() },
    ],
    [
      'a body with a prototype',
      'POST',
      DELIVERIES,
      { body: `{"__proto__":{},${JSON.stringify(statement).slice(1)}`, headers: withKey() },
    ],
    [
      'a body that says it is text',
      'POST',
      DELIVERIES,
      { body: statement, headers: { ...withKey(), 'Content-Type': 'text/plain' } },
    ],
    ['an unknown language', 'POST', DELIVERIES, { body: { ...statement, locale: 'de' }, headers: withKey() }],
    [
      'a statement that ends before it begins',
      'POST',
      DELIVERIES,
      { body: { ...statement, to: '2017-12-31' }, headers: withKey() },
    ],
    [
      'a password of 10,000 characters',
      'POST',
      '/tenant-sessions',
      { body: { ...credentials, password: 'x'.repeat(10_000) }, headers: withKey() },
    ],
    [
      'an empty password',
      'POST',
      '/tenant-sessions',
      { body: { ...credentials, password: '' }, headers: withKey() },
    ],
    [
      'a password that is a number',
      'POST',
      '/tenant-sessions',
      { body: { ...credentials, password: 1 }, headers: withKey() },
    ],
  ])('by %s is refused', async (_what, method, path, { headers = {}, body }) => {
    const answer = await caller.call(method, path, { headers: { ...tokens, ...headers }, body });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  test('is told what was expected, never what stood there', async () => {
    const body = '{"email":"jeanne.martin@exemple.fr","password":"Secret-1"';

    const answer = await caller.call('POST', '/tenant-sessions', {
      headers: { ...tokens, ...withKey() },
      body,
    });

    expect(answer.body).toEqual({
      status: 400,
      code: 'request.invalid',
      detail: 'requestBody must be JSON; requestBody must be object',
    });
  });

  test('by its path or its method is told so', async () => {
    const unknown = await caller.call('GET', '/invoices', { headers: tokens });
    const withSlash = await caller.call('GET', '/accounts/', { headers: tokens });
    const wrongMethod = await caller.call('PUT', '/accounts', { headers: tokens });

    expect(unknown.body).toEqual({ status: 404, code: 'path.unknown' });
    expect(withSlash.body).toEqual({ status: 404, code: 'path.unknown' });
    expect(wrongMethod.body).toEqual({ status: 405, code: 'method.unknown' });
    expect(wrongMethod.headers.get('Allow')).toBe('GET');
  });

  test('by a body of more than one megabyte is refused, and the next request is answered', async () => {
    const body = JSON.stringify({ ...statement, locale: 'x'.repeat(3 * 1024 * 1024) });

    const answer = await caller.call('POST', DELIVERIES, { headers: { ...tokens, ...withKey() }, body });
    const next = await caller.call('GET', '/accounts', { headers: tokens });

    expect(answer.body).toEqual({ status: 413, code: 'request.too_large' });
    expect(next.status).toBe(200);
  });

  test('by a body that is not UTF-8 is refused', async () => {
    const response = await fetch(`${api.baseUrl}${DELIVERIES}`, {
      method: 'POST',
      headers: { ...tokens, ...withKey(), 'Content-Type': 'application/json' },
      body: Buffer.from('{"locale":"\xE9"}', 'latin1'),
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'request.invalid' });
  });
});

function pageWith(entry: object) {
  return {
    items: [
      {
        id: 'e1',
        postedOn: '2018-06-26',
        label: 'APL 06/18',
        direction: 'credit',
        amountCents: 100,
        balanceAfterCents: 0,
        ...entry,
      },
    ],
    nextCursor: null,
    changesCursor: 'changes',
    openingBalanceCents: 0,
    closingBalanceCents: 0,
    entryCount: 1,
    recentPayments: [],
  };
}
