import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { Insurance } from '../../../preload/insurance-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type InsuranceState =
  | { name: 'loading' }
  | { name: 'ready'; insurance: Insurance }
  | { name: 'failed'; error: Failure };

/** How a dwelling is insured, read when it is chosen and whenever it is asked for again. */
export function useInsurance(accountId: string): { state: InsuranceState; readAgain(): void } {
  const [known, setKnown] = useState<{ accountId: string; state: InsuranceState } | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let gone = false;
    void ask('insurance.read', { accountId }).then((answer) => {
      if (gone) return;
      const state: InsuranceState = answer.ok
        ? { name: 'ready', insurance: answer.value }
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
