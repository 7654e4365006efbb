/** What a right answer to each operation of openapi.yaml is: its status, and the shape of its body. */
import type { z } from 'zod';
import {
  CreateCardChargeResponse,
  CreateDirectDebitChangeResponse,
  CreateDirectDebitFormDeliveryResponse,
  CreateDirectDebitMandateDeliveryResponse,
  CreateDirectDebitMandateResponse,
  CreateDocumentResponse,
  CreateKioskTokenResponse,
  CreatePaymentReceiptDeliveryResponse,
  CreatePaymentResponse,
  CreateStatementDeliveryResponse,
  CreateTenantSessionResponse,
  DeleteCurrentTenantSessionResponse,
  ListAccountsResponse,
  ListLedgerEntriesResponse,
  ListPaymentsResponse,
  ReadCardChargeResponse,
  ReadDirectDebitResponse,
  ReadRentNoticeResponse,
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
  listPayments: { operationId: 'listPayments', status: 200, body: ListPaymentsResponse },
  createPayment: { operationId: 'createPayment', status: 201, body: CreatePaymentResponse },
  createPaymentReceiptDelivery: {
    operationId: 'createPaymentReceiptDelivery',
    status: 201,
    body: CreatePaymentReceiptDeliveryResponse,
  },
  readRentNotice: { operationId: 'readRentNotice', status: 200, body: ReadRentNoticeResponse },
  createCardCharge: { operationId: 'createCardCharge', status: 201, body: CreateCardChargeResponse },
  readCardCharge: { operationId: 'readCardCharge', status: 200, body: ReadCardChargeResponse },
  readDirectDebit: { operationId: 'readDirectDebit', status: 200, body: ReadDirectDebitResponse },
  createDirectDebitMandate: {
    operationId: 'createDirectDebitMandate',
    status: 201,
    body: CreateDirectDebitMandateResponse,
  },
  createDirectDebitMandateDelivery: {
    operationId: 'createDirectDebitMandateDelivery',
    status: 201,
    body: CreateDirectDebitMandateDeliveryResponse,
  },
  createDirectDebitFormDelivery: {
    operationId: 'createDirectDebitFormDelivery',
    status: 201,
    body: CreateDirectDebitFormDeliveryResponse,
  },
  createDirectDebitChange: {
    operationId: 'createDirectDebitChange',
    status: 201,
    body: CreateDirectDebitChangeResponse,
  },
  createDocument: { operationId: 'createDocument', status: 201, body: CreateDocumentResponse },
} as const satisfies Record<string, ExpectedAnswer<unknown>>;
