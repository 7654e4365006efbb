import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const JEANNE = 'jeanne.martin@exemple.fr';
const ODILE = 'odile.petit@exemple.fr';

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('an hour belongs to whoever was first, and to nobody again once it is cancelled', async () => {
  const jeanne = await caller.asTenant(JEANNE);
  const odile = await caller.asTenant(ODILE);
  const slotId = api.appointments.free()[0]?.id ?? '';

  const booked = await book(jeanne, slotId);
  const tooLate = await book(odile, slotId);

  expect(booked.status).toBe(201);
  expect(tooLate.body).toEqual({ status: 409, code: 'slot.taken' });
  const path = `/appointments/appointment-${slotId}`;
  const others = await caller.call('DELETE', path, { headers: { ...odile, ...withKey() } });
  const own = await caller.call('DELETE', path, { headers: { ...jeanne, ...withKey() } });
  expect([others.status, own.status]).toEqual([404, 204]);
  expect((await book(odile, slotId)).status).toBe(201);
});

test('the same wish twice is one appointment', async () => {
  const headers = { ...(await caller.asTenant(JEANNE)), ...withKey() };
  const slotId = api.appointments.free()[0]?.id ?? '';

  const answers = [await book(headers, slotId), await book(headers, slotId)];

  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const { body } = await caller.call('GET', '/appointments', { headers });
  expect(body).toMatchObject({ items: [{ subject: 'repairs' }], nextCursor: null });
});

test('an appointment is moved in one act, and stays where it is when it cannot be', async () => {
  const jeanne = await caller.asTenant(JEANNE);
  const [first, second, third] = api.appointments.free().map(({ id }) => id);
  const own = () => api.appointments.of('tenant-0104473').map(({ id }) => id);
  await book(jeanne, first ?? '');
  api.appointments.takeAway(second ?? '');

  const tooLate = await book(jeanne, second ?? '', `appointment-${first}`);
  expect([tooLate.body, own()]).toEqual([{ status: 409, code: 'slot.taken' }, [`appointment-${first}`]]);
  expect((await book(jeanne, third ?? '', `appointment-${first}`)).status).toBe(201);
  expect(own()).toEqual([`appointment-${third}`]);
  expect((await book(jeanne, first ?? '', `appointment-${first}`)).status).toBe(404);
});

test('staff are free on workdays, by the clock on the wall', () => {
  const free = api.appointments.free();

  expect(free[0]?.startsAt).toBe('2018-07-12T07:00:00.000Z');
  expect(free.some(({ startsAt }) => startsAt.startsWith('2018-07-14'))).toBe(false);
});

function book(headers: Record<string, string>, slotId: string, replaces?: string) {
  return caller.call('POST', '/appointments', {
    headers: { ...withKey(), ...headers },
    body: { slotId, subject: 'repairs', ...(replaces === undefined ? {} : { replaces }) },
  });
}
