import { useEffect, useRef, useState } from 'react';
import type { Payable } from '../../../preload/payment-contract.ts';
import { isOver } from './payment-in-hand.ts';

/**
 * What is being paid for at this moment: found once, when the screens are drawn, for a page that is drawn anew in
 * the middle of a payment.
 *
 * @param onFound the place to show it
 */
export function usePaymentUnderWay(onFound: () => void): Payable | null {
  const [payable, setPayable] = useState<Payable | null>(null);
  const found = useRef(onFound);

  useEffect(() => {
    let gone = false;
    window.kiosk.call('payment.read', undefined).then(
      (payment) => {
        if (gone || !payment || isOver(payment)) return;
        setPayable(payment.payable);
        found.current();
      },
      // The session went in this very moment: its next state takes the screens away.
      () => null,
    );
    return () => {
      gone = true;
    };
  }, []);

  return payable;
}
