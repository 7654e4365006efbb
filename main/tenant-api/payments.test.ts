import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaymentReport, TenantApi } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
import {
  DEPOSIT_TOKEN,
  json,
  KIOSK_TOKEN,
  problem,
  type ScriptedServer,
  startScriptedServer,
} from './testing/scripted-server.ts';

const attemptId = '0197a0a0-0000-7000-8000-000000000001';
const body: PaymentReport = {
  payable: { kind: 'account', accountId: 'acc-1' },
  amountCents: 27_74,
  currency: 'EUR',
  paidAt: '2018-07-11T09:00:00Z',
  isWhole: true,
  terminal: {
    authorisationNumber: null,
    contract: null,
    readingMode: null,
    schemeCode: null,
    cardApplication: null,
    settledByStaff: false,
  },
};
const received = { id: attemptId, receivedAt: '2018-07-11T09:00:01Z' };
const notice = { reference: '00447320180736', accountId: 'acc-1', dueCents: 27_74, maskedName: 'Mme M•••••' };
const charge = {
  attemptId,
  amountCents: 27_74,
  currency: 'EUR',
  result: 'approved',
  authorisationNumber: null,
  contract: null,
  schemeCode: null,
} as const;

let server: ScriptedServer;
let api: TenantApi;

beforeEach(async () => {
  server = await startScriptedServer();
  api = openApi(server);
});

afterEach(async () => {
  api.close();
  await server.close();
});

describe('a payment', () => {
  const report = () => api.createPayment({ body, idempotencyKey: attemptId });

  test('is reported by the machine alone, under the attempt’s id', async () => {
    server.on('POST /payments', json(201, received));

    expect(await report()).toEqual({ outcome: 'delivered' });

    expect(server.seen.at(-1)).toMatchObject({
      headers: { authorization: `Bearer ${KIOSK_TOKEN}`, 'idempotency-key': attemptId },
      body: JSON.stringify(body),
    });
    expect(server.seen.at(-1)?.headers).not.toHaveProperty('deposit-token');
  });

  test('that is taken for another one is not taken for delivered', async () => {
    server.on('POST /payments', json(201, { ...received, id: attemptId.replace(/1$/, '2') }));

    expect(await report()).toEqual({ outcome: 'later', error: { code: 'API_BROKEN_ANSWER' } });
  });

  test.each([problem(401, 'token.invalid'), problem(401, 'kiosk.suspended'), problem(403, 'kiosk.revoked')])(
    'is not lost because this machine is not welcome (%#)',
    async (reply) => {
      server.on('POST /payments', reply);

      expect(await report()).toMatchObject({ outcome: 'later' });
    },
  );

  test('of what nobody owes is refused for good', async () => {
    server.on('POST /payments', problem(404, 'account.unknown'));

    expect(await report()).toEqual({ outcome: 'refused', problemCode: 'account.unknown' });
  });

  test('has its receipt sent under the token of whoever asked for it', async () => {
    const path = 'POST /accounts/acc-1/payment-receipt-deliveries';
    server.on(path, json(201, { id: 'e-1', acceptedAt: '2018-07-11T09:00:01Z' }));

    const outcome = await api.createPaymentReceiptDelivery({
      depositToken: DEPOSIT_TOKEN,
      accountId: 'acc-1',
      body: { paymentId: attemptId, locale: 'fr' },
      idempotencyKey: attemptId,
    });

    expect(outcome).toEqual({ outcome: 'delivered' });
    expect(server.seen.at(-1)?.headers).toMatchObject({ 'deposit-token': DEPOSIT_TOKEN });
  });
});

describe('a rent notice', () => {
  const read = () => api.readRentNotice(notice.reference);

  test('is read for whoever holds it', async () => {
    server.on(`GET /rent-notices/${notice.reference}`, json(200, notice));

    expect(await read()).toEqual({ ok: true, value: notice });
  });

  test.each([
    [problem(404, 'rent_notice.unknown'), 'RENT_NOTICE_UNKNOWN'],
    [json(200, { ...notice, reference: '99999999999929' }), 'API_BROKEN_ANSWER'],
  ] as const)('that is not told is not guessed (%#)', async (reply, code) => {
    server.on(`GET /rent-notices/${notice.reference}`, reply);

    expect(await read()).toEqual({ ok: false, error: { code } });
  });
});

describe('a card charge', () => {
  const ask = () => api.readCardCharge(attemptId);
  const card = { keySerialNumber: 'ffff9876543210e00008', ciphertexts: ['c25c1d1197d31caa'] };
  const create = () =>
    api.createCardCharge({ attemptId, body: { amountCents: 27_74, currency: 'EUR', ...card } });

  test('is told as it is', async () => {
    server.on('POST /card-charges', json(201, charge));
    server.on(`GET /card-charges/${attemptId}`, json(200, charge));

    expect([await create(), await ask()]).toEqual([
      { told: 'charge', charge },
      { told: 'charge', charge },
    ]);
  });

  test.each([
    [problem(400, 'request.invalid'), 'none'],
    [problem(503, 'bank.asleep'), 'nothing'],
    [problem(422, 'idempotency_key.reused'), 'nothing'],
  ] as const)('that was not made, or perhaps was, is told apart (%#)', async (reply, told) => {
    server.on('POST /card-charges', reply);

    expect(await create()).toMatchObject({ told });
  });

  test.each([
    [problem(404, 'card_charge.unknown'), 'none'],
    [problem(404, 'path.unknown'), 'nothing'],
    [problem(403, 'kiosk.revoked'), 'nothing'],
  ] as const)('is not there only when the API says so of this very charge (%#)', async (reply, told) => {
    server.on(`GET /card-charges/${attemptId}`, reply);

    expect(await ask()).toMatchObject({ told });
  });
});
