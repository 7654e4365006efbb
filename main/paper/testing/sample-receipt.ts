import type { PaymentReceiptContent } from '../payment-receipt/payment-receipt-content.ts';
import { household } from './sample-household.ts';

/** What a terminal writes for the customer: its columns stand apart by spaces, an empty line among them. */
export const terminalTicket = [
  '     CARTE BANCAIRE     ',
  'SANS CONTACT',
  'EKIDOM POITIERS',
  'LE 11/07/18 A  09:05:07',
  '############1111',
  '',
  'AUTO :            624089',
  'MONTANT :      73,00 EUR',
  'DÉBIT',
  '   TICKET CLIENT',
  'À CONSERVER',
  '',
].join('\r\n');

/** 73,00 € of a larger debt, by card at the kiosk on a summer morning. */
export function receiptOf(changes: Partial<PaymentReceiptContent> = {}): PaymentReceiptContent {
  return {
    landlord: household.landlord,
    agency: household.agency,
    tenantName: household.tenant.displayName,
    tenantNumber: household.tenant.number,
    leaseNumber: household.lease.number,
    noticeReference: null,
    amountCents: 73_00,
    paidAt: '2018-07-11T07:05:07.000Z',
    reference: '7F3A-21C9',
    isWhole: false,
    means: 'cardAtKiosk',
    authorisationNumber: '624089',
    ticketText: terminalTicket,
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
