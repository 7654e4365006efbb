import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskedName, NOBODYS_REFERENCE, noticeCode, withCheckDigits } from './rent-notices.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-12' });
  caller = createTestCaller(api);
});

afterAll(() => api.stop());

async function read(reference: string) {
  return caller.call('GET', `/rent-notices/${reference}`, { headers: await caller.asKiosk() });
}

test('whoever holds the leaflet’s notice learns what is to be paid, and a masked name', async () => {
  const { status, body } = await read('00447320180736');

  expect(status).toBe(200);
  expect(body).toEqual({
    reference: '00447320180736',
    accountId: 'account-004473',
    dueCents: 27_74,
    maskedName: 'Mme M•••••',
  });
});

test('what a kiosk has reported is not asked for again, booked or not', async () => {
  const headers = { ...(await caller.asKiosk()), ...withKey() };
  const terminal = {
    authorisationNumber: null,
    contract: null,
    readingMode: null,
    schemeCode: null,
    cardApplication: null,
    settledByStaff: false,
  };
  api.payments.setBookings('held');

  const report = await caller.call('POST', '/payments', {
    headers,
    body: {
      payable: { kind: 'rentNotice', reference: '00447320180736' },
      amountCents: 20_00,
      currency: 'EUR',
      isWhole: false,
      paidAt: '2018-07-12T09:00:00Z',
      terminal,
    },
  });
  const before = await read('00447320180736');
  api.payments.bookHeld();
  const after = await read('00447320180736');
  api.reset();

  expect(report.status).toBe(201);
  expect([before, after].map(({ body }) => body)).toEqual([
    expect.objectContaining({ dueCents: 7_74 }),
    expect.objectContaining({ dueCents: 7_74 }),
  ]);
});

test('nothing is left to pay of the notice of the month before', async () => {
  const { body } = await read(withCheckDigits('004473201806'));

  expect(body).toMatchObject({ dueCents: 0 });
});

test('a well-formed reference that is nobody’s is unknown', async () => {
  const { status, body } = await read(NOBODYS_REFERENCE);

  expect(status).toBe(404);
  expect(body).toMatchObject({ code: 'rent_notice.unknown' });
});

test('nobody reads a notice but an enrolled kiosk', async () => {
  expect((await caller.call('GET', '/rent-notices/00447320180736')).status).toBe(401);
});

test('no two notices have the same reference', () => {
  const references = api.rentNotices.map(({ reference }) => reference);

  expect(new Set(references).size).toBe(references.length);
});

test('the code of a notice is what the contract says', () => {
  expect(noticeCode('00447320180736', 27_74)).toBe('EKI100447320180736000000277468');
});

describe('a masked name', () => {
  test.each([
    ['Mme Jeanne Martin', 'Mme M•••••'],
    ['M. et Mme Lucas Moreau', 'M. et Mme M•••••'],
    ['Mme Zoé D’Hérouville-Çağlar', 'Mme D•••••'],
    ['السيد يوسف بن علي الحداد', 'السيد ا•••••'],
    ['Zoe\u0301 E\u0301luard', 'E\u0301•••••'],
    ['Mme', 'M•••••'],
    ['Li', 'L•••••'],
  ])('of %s is %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});
