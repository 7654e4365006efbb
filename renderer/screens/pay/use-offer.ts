import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { Payable, PaymentOffer } from '../../../preload/payment-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type OfferState =
  | { name: 'asking' }
  | { name: 'made'; offer: PaymentOffer }
  | { name: 'failed'; error: Failure };

/** What can be paid now; asked when the screen appears, and again when something may have changed. */
export function useOffer(payable: Payable): { offer: OfferState; askAgain(): void } {
  const [offer, setOffer] = useState<OfferState>({ name: 'asking' });
  const question = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is paid for does not change under a screen
  const askAgain = useCallback(() => {
    question.current += 1;
    const asked = question.current;
    setOffer({ name: 'asking' });
    void ask('payment.offer', { payable }).then((answer) => {
      if (question.current !== asked) return;
      setOffer(answer.ok ? { name: 'made', offer: answer.value } : { name: 'failed', error: answer.error });
    });
  }, []);

  useEffect(askAgain, [askAgain]);
  return { offer, askAgain };
}
