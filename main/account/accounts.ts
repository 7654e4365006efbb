/** What a tenant sees of their accounts. Figures come from the central API as they are; nothing is computed for show. */
import type { Account, CallInput, LedgerPage, Result } from '../../preload/contract.ts';
import type { Account as ApiAccount, RecentPayments } from '../tenant-api/generated/model/index.ts';
import type { TenantConnection } from '../tenant-api/tenant-api.ts';
import { periodsOf } from './periods.ts';

export async function listAccounts(connection: TenantConnection): Promise<Result<Account[]>> {
  const answer = await connection.listAccounts();
  return answer.ok ? { ok: true, value: answer.value.map(accountOf) } : answer;
}

export async function readLedger(
  connection: TenantConnection,
  request: CallInput<'account.readLedger'>,
): Promise<Result<LedgerPage>> {
  const answer = await connection.readLedgerPage(request);
  if (!answer.ok) return answer;
  const { items, recentPayments, ...page } = answer.value;
  return { ok: true, value: { ...page, entries: items, beingRecorded: notYetBooked(recentPayments) } };
}

function accountOf(account: ApiAccount): Account {
  return {
    id: account.id,
    leaseNumber: account.lease.number,
    addressLines: account.lease.addressLines,
    balanceCents: account.balanceCents,
    asOf: account.asOf,
    beingRecorded: notYetBooked(account.recentPayments),
    periods: periodsOf(account),
  };
}

function notYetBooked(recentPayments: RecentPayments): Account['beingRecorded'] {
  return recentPayments
    .filter(({ booked }) => !booked)
    .map(({ paymentId, amountCents, paidAt }) => ({ paymentId, amountCents, paidOn: paidAt.slice(0, 10) }));
}
