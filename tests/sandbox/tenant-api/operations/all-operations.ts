import { createKioskToken } from './create-kiosk-token.ts';
import { createStatementDelivery } from './create-statement-delivery.ts';
import { createTenantSession } from './create-tenant-session.ts';
import { deleteCurrentTenantSession } from './delete-current-tenant-session.ts';
import { listAccounts } from './list-accounts.ts';
import { listLedgerEntries } from './list-ledger-entries.ts';
import type { PerformOperation } from './operation.ts';
import { readRentNotice } from './read-rent-notice.ts';

/** By the operationId of the contract; one that is missing here fails the start. */
export const OPERATIONS: Readonly<Record<string, PerformOperation>> = {
  createKioskToken,
  createTenantSession,
  deleteCurrentTenantSession,
  listAccounts,
  listLedgerEntries,
  createStatementDelivery,
  readRentNotice,
};
