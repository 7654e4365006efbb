import { ok, problem } from '../answer.ts';
import { maskedName, rentNoticesOf } from '../rent-notices.ts';
import type { PerformOperation } from './operation.ts';

export const readRentNotice: PerformOperation = (request, _caller, system) => {
  const { reference } = request.pathParameters;
  const notice = rentNoticesOf(system.books, system.today).find((one) => one.reference === reference);
  if (!notice) return problem('rent_notice.unknown');
  const unbookedCents = system.payments
    .ofAccount(notice.account.id)
    .reduce((sum, { isBooked, amountCents }) => sum + (isBooked ? 0 : amountCents), 0);
  return ok({
    reference: notice.reference,
    accountId: notice.account.id,
    dueCents: Math.max(0, notice.dueCents - unbookedCents),
    maskedName: maskedName(notice.tenant.displayName),
  });
};
