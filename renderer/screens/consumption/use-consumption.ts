import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { Meter } from '../../../preload/dwelling-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type ConsumptionState =
  | { name: 'reading' }
  | { name: 'ready'; meters: readonly Meter[] }
  | { name: 'failed'; error: Failure };

const READING: ConsumptionState = { name: 'reading' };

/** What the meters of one lease counted. */
export function useConsumption(accountId: string): { consumption: ConsumptionState; readAgain(): void } {
  const [known, setKnown] = useState<{ key: string; state: ConsumptionState } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = `${accountId} ${attempt}`;

  useEffect(() => {
    let isWanted = true;
    void ask('consumption.read', { accountId }).then((answer) => {
      if (!isWanted) return;
      setKnown({
        key,
        state: answer.ok
          ? { name: 'ready', meters: answer.value.meters }
          : { name: 'failed', error: answer.error },
      });
    });
    return () => {
      isWanted = false;
    };
  }, [accountId, key]);

  const readAgain = useCallback(() => setAttempt((before) => before + 1), []);
  return { consumption: known?.key === key ? known.state : READING, readAgain };
}
