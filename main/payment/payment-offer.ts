/** What can be paid now, and what stands in the way: the one place in which that is decided. */
import type { PaymentObstacle, PaymentOffer } from '../../preload/payment-contract.ts';
import type { KioskConfig } from '../config/config-schema.ts';

export interface PaymentSituation {
  owedCents: number;
  /** Whether there is a terminal, fit to be used. */
  hasTerminal: boolean;
  /** Whether a payment is under way on it, and how it is called; null for somebody else's. */
  underWay: { reference: string | null } | null;
  /** How the payment is called of which nobody knows what became. */
  unknownReference: string | null;
}

export function offerOf(limits: KioskConfig['payment'], situation: PaymentSituation): PaymentOffer {
  const { owedCents, hasTerminal, underWay, unknownReference } = situation;
  const { minimumCents, allowCredit } = limits;
  const maximumCents = allowCredit ? limits.maximumCents : Math.min(limits.maximumCents, owedCents);

  if (!hasTerminal) return hindered('noTerminal');
  if (underWay) return hindered('underWay', underWay.reference);
  if (unknownReference !== null) return hindered('unknownOutcome', unknownReference);
  if (owedCents <= 0 && !allowCredit) return hindered('nothingOwed');
  if (maximumCents < minimumCents) return hindered('tooLittleOwed');
  return { owedCents, range: { minimumCents, maximumCents }, obstacle: null, obstacleReference: null };

  function hindered(obstacle: PaymentObstacle, obstacleReference: string | null = null): PaymentOffer {
    return { owedCents, range: null, obstacle, obstacleReference };
  }
}
