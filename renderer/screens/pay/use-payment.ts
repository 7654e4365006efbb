import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Payable } from '../../../preload/payment-contract.ts';
import { createPaymentInHand, type PaymentInHand, type PaymentPhase } from './payment-in-hand.ts';

/** The payment of this screen, as long as the screen stands. What is under way for `payable` is taken up. */
export function usePayment(payable: Payable): { phase: PaymentPhase; inHand: PaymentInHand } {
  const [inHand] = useState(() => createPaymentInHand(window.kiosk));
  const phase = useSyncExternalStore(inHand.subscribe, inHand.read);

  useEffect(() => inHand.listen(), [inHand]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is paid for does not change under a screen
  useEffect(() => void inHand.resume(payable), [inHand]);

  return { phase, inHand };
}
