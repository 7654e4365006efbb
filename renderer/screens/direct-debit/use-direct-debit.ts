import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { DirectDebit } from '../../../preload/direct-debit-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type DirectDebitState =
  | { name: 'loading' }
  | { name: 'ready'; directDebit: DirectDebit }
  | { name: 'failed'; error: Failure };

/** How an account is debited, read when it is chosen and whenever it is asked for again. */
export function useDirectDebit(accountId: string): { state: DirectDebitState; readAgain(): void } {
  const [known, setKnown] = useState<{ accountId: string; state: DirectDebitState } | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let gone = false;
    void ask('directDebit.read', { accountId }).then((answer) => {
      if (gone) return;
      const state: DirectDebitState = answer.ok
        ? { name: 'ready', directDebit: answer.value }
        : { name: 'failed', error: answer.error };
      setKnown({ accountId, state });
    });
    return () => {
      gone = true;
    };
  }, [accountId, attempt]);

  const readAgain = useCallback(() => {
    setKnown(null);
    setAttempt((before) => before + 1);
  }, []);

  return { state: known?.accountId === accountId ? known.state : { name: 'loading' }, readAgain };
}
