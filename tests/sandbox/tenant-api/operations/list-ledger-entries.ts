import { ok, problem } from '../answer.ts';
import { stretchBetween, stretchOf } from '../ledger.ts';
import { recentPaymentsOf } from '../payments.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

/**
 * A cursor holds three positions: the first and the end of the period as they were on its first page, and where
 * the next page ends. What is booked in the meantime moves none of them, so no entry is lost or given twice.
 */
export const listLedgerEntries: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { from, to, cursor, limit } = request.query as {
    from?: string;
    to?: string;
    cursor?: string;
    limit: number;
  };
  if (from !== undefined && to !== undefined && from > to) {
    return problem('request.invalid', { detail: 'query/to must not be before query/from' });
  }

  const list = ['ledger-entries', account.id, from ?? '', to ?? ''];
  const wholePeriod = stretchOf(account.entries, from ?? null, to ?? null);
  const place =
    cursor === undefined
      ? [wholePeriod.first, wholePeriod.end, wholePeriod.end]
      : system.cursors.open(list, cursor);
  if (!place) return problem('cursor.invalid');

  const [first = 0, end = 0, pageEnd = 0] = place;
  const pageFirst = Math.max(first, pageEnd - limit);
  const period = stretchBetween(account.entries, first, end);
  return ok({
    items: account.entries.slice(pageFirst, pageEnd).reverse(),
    nextCursor: pageFirst > first ? system.cursors.seal(list, [first, end, pageFirst]) : null,
    openingBalanceCents: period.openingBalanceCents,
    closingBalanceCents: period.closingBalanceCents,
    entryCount: end - first,
    recentPayments: recentPaymentsOf(system.payments.ofAccount(account.id)),
  });
};
