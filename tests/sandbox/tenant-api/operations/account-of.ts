import type { Account, Tenant } from '../books.ts';
import type { Caller } from '../callers.ts';
import type { LandlordSystem } from '../landlord-system.ts';

export function tenantOf(caller: Caller, system: LandlordSystem): Tenant {
  const tenant = caller.tenantId === null ? null : system.books.withId(caller.tenantId);
  if (!tenant) throw new Error('The operation needs a tenant, and its security schemes proved none.');
  return tenant;
}

/** Null alike when there is no such account and when it is somebody else's. */
export function accountOf(tenant: Tenant, accountId: string | undefined): Account | null {
  return tenant.accounts.find(({ id }) => id === accountId) ?? null;
}
