import { ok, problem } from '../answer.ts';
import type { Account } from '../books.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import { balanceOf, calendarYearsOf } from '../ledger.ts';
import { recentPaymentsOf } from '../payments.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

/** As many as the contract lets a page hold. */
const PAGE_SIZE = 50;

export const listAccounts: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const list = ['accounts', tenant.id];
  const cursor = request.query.cursor as string | undefined;
  const place = cursor === undefined ? [0] : system.cursors.open(list, cursor);
  if (!place) return problem('cursor.invalid');

  const [start = 0] = place;
  const end = start + PAGE_SIZE;
  return ok({
    items: tenant.accounts.slice(start, end).map((account) => described(account, system)),
    nextCursor: end < tenant.accounts.length ? system.cursors.seal(list, [end]) : null,
  });
};

function described({ id, lease, entries }: Account, { today, payments, books }: LandlordSystem) {
  const holders = books.holdersOf(id).map(({ displayName }) => displayName);
  return {
    id,
    lease: { ...lease, holders },
    balanceCents: balanceOf(entries),
    asOf: today,
    periods: calendarYearsOf(entries),
    recentPayments: recentPaymentsOf(payments.ofAccount(id)),
  };
}
