import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../../preload/contract.ts';
import type { UnknownPayment } from '../../../../preload/payment-contract.ts';
import { ask } from '../../../app/kiosk.ts';

export type UnknownPaymentsReading =
  | { name: 'reading' }
  | { name: 'read'; payments: readonly UnknownPayment[] }
  | { name: 'failed'; error: Failure };

/** Read when the screen appears, and again after each that is settled. */
export function useUnknownPayments(): { reading: UnknownPaymentsReading; readAgain(): void } {
  const [reading, setReading] = useState<UnknownPaymentsReading>({ name: 'reading' });

  const readAgain = useCallback(() => {
    setReading({ name: 'reading' });
    void ask('staff.listUnknownPayments', undefined).then((answer) =>
      setReading(
        answer.ok ? { name: 'read', payments: answer.value } : { name: 'failed', error: answer.error },
      ),
    );
  }, []);

  useEffect(readAgain, [readAgain]);
  return { reading, readAgain };
}
