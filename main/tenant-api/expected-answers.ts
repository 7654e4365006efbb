/** What a right answer to each operation of openapi.yaml is: its status, and the shape of its body. */
import type { z } from 'zod';
import {
  CreateKioskTokenResponse,
  CreateStatementDeliveryResponse,
  CreateTenantSessionResponse,
  DeleteCurrentTenantSessionResponse,
  ListAccountsResponse,
  ListLedgerEntriesResponse,
} from './generated/answers.ts';

export interface ExpectedAnswer<Value> {
  readonly operationId: string;
  readonly status: 200 | 201 | 204;
  readonly body: z.ZodType<Value>;
}

export const expectedAnswers = {
  createKioskToken: { operationId: 'createKioskToken', status: 201, body: CreateKioskTokenResponse },
  createTenantSession: { operationId: 'createTenantSession', status: 201, body: CreateTenantSessionResponse },
  deleteCurrentTenantSession: {
    operationId: 'deleteCurrentTenantSession',
    status: 204,
    body: DeleteCurrentTenantSessionResponse,
  },
  listAccounts: { operationId: 'listAccounts', status: 200, body: ListAccountsResponse },
  listLedgerEntries: { operationId: 'listLedgerEntries', status: 200, body: ListLedgerEntriesResponse },
  createStatementDelivery: {
    operationId: 'createStatementDelivery',
    status: 201,
    body: CreateStatementDeliveryResponse,
  },
} as const satisfies Record<string, ExpectedAnswer<unknown>>;
