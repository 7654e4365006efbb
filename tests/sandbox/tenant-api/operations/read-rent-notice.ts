import { ok, problem } from '../answer.ts';
import { maskedName, rentNoticesOf } from '../rent-notices.ts';
import type { PerformOperation } from './operation.ts';

export const readRentNotice: PerformOperation = (request, _caller, system) => {
  const { reference } = request.pathParameters;
  const notice = rentNoticesOf(system.books, system.today).find((one) => one.reference === reference);
  if (!notice) return problem('rent_notice.unknown');
  return ok({
    reference: notice.reference,
    accountId: notice.account.id,
    dueCents: notice.dueCents,
    maskedName: maskedName(notice.tenant.displayName),
  });
};
