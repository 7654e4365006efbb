/** Which lease and which period the person is looking at; the same on every screen. */
import type { Account, AccountPeriod, CallInput } from '../../preload/contract.ts';

export interface Selection {
  account: Account;
  period: AccountPeriod;
}

/**
 * What was chosen, as the accounts stand now; until something is chosen the first of everything: the newest lease,
 * the most useful period. Null without any lease.
 */
export function currentSelection(accounts: readonly Account[], chosen: Selection | null): Selection | null {
  const account = accounts.find(({ id }) => id === chosen?.account.id) ?? accounts[0];
  return account ? selectionOf(account, chosen?.period) : null;
}

/** @param like the period before, kept when the other lease has one like it */
export function selectionOf(account: Account, like?: AccountPeriod): Selection {
  const same = like && account.periods.find((period) => periodKey(period) === periodKey(like));
  const period = same ?? account.periods[0];
  if (!period) throw new Error('an account without a period');
  return { account, period };
}

export function periodKey({ kind, from, to }: AccountPeriod): string {
  return kind === 'year' ? `${kind} ${from} ${to}` : kind;
}

export function askedPeriod({ account, period }: Selection): CallInput<'statement.print'> {
  return { accountId: account.id, from: period.from, to: period.to };
}
