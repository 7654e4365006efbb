import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TenantApi } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
import {
  DEPOSIT_TOKEN,
  json,
  KIOSK_TOKEN,
  problem,
  type ScriptedServer,
  startScriptedServer,
} from './testing/scripted-server.ts';

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

const deposit = {
  depositToken: DEPOSIT_TOKEN,
  accountId: 'acc-1',
  body: { from: '2018-01-01', to: '2018-12-31', locale: 'fr' as const },
  idempotencyKey: '0197a0a0-0000-7000-8000-000000000001',
};
const operation = 'POST /accounts/acc-1/statement-deliveries';

test('a statement is delivered under the deposit token and its own key', async () => {
  server.on(operation, json(201, { id: 'sd-1', acceptedAt: '2026-01-01T00:00:00Z' }));

  const outcome = await open().createStatementDelivery(deposit);

  expect(outcome).toEqual({ outcome: 'delivered' });
  expect(server.seen.at(-1)).toMatchObject({
    headers: {
      authorization: `Bearer ${KIOSK_TOKEN}`,
      'deposit-token': DEPOSIT_TOKEN,
      'idempotency-key': deposit.idempotencyKey,
    },
    body: JSON.stringify(deposit.body),
  });
});

test.each([
  [
    'accounts/acc-1/direct-debit-mandates',
    (api: TenantApi) =>
      api.createDirectDebitMandate({
        ...deposit,
        body: {
          reference: 'EKI-004473-1',
          holder: 'Mme Dupont',
          iban: 'FR7630006000011234567890189',
          bic: null,
          day: 5,
          signedAt: '2018-07-11T09:30:00Z',
          signature: 'M0 0L200 100',
          copyByEmail: false,
          locale: 'fr',
        },
      }),
  ],
  [
    'accounts/acc-1/direct-debit-changes',
    (api: TenantApi) => api.createDirectDebitChange({ ...deposit, body: { kind: 'day', day: 10 } }),
  ],
  [
    'accounts/acc-1/direct-debit-mandate-deliveries',
    (api: TenantApi) =>
      api.createDirectDebitMandateDelivery({ ...deposit, body: { reference: 'EKI-004473-1', locale: 'fr' } }),
  ],
  [
    'direct-debit-form-deliveries',
    (api: TenantApi) => api.createDirectDebitFormDelivery({ ...deposit, body: { locale: 'fr' } }),
  ],
] as const)('%s are handed in under the deposit token and their own key', async (path, handIn) => {
  server.on(`POST /${path}`, json(201, { id: 'received-1', acceptedAt: '2026-01-01T00:00:00Z' }));

  expect(await handIn(open())).toEqual({ outcome: 'delivered' });
  expect(server.seen.at(-1)?.headers).toMatchObject({
    'deposit-token': DEPOSIT_TOKEN,
    'idempotency-key': deposit.idempotencyKey,
  });
});

test.each([
  [problem(409, 'tenant.no_email'), { outcome: 'refused', problemCode: 'tenant.no_email' }],
  [problem(404, 'account.not_found'), { outcome: 'refused', problemCode: 'account.not_found' }],
  [problem(401, 'token.expired'), { outcome: 'refused', problemCode: 'token.expired' }],
  [problem(403, 'account.not_yours'), { outcome: 'refused', problemCode: 'account.not_yours' }],
  [problem(401, 'kiosk.suspended'), { outcome: 'later', error: { code: 'API_REFUSED' } }],
  [problem(403, 'kiosk.revoked'), { outcome: 'later', error: { code: 'API_REFUSED' } }],
  [problem(408, 'request.timeout'), { outcome: 'later', error: { code: 'API_TIMEOUT' } }],
  [problem(425, 'too.early'), { outcome: 'later', error: { code: 'API_REFUSED' } }],
  [
    problem(429, 'rate.limited', { 'Retry-After': '30' }),
    { outcome: 'later', error: { code: 'API_UNREACHABLE', retryAfterSeconds: 30 } },
  ],
  [problem(502, 'gateway.bad'), { outcome: 'later', error: { code: 'API_UNREACHABLE' } }],
])('what is refused for good and what is tried again are told apart (%#)', async (reply, expected) => {
  server.on(operation, reply);

  expect(await open().createStatementDelivery(deposit)).toEqual(expected);
});

test('a page of a hotel network is not taken for the API', async () => {
  server.on(operation, (_request, response) => {
    response.writeHead(403, { 'Content-Type': 'text/html' }).end('<h1>Please log in</h1>');
  });

  const outcome = await open().createStatementDelivery(deposit);

  expect(outcome).toEqual({ outcome: 'later', error: { code: 'API_BROKEN_ANSWER' } });
});

test.each([problem(401, 'credential.unknown'), problem(401, 'token.invalid'), problem(403, 'kiosk.revoked')])(
  'a kiosk that is not recognised keeps what it has to hand in (%#)',
  async (reply) => {
    server.on('POST /kiosk-tokens', reply);

    const outcome = await open().createStatementDelivery(deposit);

    expect(outcome).toEqual({ outcome: 'later', error: { code: 'KIOSK_NOT_RECOGNISED' } });
    expect(server.countOf(operation)).toBe(0);
  },
);

test('a deposit whose connection is cut is left to the outbox to try again', async () => {
  server.on(operation, (_request, response) => response.destroy());

  const outcome = await open().createStatementDelivery(deposit);

  expect(outcome).toEqual({ outcome: 'later', error: { code: 'API_UNREACHABLE' } });
  expect(server.countOf(operation)).toBe(1);
});

test('an id that would lead to another path is a bug, not a request', async () => {
  await expect(
    open().createStatementDelivery({ ...deposit, accountId: '../tenant-sessions' }),
  ).rejects.toThrow(TypeError);
  expect(server.countOf('POST /tenant-sessions/statement-deliveries')).toBe(0);
});

function open(): TenantApi {
  const api = openApi(server);
  apis.push(api);
  return api;
}
