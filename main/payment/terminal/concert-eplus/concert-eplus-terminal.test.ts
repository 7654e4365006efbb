import { describe, expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import type { PaymentOutcome, TerminalState } from '../payment-terminal.ts';
import { createManualTimers } from '../testing/manual-timers.ts';
import { ORDER } from '../testing/orders.ts';
import { createSerialTerminal, type SerialTerminal } from '../testing/serial-terminal.ts';
import { createConcertEplusTerminal } from './concert-eplus-terminal.ts';
import { ACK, ENQ, EOT, ETX, encodeRequest, frame, NAK } from './frame.ts';

const SETTINGS = {
  driver: 'concert-eplus',
  device: '/dev/ttyACM0',
  baudRate: 9_600,
  register: '01',
  answerTimeoutSeconds: 180,
} as const;
const YES = '010000112451978          ';
const NO = '017000112451978          ';

type Step = (terminal: SerialTerminal) => void;

describe('a payment', () => {
  test('that the terminal makes is approved, after a conversation by the book', async () => {
    const { outcome, heard } = await paid(answering(YES));

    expect(outcome).toMatchObject({ outcome: 'APPROVED' });
    expect(heard).toEqual([ENQ, ...encodeRequest(ORDER, '01'), EOT, ACK, ACK]);
  });

  test('that the terminal refuses is not performed', async () => {
    const { outcome } = await paid(answering(NO));

    expect(outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'REFUSED' });
  });

  test('is told as it goes', async () => {
    const { states } = await paid(answering(YES));

    expect(states).toEqual(['connecting', 'waitingForCard', 'processing']);
  });

  test('whose request was garbled on the line is asked for again', async () => {
    const { outcome, heard } = await paid({
      ...answering(YES),
      onRequest: once((terminal) => terminal.say(NAK), acknowledge),
    });

    expect(outcome).toMatchObject({ outcome: 'APPROVED' });
    expect(countOf(encodeRequest(ORDER, '01'), heard)).toBe(2);
  });

  test('whose request is garbled each time is not performed', async () => {
    const { outcome } = await paid({ ...answering(YES), onRequest: (terminal) => terminal.say(NAK) });

    expect(outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'REQUEST_NOT_UNDERSTOOD' });
  });

  test('whose request may have been heard is never asked for twice', async () => {
    const { outcome, heard } = await paid({ ...answering(YES), onRequest: () => {} }, 3_000);

    expect(countOf(encodeRequest(ORDER, '01'), heard)).toBe(1);
    expect(outcome).toMatchObject({ outcome: 'APPROVED' });
  });

  test('whose answer was garbled on the line is heard again', async () => {
    const garbled = frame(YES);
    garbled[5] = 0x39;
    const { outcome, heard } = await paid({
      ...answering(YES),
      onGrant: once((terminal) => terminal.say(garbled), tell(YES)),
      onRefusal: (terminal) => terminal.say(ENQ),
    });

    expect(outcome).toMatchObject({ outcome: 'APPROVED' });
    expect(heard.filter((byte) => byte === NAK)).toHaveLength(1);
  });

  test('whose answer is given twice counts once', async () => {
    const { outcome } = await paid({
      ...answering(YES),
      onThanks: once(
        (terminal) => terminal.say(frame(YES)),
        (terminal) => terminal.say(EOT),
      ),
    });

    expect(outcome).toMatchObject({ outcome: 'APPROVED' });
  });

  test('is not made by an answer that came before it was asked for', async () => {
    const { outcome } = await paid({
      ...answering(NO),
      onGreeting: (terminal) => terminal.say(ACK, ENQ, frame(YES), EOT),
    });

    expect(outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'REFUSED' });
  });

  test('whose answer comes in one go with the acknowledgement is heard whole', async () => {
    const { outcome } = await paid({
      ...answering(YES),
      // While the kiosk waits.
      onRequest: (terminal) => void setImmediate(() => terminal.say(ACK, ENQ, frame(YES), EOT)),
      onRelease: () => {},
      onGrant: () => {},
    });

    expect(outcome).toMatchObject({ outcome: 'APPROVED' });
  });

  test('whose second answer says the contrary is unknown', async () => {
    const { outcome } = await paid({
      ...answering(YES),
      onThanks: once(
        (terminal) => terminal.say(frame(NO)),
        (terminal) => terminal.say(EOT),
      ),
    });

    expect(outcome).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_CONTRADICTORY' });
  });
});

describe('an outcome is unknown when the answer', () => {
  test.each([
    ['is about another amount', '010000112441978          ', 'AMOUNT_DIFFERS'],
    ['refuses another amount', '017000000001978          ', 'AMOUNT_DIFFERS'],
    ['is in another currency', '010000112451840          ', 'CURRENCY_DIFFERS'],
    ['is for another register', '020000112451978          ', 'ANOTHER_PAYMENT'],
    ['is not sure', '019000112451978          ', 'TERMINAL_UNSURE'],
    ['is short', '0100001124', 'ANSWER_UNREADABLE'],
    [
      'holds a card number',
      `010000112451${'5555555555554444'.padEnd(55)}978          `,
      'CARD_NUMBER_IN_ANSWER',
    ],
    ['is endless', 'x'.repeat(400), 'ANSWER_TOO_LARGE'],
  ])('%s', async (_, message, reason) => {
    const { outcome } = await paid(answering(message), 10_000);

    expect(outcome).toEqual({ outcome: 'UNKNOWN', reason });
  });

  test('does not come before the deadline', async () => {
    const { outcome } = await paid({ ...answering(YES), onRelease: () => {} }, 180_000);

    expect(outcome).toEqual({ outcome: 'UNKNOWN', reason: 'NO_ANSWER' });
  });

  test('breaks off, and the line with it', async () => {
    const { outcome } = await paid({
      ...answering(YES),
      onGrant: (terminal) => {
        terminal.say(frame(YES).subarray(0, 9));
        terminal.breakLine();
      },
    });

    expect(outcome).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_CUT_SHORT' });
  });

  test('breaks off, and nothing follows', async () => {
    const { outcome } = await paid(
      { ...answering(YES), onGrant: (terminal) => terminal.say(frame(YES).subarray(0, 9)) },
      13_000,
    );

    expect(outcome).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_CUT_SHORT' });
  });
});

describe('nothing is sent when', () => {
  test('the terminal does not let the kiosk speak', async () => {
    const { outcome, heard } = await paid(
      { ...answering(YES), onGreeting: (terminal) => terminal.say(NAK) },
      5_000,
    );

    expect(outcome).toEqual({ outcome: 'NOT_SENT', reason: 'TERMINAL_NOT_READY' });
    expect(heard).toEqual([ENQ, EOT, ENQ, EOT, ENQ, EOT]);
  });

  test('the line is not there', async () => {
    const terminal = createConcertEplusTerminal(SETTINGS, {
      log: silentLog,
      openPort: async () => {
        throw new Error('Error: No such file or directory, cannot open /dev/ttyACM0');
      },
    });

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_ABSENT' });
    expect(await terminal.test()).toEqual({ reachable: false, reason: 'DEVICE_ABSENT' });
  });

  test('the amount does not fit', async () => {
    const terminal = createConcertEplusTerminal(SETTINGS, { log: silentLog });

    const { outcome } = terminal.start({ ...ORDER, amountCents: 100_000_000 });

    expect(await outcome).toEqual({ outcome: 'NOT_SENT', reason: 'AMOUNT_NOT_POSSIBLE' });
  });
});

test('a test is a greeting, and no payment', async () => {
  const device = scripted(answering(YES));
  const terminal = createConcertEplusTerminal(SETTINGS, { log: silentLog, openPort: device.openPort });

  expect(await terminal.test()).toEqual({ reachable: true });
  expect(device.heard).toEqual([ENQ, EOT]);
});

interface Script {
  /** ENQ was heard. */
  onGreeting: Step;
  onRequest: Step;
  /** EOT after the request. */
  onRelease: Step;
  /** The terminal may speak. */
  onGrant: Step;
  /** The answer was understood. */
  onThanks: Step;
  /** The answer was not understood. */
  onRefusal: Step;
}

function answering(message: string): Script {
  return {
    onGreeting: acknowledge,
    onRequest: acknowledge,
    onRelease: (terminal) => terminal.say(ENQ),
    onGrant: tell(message),
    onThanks: (terminal) => terminal.say(EOT),
    onRefusal: () => {},
  };
}

function acknowledge(terminal: SerialTerminal): void {
  terminal.say(ACK);
}

function tell(message: string): Step {
  return (terminal) => terminal.say(frame(message));
}

function once(first: Step, later: Step): Step {
  let isFirst = true;
  return (terminal) => {
    const step = isFirst ? first : later;
    isFirst = false;
    step(terminal);
  };
}

function scripted(script: Script): SerialTerminal {
  let isAsked = false;
  let isGranted = false;
  return createSerialTerminal((heard, terminal) => {
    const last = heard.at(-1);
    const isRequest = heard.at(-2) === ETX;
    if (isRequest) {
      isAsked = true;
      return script.onRequest(terminal);
    }
    if (last === ENQ) return script.onGreeting(terminal);
    if (last === EOT && isAsked && !isGranted) return script.onRelease(terminal);
    if (last === NAK) {
      isGranted = false;
      return script.onRefusal(terminal);
    }
    if (last !== ACK) return;
    if (isGranted) return script.onThanks(terminal);
    isGranted = true;
    return script.onGrant(terminal);
  });
}

/** @param elapsingMs time that goes by, a second at a time, before there is an outcome */
async function paid(
  script: Script,
  elapsingMs = 0,
): Promise<{ outcome: PaymentOutcome; heard: readonly number[]; states: readonly TerminalState[] }> {
  const timers = createManualTimers();
  const device = scripted(script);
  const terminal = createConcertEplusTerminal(SETTINGS, {
    log: silentLog,
    timers,
    openPort: device.openPort,
  });
  const states: TerminalState[] = [];

  const payment = terminal.start(ORDER);
  payment.follow((state) => states.push(state));
  for (let elapsed = 0; elapsed < elapsingMs; elapsed += 1_000) {
    await everythingDone();
    timers.advance(1_000);
  }
  const outcome = await payment.outcome;
  expect(timers.waiting).toBe(0);
  return { outcome, heard: device.heard, states };
}

function everythingDone(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function countOf(wanted: Buffer, heard: readonly number[]): number {
  return Buffer.from(heard).toString('latin1').split(wanted.toString('latin1')).length - 1;
}
