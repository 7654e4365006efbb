import { useCallback, useEffect, useState } from 'react';
import type { Account, Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';

export type AccountsState =
  | { name: 'loading' }
  | { name: 'ready'; accounts: readonly Account[] }
  | { name: 'failed'; error: Failure };

/** The person's accounts, read when they have signed in and after they have paid. */
export function useAccounts(): { accounts: AccountsState; readAgain(): void } {
  const [accounts, setAccounts] = useState<AccountsState>({ name: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let gone = false;
    void ask('account.list', undefined).then((answer) => {
      if (gone) return;
      setAccounts(
        answer.ok ? { name: 'ready', accounts: answer.value } : { name: 'failed', error: answer.error },
      );
    });
    return () => {
      gone = true;
    };
  }, [attempt]);

  const readAgain = useCallback(() => {
    setAccounts({ name: 'loading' });
    setAttempt((before) => before + 1);
  }, []);

  return { accounts, readAgain };
}
