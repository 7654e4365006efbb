import { expect, onTestFinished, test } from 'vitest';
import { startTenantApi } from './tenant-api.ts';
import { createTestCaller, withKey } from './test-caller.ts';

interface Told {
  id: string;
  state: string;
}

test('one call stands at the desk however often it is made, until it is taken and closed', async () => {
  const { api, call, look } = await open();

  const first = await call('payments');
  const second = await call('home');
  const atTheDesk = api.helpCalls.open;
  const taken = [api.helpCalls.take(first.id), api.helpCalls.take(first.id)];
  const onTheWay = await look(first.id);
  api.helpCalls.close(first.id);

  expect(second.id).toBe(first.id);
  expect(atTheDesk).toMatchObject([{ kioskId: 'sandbox-1', screen: 'payments', state: 'waiting' }]);
  expect(taken).toEqual([true, false]);
  expect(onTheWay).toBe('taken');
  expect(await look(first.id)).toBe('closed');
  expect(api.helpCalls.open).toEqual([]);
});

test('a call that is called off, or that nobody closes, is over', async () => {
  const { api, caller, headers, call, look } = await open();
  const first = await call('home');

  await caller.call('DELETE', `/help-calls/${first.id}`, { headers: { ...headers, ...withKey() } });
  const calledOff = await look(first.id);
  const second = await call('home');
  api.advanceSeconds(1_800);

  expect(calledOff).toBe('closed');
  expect(second.id).not.toBe(first.id);
  expect(await look(second.id)).toBe('closed');
});

test('what everybody may know keeps its name until it changes', async () => {
  const { api, caller, headers } = await open();
  const paths = ['/useful-numbers', '/agencies', '/practical-texts', '/residence-alerts'];

  const etags = await Promise.all(
    paths.map(async (path) => (await caller.call('GET', path, { headers })).headers.get('ETag') ?? ''),
  );
  const again = () =>
    Promise.all(
      paths.map(async (path, index) => {
        const known = { ...headers, 'If-None-Match': etags[index] ?? '' };
        return (await caller.call('GET', path, { headers: known })).status;
      }),
    );
  const unchanged = await again();
  api.publicInformation.setResidenceAlerts([]);

  expect(unchanged).toEqual([304, 304, 304, 304]);
  expect(await again()).toEqual([304, 304, 304, 200]);
});

async function open() {
  const api = await startTenantApi();
  onTestFinished(() => api.stop());
  const caller = createTestCaller(api);
  const headers = await caller.asKiosk();
  return {
    ...{ api, caller, headers },
    async call(screen: string): Promise<Told> {
      const answer = await caller.call<Told>('POST', '/help-calls', {
        headers: { ...headers, ...withKey() },
        body: { screen },
      });
      return answer.body;
    },
    async look(id: string): Promise<string> {
      return (await caller.call<Told>('GET', `/help-calls/${id}`, { headers })).body.state;
    },
  };
}
