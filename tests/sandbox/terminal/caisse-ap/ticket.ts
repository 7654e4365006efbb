import type { JournalEntry } from '../journal.ts';
import { maskedNumberOf, USUAL_CARD } from '../test-cards.ts';
import { writeFields } from './fields.ts';

const LINE_LENGTH = 24;

/**
 * The text of the ticket, in the form that field ZT has it in.
 * @param wish the CK of the request; its second character asks for the merchant's copy when it is not 0
 */
export function ticketOf(entry: JournalEntry, wish: string): string {
  const isForMerchant = wish[1] === '1' || wish[1] === '2';
  // The merchant's copy may hold the whole number: this one always does.
  const number = isForMerchant ? USUAL_CARD.number : maskedNumberOf(USUAL_CARD);
  const lines = [
    'CARTE BANCAIRE',
    entry.entryMode === 'contactless' ? 'SANS CONTACT' : 'AVEC CONTACT',
    'EKIDOM POITIERS',
    frenchTime(entry.at),
    number,
    `AUTO : ${entry.authorisation ?? ''}`,
    `MONTANT : ${euros(entry.amountCents)} EUR`,
    'DÉBIT',
    isForMerchant ? 'TICKET COMMERÇANT' : 'TICKET CLIENT',
    'À CONSERVER',
  ];
  const text = lines.map((line) => line.slice(0, LINE_LENGTH)).join('\n');
  return writeFields([
    ['CK', wish.padEnd(3, '0')],
    ['AK', Buffer.from(text, 'latin1').toString('base64')],
  ]);
}

function euros(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

function frenchTime(at: string): string {
  const [day = '', time = ''] = at.split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`;
}
