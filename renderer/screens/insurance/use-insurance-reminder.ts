import { useEffect, useState } from 'react';
import type { Account } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';
import { firstToRemindOf, type ToRemindOf } from './first-to-remind-of.ts';

/** Which lease to remind of: read when the leases are known, and anew each time the insurance service was left. */
export function useInsuranceReminder(
  accounts: readonly Account[],
  isServiceOpen: boolean,
): ToRemindOf | null {
  const [found, setFound] = useState<ToRemindOf | null>(null);

  useEffect(() => {
    if (isServiceOpen) return;
    let gone = false;
    const read = (accountId: string) => ask('insurance.read', { accountId });
    void firstToRemindOf(accounts, read, () => !gone).then((first) => {
      if (!gone) setFound(first);
    });
    return () => {
      gone = true;
      setFound(null);
    };
  }, [accounts, isServiceOpen]);

  return found;
}
