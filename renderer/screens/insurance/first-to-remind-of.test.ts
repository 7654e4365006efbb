import { expect, test, vi } from 'vitest';
import type { Account, Result } from '../../../preload/contract.ts';
import type { Insurance } from '../../../preload/insurance-contract.ts';
import { firstToRemindOf, LEASES_LOOKED_AT } from './first-to-remind-of.ts';

const wanted = () => true;

test('a tenant is reminded of the first lease that lacks an insurance, however late in the list', async () => {
  const { accounts, read } = arrange(20, { 'account-12': null, 'account-15': null });

  const found = await firstToRemindOf(accounts, read, wanted);

  expect(found).toMatchObject({ account: { id: 'account-12' }, standing: 'none' });
  expect(read).not.toHaveBeenCalledWith('account-13');
});

test('nobody is reminded where each lease is insured', async () => {
  const { accounts, read } = arrange(6, {});

  expect(await firstToRemindOf(accounts, read, wanted)).toBeNull();
  expect(read).toHaveBeenCalledTimes(6);
});

test('nobody is reminded of what cannot be read', async () => {
  const { accounts, read } = arrange(3, { 'account-2': null });
  read.mockResolvedValueOnce({ ok: false, error: { code: 'API_UNREACHABLE' } });

  expect(await firstToRemindOf(accounts, read, wanted)).toBeNull();
});

test('no more is read once the tenant has gone elsewhere', async () => {
  const { accounts, read } = arrange(6, {});

  await firstToRemindOf(accounts, read, () => read.mock.calls.length < 2);

  expect(read).toHaveBeenCalledTimes(2);
});

test('an owner of many garages has not each of them looked up', async () => {
  const { accounts, read } = arrange(LEASES_LOOKED_AT + 1, {});

  await firstToRemindOf(accounts, read, wanted);

  expect(read).toHaveBeenCalledTimes(LEASES_LOOKED_AT);
});

function arrange(count: number, coveredUntil: Readonly<Record<string, string | null>>) {
  const accounts = Array.from({ length: count }, (_, index) => ({ id: `account-${index + 1}` }) as Account);
  const read = vi.fn(async (accountId: string): Promise<Result<Insurance>> => {
    const until = accountId in coveredUntil ? (coveredUntil[accountId] ?? null) : '2019-06-30';
    return {
      ok: true,
      value: { isRequired: true, asOf: '2018-07-11', coveredUntil: until, certificates: [] },
    };
  });
  return { accounts, read };
}
