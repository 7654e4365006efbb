import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import type { TerminalState } from '../payment-terminal.ts';
import { CAISSE_AP_SETTINGS } from '../testing/caisse-ap-settings.ts';
import { createManualTimers, type ManualTimers } from '../testing/manual-timers.ts';
import { ORDER } from '../testing/orders.ts';
import { startTcpTerminal, type TcpTerminal } from '../testing/tcp-terminal.ts';
import { machineTimers, type Timers } from '../timers.ts';
import { createCaisseApTerminal } from './caisse-ap-terminal.ts';

const YES = 'CZ0040300AE00210CA00201CB00511245CD0010CE003978AC006240891';
const NO = 'CZ0040300AF00206AE00201';

let terminal: TcpTerminal;

afterEach(() => terminal.stop());

describe('a payment', () => {
  test('that is approved is approved, after one request in one write', async () => {
    const { start } = await opened((socket) => socket.end(YES));

    const outcome = await start(ORDER).outcome;

    expect(outcome).toMatchObject({ outcome: 'APPROVED', facts: { authorisationNumber: '240891' } });
    expect(terminal.heard).toEqual(['CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010CB00511245']);
  });

  test('that is approved by a terminal that stays on the line is approved after a short wait', async () => {
    const timers = createManualTimers();
    const { start } = await opened((socket) => socket.write(YES), timers);
    const payment = start(ORDER);
    await reaches(payment, 'processing');

    timers.advance(250);

    expect(await payment.outcome).toMatchObject({ outcome: 'APPROVED' });
    expect(timers.waiting).toBe(0);
  });

  test('is told as it goes', async () => {
    const { start } = await opened((socket) => socket.end(NO));
    const states: TerminalState[] = [];

    const payment = start(ORDER);
    payment.follow((state) => states.push(state));
    const outcome = await payment.outcome;

    expect(states).toEqual(['connecting', 'waitingForCard', 'processing']);
    expect(outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
  });

  test('whose answer comes byte by byte is approved', async () => {
    const { start } = await opened((socket) => {
      socket.setNoDelay(true);
      sendByteByByte(socket, YES);
    });

    expect(await start(ORDER).outcome).toMatchObject({ outcome: 'APPROVED' });
  });

  test('whose second answer says the contrary is unknown', async () => {
    const { start } = await opened((socket) => {
      socket.write(YES);
      socket.end(NO);
    });

    expect(await start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_CONTRADICTORY' });
  });
});

describe('an outcome is unknown when the terminal', () => {
  test('hangs up without a word', async () => {
    const { start } = await opened((socket) => socket.end());

    expect(await start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });
  });

  test('loses its power', async () => {
    const { start } = await opened((socket) => socket.resetAndDestroy());

    expect(await start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });
  });

  test.each([1, 4, 7, 20, YES.length - 1])('hangs up after %i bytes of a yes', async (size) => {
    const { start } = await opened((socket) => socket.end(YES.slice(0, size)));

    expect(await start(ORDER).outcome).toMatchObject({ outcome: 'UNKNOWN' });
  });

  test('is silent until the deadline, and what it says later is not heard', async () => {
    const timers = createManualTimers();
    const { start } = await opened(() => {}, timers);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    timers.advance(179_999);
    const early = await Promise.race([payment.outcome, 'still waiting']);
    timers.advance(1);

    expect(early).toBe('still waiting');
    expect(await payment.outcome).toEqual({ outcome: 'UNKNOWN', reason: 'NO_ANSWER' });
    expect(timers.waiting).toBe(0);
  });

  test('sends whole fields that say nothing, and no more', async () => {
    const timers = createManualTimers();
    const { start } = await opened((socket) => socket.write('CZ0040300AE00210'), timers);
    const payment = start(ORDER);
    await reaches(payment, 'processing');

    timers.advance(5_000);

    expect(await payment.outcome).toEqual({ outcome: 'UNKNOWN', reason: 'FIELDS_MISSING' });
  });

  test.each([
    ['another amount', 'CB00511245', 'CB00511244', 'AMOUNT_DIFFERS'],
    ['a card number', 'AC006240891', 'AA0165555555555554444', 'CARD_NUMBER_IN_ANSWER'],
  ])('answers with %s, and nobody waits for more', async (_, right, wrong, reason) => {
    const timers = createManualTimers();
    const { start } = await opened((socket) => socket.write(YES.replace(right, wrong)), timers);

    expect(await start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason });
    expect(timers.waiting).toBe(0);
  });

  test('sends without end', async () => {
    const { start } = await opened((socket) => socket.write('ZZ999'.padEnd(64 * 1024, 'Z')));

    expect(await start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'ANSWER_TOO_LARGE' });
  });
});

describe('nothing is sent when', () => {
  test('nobody listens', async () => {
    const { start } = await opened(() => {});
    await terminal.stop();

    const outcome = await start(ORDER).outcome;
    terminal = await startTcpTerminal(() => {});

    expect(outcome).toEqual({ outcome: 'NOT_SENT', reason: 'CONNECTION_REFUSED' });
  });

  test('the person gives up while the kiosk still connects', async () => {
    const { start } = await opened(() => {});

    const payment = start(ORDER);
    const answer = await payment.abandon();

    expect(answer).toBe('requested');
    expect(await payment.outcome).toEqual({ outcome: 'NOT_SENT', reason: 'ABANDONED' });
    expect(terminal.heard).toEqual([]);
  });

  test('the amount does not fit', async () => {
    const { start } = await opened(() => {});

    const outcome = await start({ ...ORDER, amountCents: 1_000_000_000_000 }).outcome;

    expect(outcome).toEqual({ outcome: 'NOT_SENT', reason: 'AMOUNT_NOT_POSSIBLE' });
  });
});

test('giving up once the terminal has it takes the red button, and the kiosk keeps listening', async () => {
  const sockets: Socket[] = [];
  const { start } = await opened((socket) => sockets.push(socket));
  const payment = start(ORDER);
  await reaches(payment, 'waitingForCard');

  const answer = await payment.abandon();
  await waitUntil(() => sockets.length > 0);
  sockets[0]?.end(NO);

  expect(answer).toBe('pressRedButton');
  expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
});

describe('a test', () => {
  test('reaches the terminal and says nothing to it', async () => {
    const { test: reach } = await opened(() => {});

    expect(await reach()).toEqual({ reachable: true });
    expect(terminal.heard).toEqual([]);
  });

  test('tells that nobody listens', async () => {
    const { test: reach } = await opened(() => {});
    await terminal.stop();

    const check = await reach();
    terminal = await startTcpTerminal(() => {});

    expect(check).toEqual({ reachable: false, reason: 'CONNECTION_REFUSED' });
  });
});

test('the terminal cannot be asked afterwards, and says so', async () => {
  const { can, recover } = await opened(() => {});

  expect(can.recover).toBe(false);
  expect(await recover(ORDER)).toEqual({ outcome: 'UNKNOWN', reason: 'NOT_RECOVERABLE' });
});

async function opened(onRequest: (socket: Socket) => void, timers: ManualTimers | Timers = machineTimers) {
  terminal = await startTcpTerminal(onRequest);
  const settings = { ...CAISSE_AP_SETTINGS, host: terminal.host, port: terminal.port };
  return createCaisseApTerminal(settings, { log: silentLog, timers });
}

function reaches(
  payment: { follow(listen: (state: TerminalState) => void): () => void },
  wanted: TerminalState,
): Promise<void> {
  return new Promise((resolve) => {
    payment.follow((state) => {
      if (state === wanted) resolve();
    });
  });
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

function sendByteByByte(socket: Socket, text: string): void {
  if (text === '') {
    socket.end();
    return;
  }
  socket.write(text.slice(0, 1), () => setImmediate(() => sendByteByByte(socket, text.slice(1))));
}
