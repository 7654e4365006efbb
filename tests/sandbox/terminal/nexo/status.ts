import type { Journal } from '../journal.ts';
import type { AnswerFault } from '../plan.ts';
import { altered, failureResponse, headerOf, paymentResponse } from './answer.ts';
import { type Header, requestKeyOf, type Understood } from './messages.ts';

type StatusRequest = Extract<Understood, { kind: 'status' }>;

/**
 * What became of a payment: processed, in progress or not found.
 * @param inProgress the key of the payment that a customer is dealing with
 */
export function statusResponse(
  { header, reference }: StatusRequest,
  journal: Journal,
  inProgress: string | null,
  fault: AnswerFault | undefined,
): { [key: string]: unknown } {
  const latest = inProgress ?? journal.entries().at(-1)?.requestKey ?? null;
  const requestKey = reference ? requestKeyOf(reference.saleId, reference.serviceId) : latest;
  if (requestKey !== null && requestKey === inProgress) {
    return failureResponse('InProgress', 'Uncompleted transaction');
  }
  const entry = journal.entries().find((candidate) => candidate.requestKey === requestKey);
  if (!entry || requestKey === null) return failureResponse('NotFound', 'Message not found.');

  const [saleId = '', serviceId = ''] = requestKey.split('/');
  const original: Header = { ...header, MessageCategory: 'Payment', SaleID: saleId, ServiceID: serviceId };
  return {
    Response: { Result: 'Success' },
    MessageReference: { MessageCategory: 'Payment', SaleID: saleId, ServiceID: serviceId },
    RepeatedMessageResponse: {
      MessageHeader: headerOf(original),
      RepeatedResponseMessageBody: { PaymentResponse: altered(paymentResponse(entry), entry, fault) },
    },
  };
}
