import type { Account, Result } from '../../../preload/contract.ts';
import type { Insurance } from '../../../preload/insurance-contract.ts';
import { type Standing, standingOf } from './standing.ts';

/** As many as the landlord lists at a time; whoever has a hundred garages has not each of them looked up. */
export const LEASES_LOOKED_AT = 50;

export interface ToRemindOf {
  account: Account;
  insurance: Insurance;
  standing: Exclude<Standing, 'insured' | 'notRequired'>;
}

/**
 * The first lease whose insurance runs out, has run out, or was never sent; null where all is well. One is read after
 * the other, until none is wanted any more. What cannot be read is no reason to remind anybody.
 */
export async function firstToRemindOf(
  accounts: readonly Account[],
  read: (accountId: string) => Promise<Result<Insurance>>,
  isWanted: () => boolean,
): Promise<ToRemindOf | null> {
  for (const account of accounts.slice(0, LEASES_LOOKED_AT)) {
    if (!isWanted()) return null;
    const answer = await read(account.id);
    if (!answer.ok) return null;
    const standing = standingOf(answer.value);
    if (standing !== 'insured' && standing !== 'notRequired') {
      return { account, insurance: answer.value, standing };
    }
  }
  return null;
}
