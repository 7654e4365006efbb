import { z } from 'zod';

/** The header that every message of the protocol has. A request and its answer share the ServiceID. */
const headerSchema = z.looseObject({
  ProtocolVersion: z.literal('3.0'),
  MessageClass: z.literal('Service'),
  MessageCategory: z.string(),
  MessageType: z.literal('Request'),
  ServiceID: z.string().regex(/^[0-9A-Za-z]{1,10}$/),
  SaleID: z.string().min(1),
  POIID: z.string().min(1),
});

export type Header = z.output<typeof headerSchema>;

const referenceSchema = z.looseObject({
  MessageCategory: z.string().optional(),
  SaleID: z.string().optional(),
  ServiceID: z.string().optional(),
});

const paymentSchema = z.looseObject({
  SaleData: z.looseObject({
    SaleTransactionID: z.looseObject({ TransactionID: z.string().min(1), TimeStamp: z.string().min(1) }),
  }),
  PaymentTransaction: z.looseObject({
    // Major units, with two decimals at most.
    AmountsReq: z.looseObject({ Currency: z.string(), RequestedAmount: z.number().positive() }),
  }),
  PaymentData: z.looseObject({ PaymentType: z.string().optional() }).optional(),
});

const requestSchema = z.looseObject({
  SaleToPOIRequest: z.looseObject({
    MessageHeader: headerSchema,
    PaymentRequest: paymentSchema.optional(),
    AbortRequest: z.looseObject({ AbortReason: z.string(), MessageReference: referenceSchema }).optional(),
    TransactionStatusRequest: z.looseObject({ MessageReference: referenceSchema.optional() }).optional(),
    DiagnosisRequest: z.looseObject({}).optional(),
  }),
});

export type Understood =
  | { kind: 'payment'; header: Header; amountCents: number; currency: string; sale: SaleTransaction }
  | { kind: 'abort'; header: Header; requestKey: string }
  /** Without a reference, about the latest payment. */
  | { kind: 'status'; header: Header; reference: { saleId: string; serviceId: string } | null }
  | { kind: 'diagnosis'; header: Header }
  | { kind: 'nonsense'; reason: string };

export interface SaleTransaction {
  readonly TransactionID: string;
  readonly TimeStamp: string;
}

/** By which a request that is sent again is known. */
export function requestKeyOf(saleId: string, serviceId: string): string {
  return `${saleId}/${serviceId}`;
}

export function understand(text: string, poiId: string): Understood {
  const parsed = requestSchema.safeParse(jsonOf(text));
  if (!parsed.success) return { kind: 'nonsense', reason: z.prettifyError(parsed.error) };
  const { MessageHeader: header, ...bodies } = parsed.data.SaleToPOIRequest;
  if (header.POIID !== poiId) return { kind: 'nonsense', reason: 'This is another terminal.' };

  switch (header.MessageCategory) {
    case 'Payment': {
      const payment = bodies.PaymentRequest;
      if (!payment) break;
      const { Currency: currency, RequestedAmount: amount } = payment.PaymentTransaction.AmountsReq;
      const amountCents = Math.round(amount * 100);
      if (Math.abs(amountCents - amount * 100) > 1e-6) {
        return { kind: 'nonsense', reason: 'There are no parts of a cent.' };
      }
      const { TransactionID, TimeStamp } = payment.SaleData.SaleTransactionID;
      return { kind: 'payment', header, amountCents, currency, sale: { TransactionID, TimeStamp } };
    }
    case 'Abort': {
      const reference = bodies.AbortRequest?.MessageReference;
      if (!reference?.ServiceID) break;
      const requestKey = requestKeyOf(reference.SaleID ?? header.SaleID, reference.ServiceID);
      return { kind: 'abort', header, requestKey };
    }
    case 'TransactionStatus': {
      if (!bodies.TransactionStatusRequest) break;
      const { ServiceID: serviceId, SaleID: saleId = header.SaleID } =
        bodies.TransactionStatusRequest.MessageReference ?? {};
      return { kind: 'status', header, reference: serviceId === undefined ? null : { saleId, serviceId } };
    }
    case 'Diagnosis':
      return { kind: 'diagnosis', header };
  }
  return { kind: 'nonsense', reason: `There is no ${header.MessageCategory} in it that makes sense.` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
