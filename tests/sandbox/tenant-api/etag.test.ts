import { expect, onTestFinished, test } from 'vitest';
import { startTenantApi } from './tenant-api.ts';
import { createTestCaller } from './test-caller.ts';

test('what has not changed is not told again, and what has changed is told whole', async () => {
  const api = await startTenantApi({ bookings: 'atOnce' });
  onTestFinished(() => api.stop());
  const caller = createTestCaller(api);
  const headers = await caller.asTenant('odile.petit@exemple.fr');
  const first = await caller.call<{ items: { id: string }[] }>('GET', '/accounts', { headers });
  const etag = first.headers.get('ETag') ?? '';
  const accountId = first.body.items[0]?.id ?? '';
  const again = () => caller.call('GET', '/accounts', { headers: { ...headers, 'If-None-Match': etag } });

  const unchanged = await again();
  api.payments.receive({
    id: '0197a0a0-0000-7000-8000-000000000001',
    accountId,
    amountCents: 100,
    paidAt: '2018-07-11T09:00:00.000Z',
    isWhole: false,
    authorisationNumber: null,
    settledByStaff: false,
  });
  const changed = await again();

  expect(unchanged).toMatchObject({ status: 304, body: null });
  expect(changed.status).toBe(200);
  expect(changed.headers.get('ETag')).not.toBe(etag);
});

test('a page that others follow has a new cursor each time, and no name', async () => {
  const api = await startTenantApi();
  onTestFinished(() => api.stop());
  const caller = createTestCaller(api);
  const headers = await caller.asTenant('henri.rousseau@exemple.fr');
  const accounts = await caller.call<{ items: { id: string }[] }>('GET', '/accounts', { headers });

  const page = await caller.call('GET', `/accounts/${accounts.body.items[0]?.id}/ledger-entries`, {
    headers,
  });

  expect(page.status).toBe(200);
  expect(page.headers.get('ETag')).toBeNull();
});
