/** What a tenant sees of their accounts. Figures come from the central API as they are; nothing is computed for show. */
import type { Account, CallInput, LeaseLife, LedgerPage, Result } from '../../preload/contract.ts';
import type { Account as ApiAccount } from '../tenant-api/generated/model/index.ts';
import type { TenantConnection } from '../tenant-api/tenant-api.ts';
import { beingRecorded, type OwnPayment } from './being-recorded.ts';
import { periodsOf } from './periods.ts';

/** What was paid at this kiosk for an account. */
export type OwnPayments = (accountId: string) => Result<OwnPayment[]>;

export async function listAccounts(
  connection: TenantConnection,
  ownPayments: OwnPayments,
): Promise<Result<Account[]>> {
  const answer = await connection.listAccounts();
  if (!answer.ok) return answer;
  const accounts: Account[] = [];
  for (const account of answer.value) {
    const own = ownPayments(account.id);
    // Half a truth about money is not shown.
    if (!own.ok) return own;
    accounts.push(accountOf(account, own.value));
  }
  return { ok: true, value: accounts };
}

export async function readLedger(
  connection: TenantConnection,
  request: CallInput<'account.readLedger'>,
  ownPayments: OwnPayments,
): Promise<Result<LedgerPage>> {
  const answer = await connection.readLedgerPage(request);
  if (!answer.ok) return answer;
  const own = ownPayments(request.accountId);
  if (!own.ok) return own;
  const { items, recentPayments, ...page } = answer.value;
  const recording = beingRecorded(recentPayments, own.value, Date.now());
  return { ok: true, value: { ...page, entries: items, beingRecorded: recording } };
}

function accountOf(account: ApiAccount, own: readonly OwnPayment[]): Account {
  const { number, holders, addressLines, startsOn, endsOn } = account.lease;
  return {
    id: account.id,
    leaseNumber: number,
    holders,
    addressLines,
    startsOn,
    endsOn,
    life: lifeOf(account),
    residenceId: account.lease.residenceId,
    balanceCents: account.balanceCents,
    asOf: account.asOf,
    beingRecorded: beingRecorded(account.recentPayments, own, Date.now()),
    periods: periodsOf(account),
  };
}

/** By the landlord's day: the kiosk's clock may be wrong. The last day is still lived in. */
export function lifeOf({ lease, asOf }: Pick<ApiAccount, 'lease' | 'asOf'>): LeaseLife {
  if (lease.startsOn > asOf) return 'coming';
  return lease.endsOn !== null && lease.endsOn < asOf ? 'former' : 'current';
}
