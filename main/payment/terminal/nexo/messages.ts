/** What the kiosk says to the terminal. */
import { createHash } from 'node:crypto';
import type { PaymentAttempt, PaymentOrder } from '../payment-terminal.ts';
import { majorUnits } from './major-units.ts';
import type { NexoSettings } from './nexo.ts';

type Category = 'Payment' | 'Abort' | 'TransactionStatus';
type Identity = Pick<NexoSettings, 'poiId' | 'saleId'>;

export interface NexoRequest {
  readonly SaleToPOIRequest: { readonly MessageHeader: Header } & Readonly<Record<string, unknown>>;
}

interface Header {
  readonly ProtocolVersion: '3.0';
  readonly MessageClass: 'Service';
  readonly MessageCategory: Category;
  readonly MessageType: 'Request';
  readonly ServiceID: string;
  readonly SaleID: string;
  readonly POIID: string;
}

const SERVICE_ID_LENGTH = 10;

/**
 * The name of a message: at most 10 characters, and unique. A payment's is made from the attempt's id, so that the
 * terminal can be asked about it after a power cut too.
 */
export function serviceIdOf(text: string): string {
  const number = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  return number.toString(36).slice(-SERVICE_ID_LENGTH);
}

export function paymentRequest(order: PaymentOrder, identity: Identity, now: Date): NexoRequest {
  return {
    SaleToPOIRequest: {
      MessageHeader: header('Payment', serviceIdOf(order.attemptId), identity),
      PaymentRequest: {
        SaleData: {
          SaleTransactionID: { TransactionID: order.attemptId, TimeStamp: now.toISOString() },
        },
        PaymentTransaction: {
          AmountsReq: { Currency: order.currency, RequestedAmount: majorUnits(order.amountCents) },
        },
      },
    },
  };
}

/** @param nonce makes this question another message than the last one */
export function abortRequest(attempt: PaymentAttempt, identity: Identity, nonce: string): NexoRequest {
  return {
    SaleToPOIRequest: {
      MessageHeader: header('Abort', serviceIdOf(`${attempt.attemptId} abort ${nonce}`), identity),
      AbortRequest: {
        AbortReason: 'MerchantAbort',
        MessageReference: referenceTo(attempt, identity),
      },
    },
  };
}

/** @param nonce makes this question another message than the last one */
export function statusRequest(attempt: PaymentAttempt, identity: Identity, nonce: string): NexoRequest {
  return {
    SaleToPOIRequest: {
      MessageHeader: header(
        'TransactionStatus',
        serviceIdOf(`${attempt.attemptId} status ${nonce}`),
        identity,
      ),
      TransactionStatusRequest: {
        ReceiptReprintFlag: true,
        DocumentQualifier: ['CustomerReceipt'],
        MessageReference: referenceTo(attempt, identity),
      },
    },
  };
}

function referenceTo(attempt: PaymentAttempt, { saleId, poiId }: Identity) {
  return {
    MessageCategory: 'Payment',
    SaleID: saleId,
    POIID: poiId,
    ServiceID: serviceIdOf(attempt.attemptId),
  };
}

function header(category: Category, serviceId: string, { saleId, poiId }: Identity): Header {
  return {
    ProtocolVersion: '3.0',
    MessageClass: 'Service',
    MessageCategory: category,
    MessageType: 'Request',
    ServiceID: serviceId,
    SaleID: saleId,
    POIID: poiId,
  };
}
