import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

let api: TenantApi;
let caller: TestCaller;
let tokens: Record<string, string>;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-12' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

async function signedIn(): Promise<void> {
  tokens = await caller.asTenant('jeanne.martin@exemple.fr');
}

function listAccounts(signal?: AbortSignal): Promise<Response> {
  return fetch(`${api.baseUrl}/accounts`, { headers: tokens, ...(signal ? { signal } : {}) });
}

function askForStatement(headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  return fetch(`${api.baseUrl}/accounts/account-004473/statement-deliveries`, {
    method: 'POST',
    headers: { ...tokens, ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ from: '2018-01-01', to: '2018-12-31', locale: 'fr' }),
    ...(signal ? { signal } : {}),
  });
}

describe('a fault', () => {
  test('answers with a problem, for as many requests as it was told', async () => {
    await signedIn();
    api.faults.set('listAccounts', {
      effect: { kind: 'status', status: 503, code: 'maintenance.planned', retryAfterSeconds: 7 },
      times: 2,
    });

    const answers = [await listAccounts(), await listAccounts(), await listAccounts()];

    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(answers[0]?.headers.get('Retry-After')).toBe('7');
    expect(answers[0]?.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await answers[0]?.json()).toEqual({ status: 503, code: 'maintenance.planned' });
    expect(api.faults.list()).toEqual({});
  });

  test('touches its own operation only, and comes before that of all', async () => {
    await signedIn();
    api.faults.set('listAccounts', { effect: { kind: 'status', status: 500 } });
    api.faults.set('all', { effect: { kind: 'status', status: 503 } });

    const accounts = await listAccounts();
    const ledger = await fetch(`${api.baseUrl}/accounts/account-004473/ledger-entries`, { headers: tokens });
    const nowhere = await fetch(`${api.baseUrl}/nowhere`);

    expect([accounts.status, ledger.status, nowhere.status]).toEqual([500, 503, 503]);
  });

  test('replaces a body by any text', async () => {
    await signedIn();
    api.faults.set('listAccounts', {
      effect: { kind: 'body', contentType: 'text/html', text: '<h1>Wi-Fi gratuit</h1>' },
    });

    const answer = await listAccounts();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/html');
    expect(await answer.text()).toBe('<h1>Wi-Fi gratuit</h1>');
  });

  test.each([
    ['beforeEffect', 0],
    ['beforeAnswer', 1],
    ['midAnswer', 1],
  ] as const)('cuts the connection %s, after %i e-mails', async (moment, sent) => {
    await signedIn();
    api.faults.set('createStatementDelivery', { effect: { kind: 'cut', moment } });

    const hearing = askForStatement(withKey()).then((response) => response.text());

    await expect(hearing).rejects.toThrow();
    expect(api.mailbox.emails).toHaveLength(sent);
  });

  test('that cut an answer does not double the write that is tried again', async () => {
    await signedIn();
    const key = withKey();
    api.faults.set('createStatementDelivery', { effect: { kind: 'cut', moment: 'beforeAnswer' }, times: 1 });

    await expect(askForStatement(key)).rejects.toThrow();
    const again = await askForStatement(key);

    expect(again.status).toBe(201);
    expect(api.mailbox.emails).toHaveLength(1);
  });

  test('lets nobody hear anything, until they stop waiting', async () => {
    await signedIn();
    api.faults.set('createStatementDelivery', { effect: { kind: 'silence' } });
    const patience = new AbortController();

    const hearing = askForStatement(withKey(), patience.signal);
    await expect
      .poll(() => api.requestLog.requests.at(-1))
      .toMatchObject({ operationId: 'createStatementDelivery', status: null });
    patience.abort();

    await expect(hearing).rejects.toThrow(/abort/);
    expect(api.mailbox.emails).toHaveLength(0);
  });

  test('of latency delays the answer; who stops waiting has not called the write back', async () => {
    await signedIn();
    api.faults.set('createStatementDelivery', { latencyMilliseconds: 1_000, times: 1 });
    const patience = new AbortController();

    const hearing = askForStatement(withKey(), patience.signal);
    await expect.poll(() => api.faults.list(), { interval: 10 }).toEqual({});
    patience.abort();

    await expect(hearing).rejects.toThrow(/abort/);
    await expect.poll(() => api.mailbox.emails, { timeout: 5_000 }).toHaveLength(1);
    expect((await listAccounts()).status).toBe(200);
  });

  test('of latency leaves the answer whole', async () => {
    await signedIn();
    api.faults.set('listAccounts', { latencyMilliseconds: 60 });
    const begun = performance.now();

    const answer = await listAccounts();

    expect(answer.status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  });

  test('for an operation that does not exist is refused', () => {
    expect(() => api.faults.set('listBills', { latencyMilliseconds: 1 })).toThrow(
      /one of: all, createKioskEnrolment/,
    );
  });

  test('that does nothing is refused', () => {
    expect(() => api.faults.set('all', {})).toThrow(/a latency or an effect/);
  });
});

test('a stop ends what is silent or slow at once', async () => {
  const other = await startTenantApi();
  other.faults.set('all', { latencyMilliseconds: 60_000, times: 1 });
  const slow = fetch(other.baseUrl).catch((error: Error) => error);
  await expect.poll(() => other.faults.list()).toEqual({});
  other.faults.set('all', { effect: { kind: 'silence' } });
  const silent = fetch(other.baseUrl).catch((error: Error) => error);
  await expect.poll(() => other.requestLog.requests.length).toBe(1);
  const begun = performance.now();

  await other.stop();
  await other.stop();

  expect(await slow).toBeInstanceOf(Error);
  expect(await silent).toBeInstanceOf(Error);
  // The slow answer would take a minute, the silent one for ever.
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('the log tells each request apart, and holds no secret', async () => {
  await signedIn();
  const key = withKey();
  await askForStatement(key);

  const { requests } = api.requestLog;

  expect(requests.map(({ operationId, status }) => `${operationId} ${status}`)).toEqual([
    'createKioskToken 201',
    'createTenantSession 201',
    'createStatementDelivery 201',
  ]);
  expect(requests.at(-1)).toMatchObject({
    kioskId: 'sandbox-1',
    idempotencyKey: key['Idempotency-Key'],
    isFaulty: false,
  });
  const written = JSON.stringify(requests);
  for (const secret of [api.password, api.kiosks[0].credential.privateKey, ...Object.values(tokens)]) {
    expect(written).not.toContain(secret);
  }
});

test('the API is reached through this machine’s loopback only', () => {
  expect(new URL(api.baseUrl).hostname).toBe('127.0.0.1');
});
