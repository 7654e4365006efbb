import type { Result } from '../../preload/contract.ts';
import type { OwnPayment } from '../account/being-recorded.ts';
import { REPORTED_BY_HAND } from './attempt-life.ts';
import type { PaymentJournal } from './payment-journal.ts';

/**
 * What was paid here for an account. What staff handed in by hand is left out: the landlord books it under a name of
 * its own, so nobody could tell when it is in the ledger.
 */
export function ownPaymentsOf(
  journal: Pick<PaymentJournal, 'approvedOf'>,
  accountId: string,
): Result<OwnPayment[]> {
  const approved = journal.approvedOf(accountId);
  if (!approved.ok) return approved;
  return {
    ok: true,
    value: approved.value
      .filter(({ reason }) => reason !== REPORTED_BY_HAND)
      .map(({ attemptId, amountCents, approvedAt, createdAt, endedAt }) => ({
        paymentId: attemptId,
        amountCents,
        paidAt: approvedAt ?? createdAt,
        acknowledgedAt: endedAt,
      })),
  };
}
