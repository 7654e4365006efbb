/** What staff say of a payment, as far as they have said it. */
import type { UnknownPayment } from '../../../../preload/payment-contract.ts';

/** As main takes it, see `staff.settlePayment` in preload/payment-contract.ts. */
const REASON_MIN_LENGTH = 3;
export const REASON_MAX_LENGTH = 500;

export interface Verdict {
  /** Null until it is said. */
  charged: boolean | null;
  reason: string;
}

/**
 * Why main lists a payment that was charged beyond doubt, see main/payment/unknown-outcomes.ts: the landlord refused
 * to hear of it. All that staff can say is that it was booked by hand.
 */
const REPORT_REFUSED = 'REPORT_REFUSED';

export function isChargedForCertain({ cause }: UnknownPayment): boolean {
  return cause === REPORT_REFUSED;
}

/** What has to be said first. */
export function missingIn({ charged, reason }: Verdict): 'choice' | 'reason' | null {
  if (charged === null) return 'choice';
  return reason.trim().length < REASON_MIN_LENGTH ? 'reason' : null;
}
