import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../../preload/contract.ts';
import type { PartHealth } from '../../../preload/health-contract.ts';
import { codeOf } from '../../app/kiosk.ts';

export type HealthReading =
  | { name: 'reading' }
  | { name: 'read'; parts: readonly PartHealth[] }
  | { name: 'unreadable'; code: ErrorCode };

/** Read when the screen appears, and each time that it is asked for again. */
export function useHealth(): { reading: HealthReading; readAgain(): void } {
  const [reading, setReading] = useState<HealthReading>({ name: 'reading' });

  const readAgain = useCallback(() => {
    setReading({ name: 'reading' });
    window.kiosk.call('health.read', undefined).then(
      (parts) => setReading({ name: 'read', parts }),
      (refusal: unknown) => setReading({ name: 'unreadable', code: codeOf(refusal) }),
    );
  }, []);

  useEffect(readAgain, [readAgain]);
  return { reading, readAgain };
}
