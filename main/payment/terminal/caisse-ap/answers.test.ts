/** Whatever a terminal says, in whatever order and pieces: only a whole and clear yes is a yes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentOutcome } from '../payment-terminal.ts';
import { ORDER } from '../testing/orders.ts';
import { createAnswerReader, MAX_ANSWER_BYTES } from './answer-reader.ts';
import { encodeFields } from './fields.ts';
import { type Asked, whatIsAsked } from './request.ts';

type Field = readonly [tag: string, value: string];

const ASKED = whatIsAsked({ ...ORDER, wantsTicket: true }, { register: '01' });
const TICKET = 'EKIDOM\nMONTANT : 112,45 EUR\nDEBIT\n############7890\n';

const YES: readonly Field[] = [
  ['CZ', '0300'],
  ['AE', '10'],
  ['AF', '01'],
  ['CA', '01'],
  ['CB', '00011245'],
  ['CD', '0'],
  ['CE', '978'],
  ['CC', '00B'],
  ['CI', '2'],
  ['AC', '240891'],
  ['AI', 'A0000000421010'],
  ['CG', '1234567'],
  ['AA', '497010******7890'],
  ['AB', '2512'],
  ['ZT', `CK003100${encodeFields([['AK', Buffer.from(TICKET, 'latin1').toString('base64')]])}`],
];
const NO: readonly Field[] = [
  ['CZ', '0300'],
  ['AF', '06'],
  ['AE', '01'],
];
/** Without one of them, a yes is not about this payment. */
const NEEDED = ['AE', 'CA', 'CB', 'CD', 'CE'];

const yesInAnyOrder = fc.shuffledSubarray([...YES], { minLength: YES.length });

describe('a yes', () => {
  test('gives the facts that may be kept, and the ticket as the terminal wrote it', () => {
    expect(outcomeOf(encodeFields(YES))).toEqual({
      outcome: 'APPROVED',
      facts: {
        authorisationNumber: '240891',
        contract: '1234567',
        readingMode: 'contactless',
        schemeCode: '00B',
        cardApplication: 'A0000000421010',
      },
      ticket: TICKET,
    });
  });

  test('says nothing of the card itself', () => {
    const kept = JSON.stringify(outcomeOf(encodeFields(YES)));

    expect(kept).not.toContain('497010');
    expect(kept).not.toContain('2512');
  });

  test('gives no ticket when none was asked for', () => {
    expect(outcomeOf(encodeFields(YES), { ...ASKED, wantsTicket: false })).toMatchObject({ ticket: null });
  });

  test('is a yes in any order of its fields, in any pieces', () => {
    const cuts = fc.array(fc.nat({ max: encodeFields(YES).length }), { maxLength: 40 });

    fc.assert(
      fc.property(yesInAnyOrder, cuts, (fields, at) => {
        expect(readInPieces(encodeFields(fields), at).outcome).toBe('APPROVED');
      }),
    );
  });

  test('byte by byte, is none before everything needed is there', () => {
    fc.assert(
      fc.property(yesInAnyOrder, (fields) => {
        const text = encodeFields(fields);
        const needed = Math.max(...NEEDED.map((tag) => endOf(tag, fields)));
        const reader = createAnswerReader(ASKED);

        const decidedAfter = [...text].findIndex(
          (byte) => reader.take(Buffer.from(byte, 'latin1')) === 'decided',
        );

        expect(decidedAfter + 1).toBe(needed);
      }),
    );
  });

  test('cut off at any byte, is a yes only if whole fields and everything needed are there', () => {
    fc.assert(
      fc.property(yesInAnyOrder, fc.double({ min: 0, max: 1, noNaN: true }), (fields, share) => {
        const text = encodeFields(fields);
        const cutAt = Math.floor(share * (text.length - 1));

        const { outcome } = outcomeOf(text.slice(0, cutAt));

        const isAtFieldEnd = fields.some(([tag]) => endOf(tag, fields) === cutAt);
        const hasAllNeeded = NEEDED.every((tag) => endOf(tag, fields) <= cutAt);
        expect(outcome).toBe(isAtFieldEnd && hasAllNeeded ? 'APPROVED' : 'UNKNOWN');
      }),
    );
  });

  test('to another amount is none', () => {
    const otherAmounts = fc
      .stringMatching(/^\d{0,13}$/)
      .filter((digits) => Number(digits) !== ASKED.amountCents);

    fc.assert(
      fc.property(yesInAnyOrder, otherAmounts, (fields, amount) => {
        expect(outcomeOf(encodeFields(replaced(fields, 'CB', amount))).outcome).toBe('UNKNOWN');
      }),
    );
  });

  test.each(['11245', '011245', '000000011245'])(
    'to %s cents is one: zeros in front count for nothing',
    (amount) => {
      expect(outcomeOf(encodeFields(replaced(YES, 'CB', amount))).outcome).toBe('APPROVED');
    },
  );

  test.each([
    ['CB', '1124', 'AMOUNT_DIFFERS'],
    ['CB', '112,45', 'ANSWER_UNREADABLE'],
    ['CB', '+11245', 'ANSWER_UNREADABLE'],
    ['CB', '0x2bed', 'ANSWER_UNREADABLE'],
    ['CE', '840', 'CURRENCY_DIFFERS'],
    ['CA', '02', 'ANOTHER_PAYMENT'],
    ['CD', '1', 'ANOTHER_PAYMENT'],
    ['AF', '00', 'ANSWER_CONTRADICTORY'],
    ['AF', '04', 'ANSWER_CONTRADICTORY'],
    ['AE', '12', 'ANSWER_UNREADABLE'],
    ['AE', '1', 'ANSWER_UNREADABLE'],
    ['AE', '11', 'ONLY_ACKNOWLEDGED'],
  ])('with %s %s is unknown: %s', (tag, value, reason) => {
    expect(outcomeOf(encodeFields(replaced(YES, tag, value)))).toEqual({ outcome: 'UNKNOWN', reason });
  });

  test.each(NEEDED)('without %s is unknown', (tag) => {
    const fields = YES.filter(([other]) => other !== tag);

    expect(outcomeOf(encodeFields(fields))).toEqual({ outcome: 'UNKNOWN', reason: 'FIELDS_MISSING' });
  });

  test('without AF is a yes', () => {
    expect(outcomeOf(encodeFields(YES.filter(([tag]) => tag !== 'AF'))).outcome).toBe('APPROVED');
  });

  test('said twice is one yes; a yes and a no are none', () => {
    expect(outcomeOf(encodeFields([...YES, ...YES])).outcome).toBe('APPROVED');
    expect(outcomeOf(encodeFields([...YES, ...NO]))).toEqual({
      outcome: 'UNKNOWN',
      reason: 'ANSWER_CONTRADICTORY',
    });
  });

  test('with a ticket that cannot be read is a yes without a ticket', () => {
    expect(outcomeOf(encodeFields(replaced(YES, 'ZT', 'CK003100AK999@@')))).toMatchObject({
      outcome: 'APPROVED',
      ticket: null,
    });
  });
});

describe('a no', () => {
  test.each([
    ['00', 'UNSPECIFIED'],
    ['02', 'CALL_THE_BANK'],
    ['04', 'REFUSED'],
    ['05', 'FORBIDDEN'],
    ['06', 'ABANDONED'],
    ['07', 'NOT_COMPLETED'],
    ['08', 'CARD_TIMEOUT'],
    ['09', 'REQUEST_NOT_UNDERSTOOD'],
    ['11', 'ABANDONED'],
    ['99', 'UNSPECIFIED'],
  ])('with AF %s is not performed: %s', (detail, reason) => {
    expect(outcomeOf(encodeFields(replaced(NO, 'AF', detail)))).toEqual({ outcome: 'NOT_PERFORMED', reason });
  });

  test.each<readonly Field[]>([
    [['CB', '00011245']],
    [['CB', '00000000']],
    [
      ['CA', '01'],
      ['CD', '0'],
      ['CE', '978'],
    ],
  ])('may repeat what it was asked for, or that it took nothing: %j', (...repeated) => {
    expect(outcomeOf(encodeFields([...NO, ...repeated])).outcome).toBe('NOT_PERFORMED');
  });

  test.each<readonly [Field, string]>([
    [['CA', '02'], 'ANOTHER_PAYMENT'],
    [['CD', '2'], 'ANOTHER_PAYMENT'],
    [['CB', '00011244'], 'AMOUNT_DIFFERS'],
    [['CE', '840'], 'CURRENCY_DIFFERS'],
    [['CB', 'none'], 'ANSWER_UNREADABLE'],
  ])('to another payment, %j, is no no to this one: %s', (field, reason) => {
    expect(outcomeOf(encodeFields([...NO, field]))).toEqual({ outcome: 'UNKNOWN', reason });
  });

  test('that was authorised is neither a yes nor a no', () => {
    expect(outcomeOf(encodeFields(replaced(NO, 'AF', '01')))).toEqual({
      outcome: 'UNKNOWN',
      reason: 'ANSWER_CONTRADICTORY',
    });
  });
});

describe('a card number', () => {
  const shown = '4970109876543213';

  test.each<readonly [string, readonly Field[]]>([
    ['where the card’s number stands', replaced(YES, 'AA', shown)],
    ['in a field that nobody knows', [...YES, ['ZZ', `PAN ${shown}`]]],
    ['in a no', [...NO, ['AA', shown]]],
    [
      'on the ticket',
      replaced(YES, 'ZT', encodeFields([['AK', Buffer.from(`CARTE ${shown}`, 'latin1').toString('base64')]])),
    ],
    ['in groups', replaced(YES, 'AA', '4970 1098 7654 3213')],
  ])('%s sends the attempt to staff, and is kept nowhere', (_, fields) => {
    const outcome = outcomeOf(encodeFields(fields));

    expect(outcome).toEqual({ outcome: 'UNKNOWN', reason: 'CARD_NUMBER_IN_ANSWER' });
  });
});

describe('what is no answer', () => {
  test.each([
    ['', 'NO_ANSWER'],
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'ANSWER_UNREADABLE'],
    ['AE00', 'ANSWER_CUT_SHORT'],
    ['AE002', 'ANSWER_CUT_SHORT'],
    ['A', 'ANSWER_CUT_SHORT'],
    ['AE-0210', 'ANSWER_UNREADABLE'],
    ['\u0000\u0001', 'ANSWER_UNREADABLE'],
    ['BA0011', 'FIELDS_MISSING'],
    ['CZ0040300BA0011AE00211', 'ONLY_ACKNOWLEDGED'],
  ])('%j is unknown: %s', (text, reason) => {
    expect(outcomeOf(text)).toEqual({ outcome: 'UNKNOWN', reason });
  });

  test('more than a terminal has to say is not read on', () => {
    const filler = encodeFields(
      Array.from({ length: 20 }, (_, at): Field => [`X${at % 10}`, 'x'.repeat(999)]),
    );
    const reader = createAnswerReader(ASKED);

    const progress = reader.take(Buffer.from(encodeFields(YES) + filler, 'latin1'));

    expect(filler.length).toBeGreaterThan(MAX_ANSWER_BYTES);
    expect(progress).toBe('hopeless');
    expect(reader.outcome('NO_ANSWER')).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_TOO_LARGE' });
  });

  test('nothing of an answer stays once it was forgotten', () => {
    const reader = createAnswerReader(ASKED);
    reader.take(Buffer.from(encodeFields(YES), 'latin1'));

    reader.forget();

    expect(reader.outcome('NO_ANSWER')).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_UNREADABLE' });
  });
});

function readInPieces(text: string, cuts: readonly number[], asked: Asked = ASKED): PaymentOutcome {
  const reader = createAnswerReader(asked);
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
  for (const [index, from] of places.entries())
    reader.take(Buffer.from(text.slice(from, places[index + 1] ?? text.length), 'latin1'));
  return reader.outcome('NO_ANSWER');
}

function outcomeOf(text: string, asked: Asked = ASKED): PaymentOutcome {
  return readInPieces(text, [], asked);
}

function replaced(fields: readonly Field[], tag: string, value: string): Field[] {
  return fields.map((field) => (field[0] === tag ? [tag, value] : field));
}

/** How many bytes there are up to the end of a field. */
function endOf(tag: string, fields: readonly Field[]): number {
  const at = fields.findIndex(([other]) => other === tag);
  return encodeFields(fields.slice(0, at + 1)).length;
}
