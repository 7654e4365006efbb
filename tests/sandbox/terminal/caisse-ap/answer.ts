import { garbageOf } from '../delivery.ts';
import type { JournalEntry } from '../journal.ts';
import type { AnswerFault, Outcome } from '../plan.ts';
import { maskedNumberOf, TEST_CARDS, USUAL_CARD } from '../test-cards.ts';
import { type Fields, writeFields } from './fields.ts';
import { ticketOf } from './ticket.ts';

type Answer = [tag: string, value: string][];

const ECHOED = ['CZ', 'CJ', 'CA', 'CE', 'BA', 'CD'];
/** Terminals answer with eight digits, whatever was sent. */
const AMOUNT_DIGITS = 8;
const US_DOLLAR = '840';
const CONTRACT = '1999042';
const APPLICATION_ID = 'A0000000421010';

/** AF: 04 refused, 11 the red button, 08 nobody came. */
const DETAILS: Readonly<Record<Exclude<Outcome, 'approved'>, string>> = {
  refused: '04',
  abandoned: '11',
  inputTimeout: '08',
};

/** What the terminal says when a transaction has ended. */
export function answerTo(request: Fields, entry: JournalEntry): Answer {
  const answer = echoOf(request);
  if (entry.outcome !== 'approved') {
    // Nothing was taken, so no amount is said.
    answer.push(['AF', DETAILS[entry.outcome]], ['AE', '01']);
    return answer;
  }
  const isContactless = entry.entryMode === 'contactless';
  answer.push(
    ['CB', String(entry.amountCents).padStart(AMOUNT_DIGITS, '0')],
    ['AE', '10'],
    ['CC', isContactless ? '00B' : '001'],
    ['CI', isContactless ? '2' : '1'],
    ['AC', entry.authorisation ?? ''],
    ['AI', APPLICATION_ID],
    ['CG', CONTRACT],
    // Of no use to anybody but the terminal; real ones send them all the same.
    ['AA', maskedNumberOf(USUAL_CARD)],
    ['AB', USUAL_CARD.expiry],
  );
  const wish = request.get('CK');
  if (wish !== undefined) answer.push(['ZT', ticketOf(entry, wish)]);
  return answer;
}

export function notDone(request: Fields, detail: string): Answer {
  return [...echoOf(request), ['AF', detail], ['AE', '01']];
}

export function acknowledgement(request: Fields): Answer {
  return [...echoOf(request), ['AE', '11']];
}

export function duplicateTicket(request: Fields, entry: JournalEntry): Answer {
  return [...echoOf(request), ['AE', '10'], ['ZT', ticketOf(entry, request.get('CK') ?? '100')]];
}

/** The bytes, after the plan had its way with them. */
export function encoded(answer: Answer, request: Fields, fault: AnswerFault | undefined): Buffer {
  if (fault?.kind === 'garbage') return garbageOf(fault);
  return Buffer.from(writeFields(altered(answer, request, fault)), 'latin1');
}

function altered(answer: Answer, request: Fields, fault: AnswerFault | undefined): Answer {
  switch (fault?.kind) {
    case 'wrongAmount': {
      const cents = fault.amountCents ?? Number(request.get('CB')) - 1;
      return withFields(answer, { CB: String(cents).padStart(AMOUNT_DIGITS, '0') });
    }
    case 'wrongCurrency':
      return withFields(answer, { CE: US_DOLLAR });
    case 'missingFields':
      return answer.filter(([tag]) => !fault.fields.includes(tag));
    case 'alteredFields':
      return withFields(answer, fault.fields);
    case 'clearCardNumber':
      return withFields(answer, clearCard(fault.card));
    case 'reordered':
      return [...answer.slice(0, 1), ...answer.slice(1).reverse()];
    case 'acknowledgedOnly':
      return acknowledgement(request);
    default:
      return answer;
  }
}

function clearCard(place: number): Record<string, string> {
  const card = TEST_CARDS[place] ?? USUAL_CARD;
  return { AA: card.number, AB: card.expiry };
}

/** A field that is there keeps its place. */
function withFields(answer: Answer, values: Readonly<Record<string, string>>): Answer {
  const kept = answer.map(([tag, value]): [string, string] => [tag, values[tag] ?? value]);
  const added = Object.entries(values).filter(([tag]) => !answer.some(([present]) => present === tag));
  return [...kept, ...added];
}

function echoOf(request: Fields): Answer {
  return ECHOED.flatMap((tag): Answer => {
    const value = request.get(tag);
    return value === undefined ? [] : [[tag, value]];
  });
}
