import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { REFUSED_AMOUNT_CENTS, SLOW_AMOUNT_CENTS } from './card-charges.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const LEAFLET = 'jeanne.martin@exemple.fr';
const PAYMENT_ID = '0197a0a0-0000-7000-8000-00007f3a21c9';
const REPORT = {
  payable: { kind: 'account', accountId: 'account-004473' },
  amountCents: 20_00,
  currency: 'EUR',
  paidAt: '2018-07-12T09:00:00Z',
  isWhole: false,
  terminal: {
    authorisationNumber: '240891',
    contract: null,
    readingMode: 'contact',
    schemeCode: null,
    cardApplication: null,
    settledByStaff: false,
  },
};

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-12' });
  caller = createTestCaller(api);
});
beforeEach(() => api.reset());
afterAll(() => api.stop());

test('a payment is received once, and told beside the ledger until it is booked', async () => {
  const answers = [await report(), await report()];
  const before = await ledger();
  api.payments.bookHeld();
  const after = await ledger();

  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [201, { id: PAYMENT_ID, receivedAt: expect.any(String) }],
    [201, answers[0]?.body],
  ]);
  expect(api.payments.received).toHaveLength(1);
  expect(before).toMatchObject({
    closingBalanceCents: 27_74,
    entryCount: 7,
    recentPayments: [{ paymentId: PAYMENT_ID, amountCents: 20_00, booked: false }],
  });
  expect(after).toMatchObject({
    closingBalanceCents: 7_74,
    entryCount: 8,
    recentPayments: [{ paymentId: PAYMENT_ID, booked: true }],
  });
});

test('a payment of a rent notice is one of its account, and leaves less to pay of the notice', async () => {
  const payable = { kind: 'rentNotice', reference: '00447320180736' };

  await report({ ...REPORT, payable });

  expect(api.payments.received).toMatchObject([{ accountId: 'account-004473', isBooked: false }]);
  const headers = await caller.asKiosk();
  const notice = await caller.call('GET', `/rent-notices/${payable.reference}`, { headers });
  expect(notice.body).toMatchObject({ dueCents: 7_74 });
  api.payments.bookHeld();
  const booked = await caller.call('GET', `/rent-notices/${payable.reference}`, { headers });
  expect(booked.body).toMatchObject({ dueCents: 7_74 });
});

test.each([
  [{ kind: 'account', accountId: 'account-nobody' }, 'account.unknown'],
  [{ kind: 'rentNotice', reference: '99999999999929' }, 'rent_notice.unknown'],
])('what nobody owes is refused: %j', async (payable, code) => {
  const { status, body } = await report({ ...REPORT, payable });

  expect([status, body]).toEqual([404, { status: 404, code }]);
});

test('the history tells payments by their means, and the receipt goes to the address on file', async () => {
  await report();
  const headers = await caller.asTenant(LEAFLET);

  const list = await caller.call('GET', '/accounts/account-004473/payments?limit=2', { headers });
  const sent = await caller.call('POST', '/accounts/account-004473/payment-receipt-deliveries', {
    headers: { ...(await caller.asTenant(LEAFLET)), ...withKey() },
    body: { paymentId: PAYMENT_ID, locale: 'fr' },
  });

  expect(list.body).toMatchObject({
    items: [
      { id: PAYMENT_ID, means: 'cardAtKiosk', state: 'received', receipt: { reference: '7F3A-21C9' } },
      { means: 'cheque', state: 'booked', amountCents: 43_86, receipt: null },
    ],
    nextCursor: null,
  });
  expect(sent.status).toBe(201);
  expect(api.mailbox.emails).toMatchObject([{ to: LEAFLET, subject: 'Votre reçu de paiement' }]);
  expect(api.mailbox.emails[0]?.text).toContain('n’est pas une quittance');
});

test('an unknown payment has no receipt', async () => {
  const sent = await caller.call('POST', '/accounts/account-004473/payment-receipt-deliveries', {
    headers: { ...(await caller.asTenant(LEAFLET)), ...withKey() },
    body: { paymentId: PAYMENT_ID, locale: 'fr' },
  });

  expect(sent.body).toMatchObject({ code: 'payment.unknown' });
});

test('the provider charges once, refuses and dawdles by amount, and never charges what it denied', async () => {
  const charged = [await charge(27_74), await charge(27_74)];
  const refused = await charge(REFUSED_AMOUNT_CENTS, PAYMENT_ID.replace('9', '1'));
  const slowId = PAYMENT_ID.replace('9', '2');
  const slow = [await charge(SLOW_AMOUNT_CENTS, slowId), await ask(slowId), await ask(slowId)];
  const deniedId = PAYMENT_ID.replace('9', '3');
  const denied = [await ask(deniedId), await charge(27_74, deniedId)];

  expect(charged.map(({ body }) => body)).toMatchObject([{ result: 'approved' }, { result: 'approved' }]);
  expect(api.cardCharges.charges.filter(({ attemptId }) => attemptId === PAYMENT_ID)).toHaveLength(1);
  expect(refused.body).toMatchObject({ result: 'refused' });
  expect(slow.map(({ body }) => body)).toMatchObject([
    { result: 'inProgress' },
    { result: 'inProgress' },
    { result: 'approved' },
  ]);
  expect(denied.map(({ body }) => body)).toMatchObject([
    { code: 'card_charge.unknown' },
    { result: 'refused' },
  ]);
});

async function report(body: object = REPORT) {
  const headers = { ...(await caller.asKiosk()), 'Idempotency-Key': PAYMENT_ID };
  return caller.call('POST', '/payments', { headers, body });
}

async function ledger() {
  const headers = await caller.asTenant(LEAFLET);
  return (await caller.call('GET', '/accounts/account-004473/ledger-entries', { headers })).body;
}

async function charge(amountCents: number, attemptId = PAYMENT_ID) {
  const headers = { ...(await caller.asKiosk()), 'Idempotency-Key': attemptId };
  const card = { keySerialNumber: 'ffff9876543210e00008', ciphertexts: ['c25c1d1197d31caa'] };
  return caller.call('POST', '/card-charges', { headers, body: { amountCents, currency: 'EUR', ...card } });
}

async function ask(attemptId: string) {
  return caller.call('GET', `/card-charges/${attemptId}`, { headers: await caller.asKiosk() });
}
