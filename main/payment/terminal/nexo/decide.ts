/** What an answer means. Whatever is not clearly a yes or a no is asked about, and unknown if that does not help. */
import type {
  NotPerformedReason,
  PaymentFacts,
  PaymentOrder,
  ReadingMode,
  Recovery,
  UnknownReason,
} from '../payment-terminal.ts';
import { type NexoHeader, type PaymentResponse, paymentAnswer, statusAnswer } from './answers.ts';
import { holdsCardNumber } from './card-data.ts';
import { majorUnits } from './major-units.ts';
import { serviceIdOf } from './messages.ts';
import type { NexoSettings } from './nexo.ts';
import { ticketText } from './ticket.ts';

type Identity = Pick<NexoSettings, 'poiId' | 'saleId'>;

/** What the terminal says of a payment when it is asked. */
export type Status = Recovery | { readonly outcome: 'IN_PROGRESS' } | { readonly outcome: 'NOT_FOUND' };

/** `ErrorCondition` of a payment that failed. What is not listed says nothing sure. */
const REASONS: Readonly<Record<string, NotPerformedReason>> = {
  Aborted: 'ABANDONED',
  Busy: 'TERMINAL_BUSY',
  Cancel: 'ABANDONED',
  DeviceOut: 'TERMINAL_NOT_READY',
  InsertedCard: 'TERMINAL_NOT_READY',
  InvalidCard: 'REFUSED',
  LoggedOut: 'TERMINAL_NOT_READY',
  MessageFormat: 'REQUEST_NOT_UNDERSTOOD',
  NotAllowed: 'FORBIDDEN',
  PaymentRestriction: 'FORBIDDEN',
  Refusal: 'REFUSED',
  UnavailableDevice: 'TERMINAL_NOT_READY',
  UnavailableService: 'TERMINAL_OFFLINE',
  WrongPIN: 'REFUSED',
};

const READING_MODES: Readonly<Record<string, ReadingMode>> = {
  ICC: 'contact',
  SynchronousICC: 'contact',
  Contactless: 'contactless',
  Tapped: 'contactless',
  MagStripe: 'magneticStripe',
  Keyed: 'manual',
  Manual: 'manual',
};

export function decidePayment(answer: unknown, order: PaymentOrder, identity: Identity): Recovery {
  if (holdsCardNumber(answer)) return unknown('CARD_NUMBER_IN_ANSWER');
  const parsed = paymentAnswer.safeParse(answer);
  if (!parsed.success) return unknown('ANSWER_UNREADABLE');
  const { MessageHeader, PaymentResponse } = parsed.data.SaleToPOIResponse;
  if (!isAnswerTo(paymentOf(order), MessageHeader, identity)) return unknown('ANOTHER_PAYMENT');
  return decideResponse(PaymentResponse, order);
}

/** @param serviceId of the question */
export function decideStatus(
  answer: unknown,
  order: PaymentOrder,
  identity: Identity,
  serviceId: string,
): Status {
  if (holdsCardNumber(answer)) return unknown('CARD_NUMBER_IN_ANSWER');
  const parsed = statusAnswer.safeParse(answer);
  if (!parsed.success) return unknown('ANSWER_UNREADABLE');
  const { MessageHeader, TransactionStatusResponse: status } = parsed.data.SaleToPOIResponse;
  // Another terminal at the same address knows nothing of the payment, and its word is none about it.
  const question = { category: 'TransactionStatus', serviceId };
  if (!isAnswerTo(question, MessageHeader, identity)) return unknown('ANOTHER_PAYMENT');

  if (status.Response.Result === 'Failure') {
    switch (status.Response.ErrorCondition) {
      case 'InProgress':
      case 'Busy':
        return { outcome: 'IN_PROGRESS' };
      case 'NotFound':
        return { outcome: 'NOT_FOUND' };
      default:
        return unknown('TERMINAL_UNSURE');
    }
  }
  const repeated = status.RepeatedMessageResponse;
  const payment = repeated?.RepeatedResponseMessageBody.PaymentResponse;
  if (status.Response.Result !== 'Success' || !repeated || !payment) return unknown('ANSWER_UNREADABLE');
  if (!isAnswerTo(paymentOf(order), repeated.MessageHeader, identity)) return unknown('ANOTHER_PAYMENT');
  return decideResponse(payment, order);
}

interface Asked {
  readonly category: string;
  readonly serviceId: string;
}

function paymentOf({ attemptId }: PaymentOrder): Asked {
  return { category: 'Payment', serviceId: serviceIdOf(attemptId) };
}

function isAnswerTo(asked: Asked, header: NexoHeader, { poiId, saleId }: Identity): boolean {
  return (
    header.MessageCategory === asked.category &&
    header.ServiceID === asked.serviceId &&
    header.SaleID === saleId &&
    header.POIID === poiId
  );
}

function decideResponse(payment: PaymentResponse, order: PaymentOrder): Recovery {
  switch (payment.Response.Result) {
    case 'Success': {
      const doubt = doubtAbout(payment, order);
      if (doubt) return unknown(doubt);
      const ticket = order.wantsTicket ? ticketText(payment) : null;
      return { outcome: 'APPROVED', facts: factsOf(payment), ticket };
    }
    case 'Partial':
      return unknown('PARTLY_APPROVED');
    case 'Failure': {
      const reason = REASONS[payment.Response.ErrorCondition ?? ''];
      return reason ? { outcome: 'NOT_PERFORMED', reason } : unknown('TERMINAL_UNSURE');
    }
    default:
      return payment.Response.Result satisfies never;
  }
}

/** Why "success" is not yet "this payment was made". */
function doubtAbout(payment: PaymentResponse, order: PaymentOrder): UnknownReason | null {
  const amounts = payment.PaymentResult?.AmountsResp;
  const transactionId = payment.SaleData?.SaleTransactionID.TransactionID;
  if (amounts?.Currency === undefined || transactionId === undefined) return 'FIELDS_MISSING';
  if (amounts.AuthorizedAmount !== majorUnits(order.amountCents)) return 'AMOUNT_DIFFERS';
  if (amounts.Currency !== order.currency) return 'CURRENCY_DIFFERS';
  if (transactionId !== order.attemptId) return 'ANOTHER_PAYMENT';
  return null;
}

function factsOf({ PaymentResult }: PaymentResponse): PaymentFacts {
  const card = PaymentResult?.PaymentInstrumentData?.CardData;
  const acquirer = PaymentResult?.PaymentAcquirerData;
  return {
    authorisationNumber: kept(acquirer?.ApprovalCode, /^[0-9A-Z]{1,12}$/i),
    contract: kept(acquirer?.MerchantID, /^[0-9A-Z_-]{1,64}$/i),
    readingMode: card?.EntryMode?.map((mode) => READING_MODES[mode]).find((mode) => mode) ?? null,
    schemeCode: kept(card?.PaymentBrand, /^[0-9A-Z_-]{1,32}$/i),
    cardApplication: null,
  };
}

function kept(value: string | undefined, form: RegExp): string | null {
  return value !== undefined && form.test(value) ? value : null;
}

function unknown(reason: UnknownReason) {
  return { outcome: 'UNKNOWN', reason } as const;
}
