import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewPlan } from '../plan.ts';
import { TEST_CARDS } from '../test-cards.ts';
import { type ConcertTerminal, startConcertTerminal } from './concert-eplus.ts';
import { ACK, ENQ, EOT, framed, type KioskEnd, NAK, openKioskEnd } from './test-caller.ts';

const TEXT = '0100011245010978          A010B010';
/** A debit of 112,45 €, to the last byte. */
const DEBIT = `\x02${TEXT}\x03\x05`;
const APPROVED = framed('010000112451978          ');

let folder = '';
let terminal: ConcertTerminal;
let line: KioskEnd;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  terminal = await startConcertTerminal({ folder });
});

beforeEach(() => {
  line = openKioskEnd(terminal.device);
});

afterEach(async () => {
  line.close();
  await terminal.clearPlans();
  await terminal.setCustomer({ kind: 'instant' });
});

afterAll(async () => {
  await terminal.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The kiosk's half of a payment, up to the end of its request. */
async function ask(request = DEBIT): Promise<void> {
  line.say(ENQ);
  expect(await line.hear(1)).toBe(ACK);
  line.say(request);
  expect(await line.hear(1)).toBe(ACK);
  line.say(EOT);
}

/** The kiosk's half of an answer. */
async function listen(frameLength = APPROVED.length): Promise<string> {
  expect(await line.hear(1)).toBe(ENQ);
  line.say(ACK);
  const frame = await line.hear(frameLength);
  line.say(ACK);
  expect(await line.hear(1)).toBe(EOT);
  return frame;
}

const newTransactions = (since: number) => terminal.journal().slice(since);

test('the example of a request is what its checksum says', () => {
  expect(framed(TEXT)).toBe(DEBIT);
});

describe('a payment', () => {
  test('is approved, call by call', async () => {
    const before = terminal.journal().length;

    await ask();
    const answer = await listen();

    expect(answer).toBe(APPROVED);
    expect(newTransactions(before)).toMatchObject([
      { amountCents: 11_245, register: '01', currency: '978', reference: null, outcome: 'approved' },
    ]);
  });

  test('brings its private text back, and the journal keeps it', async () => {
    await ask(framed('0100011245010978REF0000042A010B010'));
    const answer = await listen();

    expect(answer).toBe(framed('010000112451978REF0000042'));
    expect(terminal.journal().at(-1)?.reference).toBe('REF0000042');
  });

  test.each(['refused', 'abandoned', 'inputTimeout'] as const)('can be %s', async (outcome) => {
    await terminal.plan({ outcome });

    await ask();
    const answer = await listen();

    expect(answer).toBe(framed('017000112451978          '));
    expect(terminal.journal().at(-1)?.outcome).toBe(outcome);
  });

  test('waits for the customer, and whoever calls meanwhile is turned away', async () => {
    await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    await ask();
    await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

    line.say(ENQ);
    const turnedAway = await line.hear(1);
    await terminal.presentCard();

    expect(turnedAway).toBe(NAK);
    expect(await listen()).toBe(APPROVED);
  });

  test('that wishes the card is answered with the whole number, as the manuals warn', async () => {
    await ask(framed('0100011245110978          A010B010'));
    const answer = await listen(APPROVED.length + 55);

    expect(answer).toContain(TEST_CARDS[0].number);
  });

  test('that does not wait for the end is answered "done" before it is', async () => {
    await terminal.plan({ outcome: 'refused' });

    await ask(framed('0100011245010978          A011B010'));
    const answer = await listen();

    expect(answer).toBe(APPROVED);
    await expect.poll(() => terminal.journal().at(-1)?.outcome).toBe('refused');
  });

  test('in dollars is refused and not begun', async () => {
    const before = terminal.journal().length;

    await ask(framed('0100011245010840          A010B010'));
    const answer = await listen();

    expect(answer).toBe(framed('017000112451840          '));
    expect(newTransactions(before)).toEqual([]);
  });
});

test('a request with a wrong checksum is refused, and read again', async () => {
  line.say(ENQ);
  await line.hear(1);
  line.say(`${DEBIT.slice(0, -1)}\x00`);
  const refusal = await line.hear(1);
  line.say(DEBIT);
  const acceptance = await line.hear(1);
  line.say(EOT);

  expect([refusal, acceptance]).toEqual([NAK, ACK]);
  expect(await listen()).toBe(APPROVED);
});

test('an answer that is refused is said again', async () => {
  await ask();
  await line.hear(1);
  line.say(ACK);
  const first = await line.hear(APPROVED.length);
  line.say(NAK);
  const second = await line.hear(APPROVED.length);
  line.say(ACK);

  expect([first, second]).toEqual([APPROVED, APPROVED]);
  expect(await line.hear(1)).toBe(EOT);
});

test('a kiosk that does not want to listen is called three times', async () => {
  const before = terminal.journal().length;

  await ask();
  const calls: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    calls.push(await line.hear(1));
    line.say(NAK);
  }

  expect(calls).toEqual([ENQ, ENQ, ENQ]);
  expect(newTransactions(before)).toHaveLength(1);
});

describe('a fault', () => {
  const altered = (text: string) => framed(text);

  test.each<[string, NewPlan['answer'] & object, string]>([
    ['one cent less', { kind: 'wrongAmount' }, altered('010000112441978          ')],
    ['dollars', { kind: 'wrongCurrency' }, altered('010000112451840          ')],
    ['a missing field', { kind: 'missingFields', fields: ['amount'] }, altered('0101978          ')],
    [
      'another result',
      { kind: 'alteredFields', fields: { result: '9' } },
      altered('019000112451978          '),
    ],
    ['an answer byte by byte', { kind: 'pieces', sizeBytes: 1, gapMs: 2 }, APPROVED],
    ['a late answer', { kind: 'late', afterMs: 50 }, APPROVED],
    [
      'a clear card number',
      { kind: 'clearCardNumber', card: 1 },
      altered(`010000112451${`${TEST_CARDS[1].number.padEnd(19)}2711`.padEnd(55)}978          `),
    ],
    ['garbage', { kind: 'garbage', hex: '0102030405' }, '\x01\x02\x03\x04\x05'],
  ])('is %s, and the journal tells the truth', async (_name, answer, heard) => {
    const before = terminal.journal().length;
    await terminal.plan({ answer });

    await ask();

    expect(await listen(heard.length)).toBe(heard);
    expect(newTransactions(before)).toMatchObject([{ amountCents: 11_245, outcome: 'approved' }]);
  });

  test('is a terminal in use', async () => {
    await terminal.plan({ answer: { kind: 'busy' } });

    line.say(ENQ);

    expect(await line.hear(1)).toBe(NAK);
  });

  test('is silence after the payment', async () => {
    const before = terminal.journal().length;
    await terminal.plan({ answer: { kind: 'silence' } });

    await ask();

    await expect.poll(() => newTransactions(before)).toHaveLength(1);
    expect(line.rest()).toBe('');
  });

  test('is an answer said twice', async () => {
    await terminal.plan({ answer: { kind: 'twice' } });

    await ask();

    expect([await listen(), await listen()]).toEqual([APPROVED, APPROVED]);
  });

  test('is an answer that stops in the middle; the next payment goes well', async () => {
    await terminal.plan({ answer: { kind: 'cut', afterBytes: 9 } });

    await ask();
    await line.hear(1);
    line.say(ACK);
    const half = await line.hear(9);
    await ask();

    expect(half).toBe(APPROVED.slice(0, 9));
    expect(await listen()).toBe(APPROVED);
  });

  test('is a request that is refused twice', async () => {
    await terminal.plan({ answer: { kind: 'refusedFrames', count: 2 } });

    line.say(ENQ);
    const words = [await line.hear(1)];
    for (let i = 0; i < 3; i += 1) {
      line.say(DEBIT);
      words.push(await line.hear(1));
    }
    line.say(EOT);

    expect(words).toEqual([ACK, NAK, NAK, ACK]);
    expect(await listen()).toBe(APPROVED);
  });

  test('is a wrong checksum, once', async () => {
    await terminal.plan({ answer: { kind: 'badChecksums', count: 1 } });

    await ask();
    await line.hear(1);
    line.say(ACK);
    const spoilt = await line.hear(APPROVED.length);
    line.say(NAK);
    const whole = await line.hear(APPROVED.length);
    line.say(ACK);

    expect(await line.hear(1)).toBe(EOT);
    expect(spoilt.slice(0, -1)).toBe(APPROVED.slice(0, -1));
    expect(spoilt).not.toBe(APPROVED);
    expect(whole).toBe(APPROVED);
  });
});

test.each([
  ['beforeTransaction', 0, 0],
  ['beforeAnswer', 1, 0],
  ['midAnswer', 1, 14],
] as const)('a power cut %s leaves the line open and the journal true', async (moment, taken, heardBytes) => {
  const before = terminal.journal().length;
  await terminal.plan({ answer: { kind: 'powerCut', moment } });

  await ask();
  if (moment !== 'beforeTransaction') {
    await line.hear(1);
    line.say(ACK);
  }
  const heard = await line.hear(heardBytes);
  await terminal.hasGoneOff();
  line.say(ENQ);
  await terminal.restart();
  await ask();

  expect(heard).toBe(APPROVED.slice(0, heardBytes));
  expect(await listen()).toBe(APPROVED);
  expect(newTransactions(before)).toHaveLength(taken + 1);
});

test('a cable that is out carries nothing; put back, it does', async () => {
  await terminal.setReachable(false);
  line.say(ENQ);
  await terminal.state();
  await terminal.setReachable(true);

  await ask();

  expect(await listen()).toBe(APPROVED);
});

test('an adapter that is pulled out ends the line', async () => {
  const home = await mkdtemp(join(tmpdir(), 'terminal-'));
  const another = await startConcertTerminal({ folder: home });
  const end = openKioskEnd(another.device);

  await another.unplug();

  await expect.poll(() => end.hasEnded()).toBe(true);
  end.close();
  await another.stop();
  await rm(home, { recursive: true });
});
