import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { COMMON_FAULTS, type NewPlan } from '../plan.ts';
import { CARD_TRACES, TEST_CARDS } from '../test-cards.ts';
import { type CaisseApTerminal, startCaisseApTerminal } from './caisse-ap.ts';
import { sendTo } from './test-caller.ts';

/** A debit of 112,45 €. */
const DEBIT = 'CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010CB00511245';
/** For what ends by itself. */
const NEVER = /(?!)/;
/** Every whole answer says whether it was done. */
const DONE = /AE002\d\d/;
const ECHO = 'CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010';
const APPROVED = /^CZ.*CB00800011245AE00210CC003001CI0011AC006(\d{6})AI014A0000000421010CG0071999042AA016/;

let folder = '';
let terminal: CaisseApTerminal;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  terminal = await startCaisseApTerminal({ folder });
});

afterEach(async () => {
  await terminal.clearPlans();
  await terminal.setCustomer({ kind: 'instant' });
});

afterAll(async () => {
  await terminal.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = (request: string, until?: RegExp) => sendTo(terminal.port, request, until);
const newTransactions = (since: number) => terminal.journal().slice(since);

test('the first payment of a new terminal is answered byte for byte', async () => {
  const home = await mkdtemp(join(tmpdir(), 'terminal-'));
  const fresh = await startCaisseApTerminal({ folder: home });

  const { text } = await sendTo(fresh.port, DEBIT, DONE);
  await fresh.stop();
  await rm(home, { recursive: true });

  expect(text).toBe(
    `${ECHO}CB00800011245AE00210CC003001CI0011AC006240891AI014A0000000421010CG0071999042AA016411111######1111AB0042812`,
  );
});

describe('a payment', () => {
  test('is approved, and the answer names what was asked in the words of the protocol', async () => {
    const before = terminal.journal().length;

    const { text } = await send(DEBIT, DONE);

    expect(text).toMatch(APPROVED);
    expect(text.startsWith(`${ECHO}CB00800011245AE00210`)).toBe(true);
    expect(newTransactions(before)).toMatchObject([
      { action: 'debit', amountCents: 11_245, currency: '978', register: '01', outcome: 'approved' },
    ]);
    expect(APPROVED.exec(text)?.[1]).toBe(newTransactions(before)[0]?.authorisation);
  });

  test('that is left with the red button is answered without an amount', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });

    const answer = send(DEBIT, DONE);
    const wasPressed = await terminal.pressRedButton();
    const { text } = await answer;

    expect(wasPressed).toBe(true);
    expect(text).toBe(`${ECHO}AF00211AE00201`);
    expect(terminal.journal().at(-1)).toMatchObject({ outcome: 'abandoned', authorisation: null });
  });

  test('waits for the card of a customer, and tells which kind it was', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });

    const answer = send(DEBIT, DONE);
    await terminal.presentCard({ mode: 'contactless' });

    expect((await answer).text).toContain('CC00300BCI0012');
  });

  test.each([
    ['refused', 'AF00204AE00201'],
    ['inputTimeout', 'AF00208AE00201'],
    ['abandoned', 'AF00211AE00201'],
  ] as const)('can be planned to be %s', async (outcome, end) => {
    await terminal.plan({ outcome });

    const { text } = await send(DEBIT, DONE);

    expect(text).toBe(ECHO + end);
    expect(terminal.journal().at(-1)?.outcome).toBe(outcome);
  });

  test('with a card that the bank declines is refused', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });

    const answer = send(DEBIT, DONE);
    await terminal.presentCard({ isDeclined: true });

    expect((await answer).text).toBe(`${ECHO}AF00204AE00201`);
  });

  test('goes on when the register hangs up: the money is taken', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const before = terminal.journal().length;

    await send(DEBIT);
    await terminal.presentCard();

    await expect.poll(() => newTransactions(before)).toMatchObject([{ outcome: 'approved' }]);
  });

  test('asked for twice is taken twice: the protocol has no reference', async () => {
    const before = terminal.journal().length;

    await send(DEBIT, DONE);
    await send(DEBIT, DONE);

    expect(newTransactions(before)).toHaveLength(2);
  });

  test('is not begun while another one is', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const first = send(DEBIT, DONE);
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    const second = await send(DEBIT, DONE);
    await terminal.presentCard();

    expect(second.text).toBe(`${ECHO}AF00207AE00201`);
    expect((await first).text).toMatch(/AE00210/);
  });

  test('with a ticket wish brings the text for the customer, the number masked', async () => {
    const { text } = await send(`${DEBIT}CK003100`, /ZT/);

    const [, base64 = ''] = /ZT\d{3}CK003100AK\d{3}(.*)$/.exec(text) ?? [];
    const ticket = Buffer.from(base64, 'base64').toString('latin1');
    expect(ticket).toContain('MONTANT : 112,45 EUR');
    expect(ticket).toContain('DÉBIT');
    expect(ticket).toContain('411111######1111');
  });

  test('with a wish for the merchant copy brings a whole card number, as the manuals warn', async () => {
    const { text } = await send(`${DEBIT}CK003110`, /ZT/);

    const [, base64 = ''] = /AK\d{3}(.*)$/.exec(text) ?? [];
    expect(Buffer.from(base64, 'base64').toString('latin1')).toContain(TEST_CARDS[0].number);
  });

  test('that wants no waiting is acknowledged at once and taken all the same', async () => {
    const before = terminal.journal().length;

    const { text } = await send(DEBIT.replace('BA0010', 'BA0011'), DONE);

    expect(text).toBe(`${ECHO.replace('BA0010', 'BA0011')}AE00211`);
    await expect.poll(() => newTransactions(before)).toHaveLength(1);
  });
});

test.each([
  ['something that is no message', 'GET / HTTP/1.1', 'AF00209AE00201'],
  ['a version that is not first', 'CA00201CZ0040300', 'CZ0040300CA00201AF00209AE00201'],
  [
    'an unknown action',
    DEBIT.replace('CD0010', 'CD0017'),
    `${ECHO.replace('CD0010', 'CD0017')}AF00212AE00201`,
  ],
  ['dollars', DEBIT.replace('978', '840'), `${ECHO.replace('978', '840')}AF00213AE00201`],
  ['an amount of nothing', DEBIT.replace('00511245', '00500000'), `${ECHO}AF00209AE00201`],
])('the terminal refuses %s and takes nothing', async (_what, request, answer) => {
  const before = terminal.journal().length;

  const { text } = await send(request, DONE);

  expect(text).toBe(answer);
  expect(newTransactions(before)).toEqual([]);
});

test('a request with the field BF is hung up on without a word', async () => {
  const { text, ending } = await send(`${DEBIT}BF0010`);

  expect([text, ending]).toEqual(['', 'end']);
});

describe('a fault', () => {
  test.each<[string, NewPlan['answer'] & object, RegExp, number]>([
    ['silence', { kind: 'silence' }, /^$/, 1],
    ['a lost request', { kind: 'ignored' }, /^$/, 0],
    ['a busy terminal', { kind: 'busy' }, /AF00207AE00201$/, 0],
    ['an answer sent twice', { kind: 'twice' }, /^(CZ.*AB0042812)\1$/, 1],
    ['a late answer', { kind: 'late', afterMs: 50 }, /AE00210/, 1],
    ['one cent less', { kind: 'wrongAmount' }, /CB00800011244AE00210/, 1],
    ['another amount', { kind: 'wrongAmount', amountCents: 5 }, /CB00800000005AE00210/, 1],
    ['dollars', { kind: 'wrongCurrency' }, /CE003840/, 1],
    ['missing fields', { kind: 'missingFields', fields: ['AE', 'CB'] }, /^((?!AE002|CB008).)+$/, 1],
    ['other fields', { kind: 'alteredFields', fields: { CA: '02', AF: '02' } }, /CA00202.*AF00202$/, 1],
    ['garbage', { kind: 'garbage' }, /HAEO~\{"/, 1],
    ['garbage of choice', { kind: 'garbage', hex: '435A' }, /^CZ$/, 1],
    ['a clear card number', { kind: 'clearCardNumber', card: 1 }, /AA0165555555555554444AB0042711$/, 1],
    ['fields in another order', { kind: 'reordered' }, /^CZ0040300AB0042812AA.*CJ012012345678901$/, 1],
    ['an acknowledgement', { kind: 'acknowledgedOnly' }, /BA0010CD0010AE00211$/, 1],
  ])('is %s, and the journal tells the truth', async (_name, answer, heard, taken) => {
    const before = terminal.journal().length;
    await terminal.plan({ answer });

    const { text } = await send(DEBIT, heard.test('') ? undefined : heard);

    expect(text).toMatch(heard);
    await expect.poll(() => newTransactions(before)).toHaveLength(taken);
  });

  test('is an answer byte by byte', async () => {
    await terminal.plan({ answer: { kind: 'pieces', sizeBytes: 1, gapMs: 2 } });

    const { text, pieces } = await send(DEBIT, /AB0042812$/);

    expect(text).toMatch(APPROVED);
    expect(pieces).toBeGreaterThan(text.length / 2);
  });

  test.each(['end', 'reset'] as const)('is a connection that ends in the middle, by %s', async (manner) => {
    await terminal.plan({ answer: { kind: 'cut', afterBytes: 7, manner } });

    const { text, ending } = await send(DEBIT, NEVER);

    expect(text).toBe('CZ00403');
    expect(ending).toBe(manner);
  });

  test('happens as often as planned, in the order of the plans', async () => {
    await terminal.plan({ outcome: 'refused', times: 2 });
    await terminal.plan({ outcome: 'abandoned' });

    const ends: string[] = [];
    for (let i = 0; i < 4; i += 1) ends.push((await send(DEBIT, DONE)).text.slice(ECHO.length));

    expect(ends.map((end) => end.slice(0, 7))).toEqual(['AF00204', 'AF00204', 'AF00211', 'CB00800']);
  });

  test('that makes no sense is refused with its reason', async () => {
    await expect(terminal.plan({ answer: { kind: 'httpStatus', status: 500 } })).rejects.toThrow(
      /knows no "httpStatus"/,
    );
    expect(COMMON_FAULTS).toHaveLength(14);
  });

  test('is a cable that is out: connections are refused until it is back', async () => {
    await terminal.setReachable(false);
    const without = await send(DEBIT);
    await terminal.setReachable(true);
    const withCable = await send(DEBIT, DONE);

    expect(without.ending).toBe('refused');
    expect(withCable.text).toMatch(APPROVED);
  });
});

describe('a power cut', () => {
  test.each([
    ['beforeTransaction', 0, ''],
    ['beforeAnswer', 1, ''],
    ['midAnswer', 1, 'CZ0040300CJ012'],
  ] as const)('%s: the journal holds %i new transaction', async (moment, taken, start) => {
    const before = terminal.journal().length;
    await terminal.plan({ answer: { kind: 'powerCut', moment } });

    const { text, ending } = await send(DEBIT, NEVER);
    await terminal.hasGoneOff();
    const whileOff = await send(DEBIT);
    await terminal.restart();
    const afterwards = await send(DEBIT, DONE);

    expect(text.startsWith(start)).toBe(true);
    expect(text).not.toMatch(/AB004/);
    expect(['end', 'reset']).toContain(ending);
    expect(whileOff.ending).toBe('refused');
    expect(afterwards.text).toMatch(APPROVED);
    const numbers = terminal.journal().map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
    expect(newTransactions(before)).toHaveLength(taken + 1);
  });
});

test('the journal holds no card number, not even of the cards that were given away', async () => {
  await terminal.plan({ answer: { kind: 'clearCardNumber' } });
  await send(DEBIT, DONE);

  const text = await readFile(join(folder, 'journal.jsonl'), 'utf8');

  expect(CARD_TRACES.filter((trace) => text.includes(trace))).toEqual([]);
});
