import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../../preload/contract.ts';
import type { RefusedDeliveryList } from '../../../../preload/refused-deliveries-contract.ts';
import { ask } from '../../../app/kiosk.ts';

export type RefusedDeliveriesReading =
  | { name: 'reading' }
  | { name: 'read'; list: RefusedDeliveryList }
  | { name: 'failed'; error: Failure };

/** Read when the screen appears, and again after each deed. */
export function useRefusedDeliveries(): { reading: RefusedDeliveriesReading; readAgain(): void } {
  const [reading, setReading] = useState<RefusedDeliveriesReading>({ name: 'reading' });

  const readAgain = useCallback(() => {
    void ask('staff.listRefusedDeliveries', undefined).then((answer) =>
      setReading(answer.ok ? { name: 'read', list: answer.value } : { name: 'failed', error: answer.error }),
    );
  }, []);

  useEffect(readAgain, [readAgain]);
  return { reading, readAgain };
}
