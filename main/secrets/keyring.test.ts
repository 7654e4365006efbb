import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEYRING_ACCOUNTS, KEYRING_SERVICE, type Keyring, type Keytar, openKeyring } from './keyring.ts';

const unavailable = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('secrets are written and read under the service name of the kiosk', async () => {
  const held = new Map<string, string>();
  const keyring = await open({
    getPassword: async (service, account) => held.get(`${service} ${account}`) ?? null,
    setPassword: async (service, account, password) => {
      held.set(`${service} ${account}`, password);
    },
    deletePassword: async (service, account) => held.delete(`${service} ${account}`),
  });

  const before = await keyring.read(KEYRING_ACCOUNTS.kioskCredential);
  await keyring.write(KEYRING_ACCOUNTS.kioskCredential, 'secret');
  const after = await keyring.read(KEYRING_ACCOUNTS.kioskCredential);

  expect(before).toEqual({ ok: true, value: null });
  expect(after).toEqual({ ok: true, value: 'secret' });
  expect([...held.keys()]).toEqual([`${KEYRING_SERVICE} kiosk-credential`]);
  await keyring.erase(KEYRING_ACCOUNTS.kioskCredential);
  expect([...held.keys()]).toEqual([]);
});

test('a machine without keytar is told so', async () => {
  const opened = await openKeyring({ load: () => Promise.reject(new Error('Cannot find module')) });

  expect(opened).toEqual(unavailable);
});

test('a keyring that refuses is a value', async () => {
  const keyring = await open({
    getPassword: () => Promise.reject(new Error('Object does not exist')),
    setPassword: () => Promise.reject(new Error('locked')),
  });

  expect(await keyring.read('sealing-key')).toEqual(unavailable);
  expect(await keyring.write('sealing-key', 'x')).toEqual(unavailable);
});

test('a keyring that hangs is given up after its time, and not asked again while it hangs', async () => {
  const getPassword = vi.fn(() => new Promise<string | null>(() => undefined));
  const keyring = await open({ getPassword, setPassword: async () => undefined }, 5);

  const first = keyring.read('sealing-key');
  await vi.advanceTimersByTimeAsync(5_000);

  expect(await first).toEqual(unavailable);
  expect(await keyring.read('sealing-key')).toEqual(unavailable);
  expect(getPassword).toHaveBeenCalledTimes(1);
});

test('a keyring that comes back is asked again', async () => {
  const unlock = Promise.withResolvers<string | null>();
  const getPassword = vi
    .fn(async () => 'second answer')
    .mockReturnValueOnce(unlock.promise as Promise<string>);
  const keyring = await open({ getPassword, setPassword: async () => undefined }, 5);
  const first = keyring.read('sealing-key');
  await vi.advanceTimersByTimeAsync(5_000);
  await first;

  unlock.resolve('too late');
  await vi.advanceTimersByTimeAsync(0);

  expect(await keyring.read('sealing-key')).toEqual({ ok: true, value: 'second answer' });
});

test('no timer outlives an answer', async () => {
  const keyring = await open({ getPassword: async () => null, setPassword: async () => undefined });

  await keyring.read('sealing-key');

  expect(vi.getTimerCount()).toBe(0);
});

async function open(
  part: Pick<Keytar, 'getPassword' | 'setPassword'> & Partial<Keytar>,
  timeoutSeconds = 5,
): Promise<Keyring> {
  const keytar: Keytar = { deletePassword: async () => true, ...part };
  const opened = await openKeyring({ timeoutSeconds, load: async () => keytar });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}
