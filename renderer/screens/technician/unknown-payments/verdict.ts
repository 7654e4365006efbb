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

/** All that staff can say of it is that it was booked by hand. */
export function isChargedForCertain({ cause }: Pick<UnknownPayment, 'cause'>): boolean {
  return cause === 'REPORT_REFUSED';
}

/** What has to be said first. */
export function missingIn({ charged, reason }: Verdict): 'choice' | 'reason' | null {
  if (charged === null) return 'choice';
  return reason.trim().length < REASON_MIN_LENGTH ? 'reason' : null;
}
