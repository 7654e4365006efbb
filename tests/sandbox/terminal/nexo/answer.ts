import { garbageOf } from '../delivery.ts';
import type { JournalEntry } from '../journal.ts';
import type { AnswerFault } from '../plan.ts';
import { maskedNumberOf, TEST_CARDS, USUAL_CARD } from '../test-cards.ts';
import type { Header } from './messages.ts';

type Json = { [key: string]: unknown };

/** All that it says stands in the journal, so that it can be said again any time. */
export function paymentResponse(entry: JournalEntry): Json {
  const isApproved = entry.outcome === 'approved';
  const transactionId = `BV0q00${String(entry.number).padStart(6, '0')}.${pspReferenceOf(entry)}`;
  return {
    POIData: {
      POIReconciliationID: '1000',
      POITransactionID: { TransactionID: transactionId, TimeStamp: entry.at },
    },
    SaleData: { SaleTransactionID: { TransactionID: entry.reference, TimeStamp: entry.askedAt } },
    Response: resultOf(entry),
    ...(isApproved ? { PaymentReceipt: receiptsOf(entry), PaymentResult: paymentResultOf(entry) } : {}),
  };
}

/** @param condition such as `Busy` */
export function failureResponse(condition: string, words: string): Json {
  return { Response: failure(condition, words) };
}

function failure(condition: string, words: string): Json {
  return {
    Result: 'Failure',
    ErrorCondition: condition,
    AdditionalResponse: `message=${encodeURIComponent(words)}`,
  };
}

/** The answer's header is the request's own, turned round. */
export function headerOf({ ProtocolVersion, MessageCategory, ServiceID, SaleID, POIID }: Header): Json {
  return {
    ProtocolVersion,
    MessageClass: 'Service',
    MessageCategory,
    MessageType: 'Response',
    ServiceID,
    SaleID,
    POIID,
  };
}

/** @param name of the body, such as `PaymentResponse` */
export function message(header: Header, name: string, body: Json): Json {
  return { SaleToPOIResponse: { MessageHeader: headerOf(header), [name]: body } };
}

/** For what makes no sense: an event, since there is nothing that could be answered. */
export function rejection(poiId: string, reason: string): Json {
  return {
    SaleToPOIRequest: {
      MessageHeader: {
        ProtocolVersion: '3.0',
        MessageClass: 'Event',
        MessageCategory: 'Event',
        MessageType: 'Notification',
        POIID: poiId,
      },
      EventNotification: {
        EventToNotify: 'Reject',
        EventDetails: `message=${encodeURIComponent(reason)}`,
        TimeStamp: new Date().toISOString(),
      },
    },
  };
}

/** A payment's response, after the plan had its way with it. */
export function altered(response: Json, entry: JournalEntry, fault: AnswerFault | undefined): Json {
  const changed = structuredClone(response);
  switch (fault?.kind) {
    case 'wrongAmount':
      put(
        changed,
        'PaymentResult.AmountsResp.AuthorizedAmount',
        euros(fault.amountCents ?? entry.amountCents - 1),
      );
      break;
    case 'wrongCurrency':
      put(changed, 'PaymentResult.AmountsResp.Currency', 'USD');
      break;
    case 'missingFields':
      for (const path of fault.fields) put(changed, path, undefined);
      break;
    case 'alteredFields':
      for (const [path, value] of Object.entries(fault.fields)) put(changed, path, value);
      break;
    case 'clearCardNumber': {
      const { number } = TEST_CARDS[fault.card] ?? USUAL_CARD;
      put(changed, 'PaymentResult.PaymentInstrumentData.CardData.MaskedPan', number);
      put(changed, 'Response.AdditionalResponse', `PAN=${number}&message=Approved`);
      break;
    }
  }
  return changed;
}

/** The bytes of the whole HTTP answer. */
export function httpAnswer(body: Json | string, fault?: AnswerFault): Buffer {
  if (fault?.kind === 'httpStatus')
    return httpBytes(`${fault.status} Error`, 'text/plain', 'Out of order.\n');
  if (fault?.kind === 'garbage') return httpBytes('200 OK', 'application/json', garbageOf(fault));
  return typeof body === 'string'
    ? httpBytes('200 OK', 'text/plain', body)
    : httpBytes('200 OK', 'application/json', JSON.stringify(body));
}

function httpBytes(status: string, contentType: string, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const head = [
    `HTTP/1.1 ${status}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

function resultOf(entry: JournalEntry): Json {
  switch (entry.outcome) {
    case 'approved':
      return {
        Result: 'Success',
        AdditionalResponse: `tid=46403161&pspReference=${pspReferenceOf(entry)}&expiryMonth=12&cardSummary=${USUAL_CARD.number.slice(-4)}`,
      };
    case 'refused':
      return failure('Refusal', '214 Declined online');
    case 'abandoned':
      return entry.endedBy === 'saleSystem'
        ? failure('Aborted', '104 Merchant cancelled tx')
        : failure('Cancel', '108 Shopper cancelled tx');
    case 'inputTimeout':
      return failure('Cancel', '109 Shopper timeout');
  }
}

function paymentResultOf(entry: JournalEntry): Json {
  return {
    AmountsResp: { Currency: 'EUR', AuthorizedAmount: euros(entry.amountCents) },
    OnlineFlag: true,
    PaymentAcquirerData: {
      AcquirerPOIID: 'V400m-324688179',
      AcquirerTransactionID: { TransactionID: pspReferenceOf(entry), TimeStamp: entry.at },
      ApprovalCode: entry.authorisation,
      MerchantID: 'EkidomPoitiers',
    },
    PaymentInstrumentData: {
      PaymentInstrumentType: 'Card',
      CardData: {
        EntryMode: [entry.entryMode === 'contactless' ? 'Tapped' : 'ICC'],
        MaskedPan: maskedNumberOf(USUAL_CARD).replaceAll('#', '*'),
        PaymentBrand: 'visa',
        SensitiveCardData: { ExpiryDate: USUAL_CARD.expiry },
      },
    },
  };
}

/** The merchant's copy comes along whether it is wanted or not. */
function receiptsOf(entry: JournalEntry): Json[] {
  return (['CustomerReceipt', 'CashierReceipt'] as const).map((qualifier) => ({
    DocumentQualifier: qualifier,
    RequiredSignatureFlag: false,
    OutputContent: {
      OutputFormat: 'Text',
      OutputText: [
        ['header1', qualifier === 'CustomerReceipt' ? 'TICKET CLIENT' : 'TICKET COMMERÇANT', ''],
        ['totalAmount', 'TOTAL', `${euros(entry.amountCents).toFixed(2).replace('.', ',')} €`],
        ['authCode', 'AUTO', entry.authorisation ?? ''],
        ['pan', 'CARTE', maskedNumberOf(USUAL_CARD).slice(-4).padStart(16, '*')],
      ].map(([key = '', name = '', value = '']) => ({
        Text: String(new URLSearchParams({ key, name, value })),
        EndOfLineFlag: true,
      })),
    },
  }));
}

function pspReferenceOf(entry: JournalEntry): string {
  return `8515${String(entry.number).padStart(12, '0')}`;
}

function euros(cents: number): number {
  return cents / 100;
}

/** @param path such as `PaymentResult.AmountsResp`; taken away when there is no value */
function put(target: Json, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: Json | undefined = target;
  for (const key of keys) place = place?.[key] as Json | undefined;
  if (!place) return;
  if (value === undefined) delete place[last];
  else place[last] = value;
}
