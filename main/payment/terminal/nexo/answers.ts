/** What the terminal says. Of each message only what is looked at; the rest, and with it the card, falls away. */
import * as z from 'zod';

const response = z.object({
  Result: z.enum(['Success', 'Partial', 'Failure']),
  ErrorCondition: z.string().max(64).optional(),
});

const header = z.object({
  MessageCategory: z.string(),
  MessageType: z.literal('Response'),
  ServiceID: z.string().max(10),
  SaleID: z.string(),
  POIID: z.string(),
});

const receipt = z.object({
  DocumentQualifier: z.string(),
  OutputContent: z.object({
    OutputText: z
      .array(z.object({ Text: z.string().max(2_000) }))
      .max(200)
      .optional(),
  }),
});

export const paymentResponse = z.object({
  Response: response,
  SaleData: z.object({ SaleTransactionID: z.object({ TransactionID: z.string() }) }).optional(),
  PaymentReceipt: z.array(receipt).max(8).optional(),
  PaymentResult: z
    .object({
      AmountsResp: z.object({ Currency: z.string().optional(), AuthorizedAmount: z.number() }).optional(),
      PaymentAcquirerData: z
        .object({ ApprovalCode: z.string().optional(), MerchantID: z.string().optional() })
        .optional(),
      PaymentInstrumentData: z
        .object({
          CardData: z
            .object({
              PaymentBrand: z.string().optional(),
              EntryMode: z.array(z.string()).optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

export const paymentAnswer = z.object({
  SaleToPOIResponse: z.object({ MessageHeader: header, PaymentResponse: paymentResponse }),
});

export const statusAnswer = z.object({
  SaleToPOIResponse: z.object({
    MessageHeader: header,
    TransactionStatusResponse: z.object({
      Response: response,
      RepeatedMessageResponse: z
        .object({
          MessageHeader: header,
          RepeatedResponseMessageBody: z.object({ PaymentResponse: paymentResponse.optional() }),
        })
        .optional(),
    }),
  }),
});

export type PaymentResponse = z.output<typeof paymentResponse>;
export type NexoHeader = z.output<typeof header>;
