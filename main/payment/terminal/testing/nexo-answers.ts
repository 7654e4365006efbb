/** What a terminal of the Adyen Terminal API answers, with the parts that a driver must not keep. */

interface Request {
  readonly SaleToPOIRequest: {
    readonly MessageHeader: Readonly<Record<string, string>> & { readonly MessageCategory: string };
    readonly PaymentRequest?: {
      readonly SaleData: {
        readonly SaleTransactionID: { readonly TransactionID: string; readonly TimeStamp: string };
      };
      readonly PaymentTransaction: {
        readonly AmountsReq: { readonly Currency: string; readonly RequestedAmount: number };
      };
    };
  };
}

export type NexoRequestHeard = Request;

export function categoryOf(request: Request): string {
  return request.SaleToPOIRequest.MessageHeader.MessageCategory;
}

export function approvalOf(request: Request, changes: { amount?: number; currency?: string } = {}) {
  const payment = request.SaleToPOIRequest.PaymentRequest;
  if (!payment) throw new TypeError('not a payment');
  const { Currency, RequestedAmount } = payment.PaymentTransaction.AmountsReq;
  return {
    SaleToPOIResponse: {
      MessageHeader: { ...request.SaleToPOIRequest.MessageHeader, MessageType: 'Response' },
      PaymentResponse: {
        Response: {
          Result: 'Success',
          AdditionalResponse: 'pspReference=9815103231020966&cardSummary=1111&tid=1234567890123452',
        },
        SaleData: payment.SaleData,
        POIData: { POITransactionID: { TransactionID: 'oLkO001510323081009.9815103231020966' } },
        PaymentReceipt: [
          receipt('CashierReceipt', ['key=header1&name=Merchant copy']),
          receipt('CustomerReceipt', [
            'key=header1&name=EKIDOM',
            'key=pan&name=Card&value=************1111',
            'key=totalAmount&name=TOTAL&value=112.45',
          ]),
        ],
        PaymentResult: {
          AmountsResp: {
            Currency: changes.currency ?? Currency,
            AuthorizedAmount: changes.amount ?? RequestedAmount,
          },
          PaymentAcquirerData: {
            ApprovalCode: '240891',
            MerchantID: 'EKIDOM_POS',
            AcquirerTransactionID: { TransactionID: '4111111111111111' },
          },
          PaymentInstrumentData: {
            CardData: {
              PaymentBrand: 'cartebancaire',
              EntryMode: ['Contactless'],
              MaskedPan: '411111 **** 1111',
              SensitiveCardData: { ExpiryDate: '0330' },
            },
          },
        },
      },
    },
  };
}

export function failureOf(request: Request, condition: string) {
  return {
    SaleToPOIResponse: {
      MessageHeader: { ...request.SaleToPOIRequest.MessageHeader, MessageType: 'Response' },
      PaymentResponse: {
        Response: { Result: 'Failure', ErrorCondition: condition },
        SaleData: request.SaleToPOIRequest.PaymentRequest?.SaleData,
      },
    },
  };
}

/** Answers a question about a payment: with its answer, once there is one, or with why there is none. */
export function statusOf(question: Request, payment: object | 'InProgress' | 'NotFound') {
  const header = { ...question.SaleToPOIRequest.MessageHeader, MessageType: 'Response' };
  if (typeof payment === 'string') {
    return {
      SaleToPOIResponse: {
        MessageHeader: header,
        TransactionStatusResponse: { Response: { Result: 'Failure', ErrorCondition: payment } },
      },
    };
  }
  const { MessageHeader, ...body } = (payment as { SaleToPOIResponse: { MessageHeader: object } })
    .SaleToPOIResponse;
  return {
    SaleToPOIResponse: {
      MessageHeader: header,
      TransactionStatusResponse: {
        Response: { Result: 'Success' },
        RepeatedMessageResponse: { MessageHeader, RepeatedResponseMessageBody: body },
      },
    },
  };
}

function receipt(qualifier: string, lines: readonly string[]) {
  return {
    DocumentQualifier: qualifier,
    OutputContent: { OutputFormat: 'Text', OutputText: lines.map((Text) => ({ Text })) },
  };
}
