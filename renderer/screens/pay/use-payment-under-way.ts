import { useEffect, useRef } from 'react';
import type { Payable } from '../../../preload/payment-contract.ts';
import { isOver } from './payment-in-hand.ts';

/**
 * Finds what is being paid for at this moment, once, when the screens are drawn: they may be drawn anew in the middle
 * of a payment.
 *
 * @param onFound the place to show it
 */
export function usePaymentUnderWay(onFound: (payable: Payable) => void): void {
  const found = useRef(onFound);

  useEffect(() => {
    let gone = false;
    window.kiosk.call('payment.read', undefined).then(
      (payment) => {
        if (!gone && payment && !isOver(payment)) found.current(payment.payable);
      },
      // The session went in this very moment: its next state takes the screens away.
      () => null,
    );
    return () => {
      gone = true;
    };
  }, []);
}
