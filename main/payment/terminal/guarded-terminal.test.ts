import { describe, expect, test } from 'vitest';
import type { Facts, Log } from '../../log/log.ts';
import { guarded } from './guarded-terminal.ts';
import { NO_FACTS, type PaymentOutcome, type PaymentTerminal } from './payment-terminal.ts';
import { underWay } from './payment-under-way.ts';
import { ORDER } from './testing/orders.ts';

const CARD_NUMBER = '5555555555554444';
const APPROVED: PaymentOutcome = { outcome: 'APPROVED', facts: NO_FACTS, ticket: null };

describe('whatever the driver, a card number that it lets through sends the attempt to staff', () => {
  test.each<readonly [string, PaymentOutcome]>([
    ['on the ticket', { ...APPROVED, ticket: `EKIDOM\nCARTE ${CARD_NUMBER}` }],
    ['among the facts', { ...APPROVED, facts: { ...NO_FACTS, contract: CARD_NUMBER } }],
  ])('%s', async (_, outcome) => {
    const { terminal } = guardedWith(async () => outcome);

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'UNKNOWN',
      reason: 'CARD_NUMBER_IN_ANSWER',
    });
    expect(await terminal.recover(ORDER)).toEqual({ outcome: 'UNKNOWN', reason: 'CARD_NUMBER_IN_ANSWER' });
  });
});

describe('a driver that breaks', () => {
  test('has perhaps taken money before, and its message goes nowhere', async () => {
    const { terminal, logged } = guardedWith(async () => {
      throw new TypeError(`cannot read ${CARD_NUMBER}`);
    });

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'UNKNOWN', reason: 'DRIVER_FAILED' });
    expect(JSON.stringify(logged)).toContain('TypeError');
    expect(JSON.stringify(logged)).not.toContain(CARD_NUMBER);
  });

  test('can be used again', async () => {
    let isBroken = true;
    const { terminal } = guardedWith(async () => {
      if (!isBroken) return APPROVED;
      isBroken = false;
      throw new TypeError('first time');
    });

    await terminal.start(ORDER).outcome;

    expect(await terminal.start(ORDER).outcome).toEqual(APPROVED);
  });
});

test('a second payment is not sent while one is under way', async () => {
  const { promise, resolve } = Promise.withResolvers<PaymentOutcome>();
  const { terminal } = guardedWith(() => promise);
  const first = terminal.start(ORDER);

  const second = await terminal.start(ORDER).outcome;
  resolve(APPROVED);

  expect(second).toEqual({ outcome: 'NOT_SENT', reason: 'TERMINAL_BUSY' });
  expect(await first.outcome).toEqual(APPROVED);
});

test.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])(
  '%d cents are no amount',
  async (amountCents) => {
    const { terminal } = guardedWith(async () => APPROVED);

    const { outcome } = terminal.start({ ...ORDER, amountCents });

    expect(await outcome).toEqual({ outcome: 'NOT_SENT', reason: 'AMOUNT_NOT_POSSIBLE' });
  },
);

test('the log tells how it went, and no amount', async () => {
  const { terminal, logged } = guardedWith(async () => ({ outcome: 'NOT_PERFORMED', reason: 'REFUSED' }));

  await terminal.start(ORDER).outcome;

  expect(logged).toEqual([
    [
      'payment.terminal-outcome',
      {
        driver: 'pretend',
        attemptId: ORDER.attemptId,
        outcome: 'NOT_PERFORMED',
        reason: 'REFUSED',
        durationMs: expect.any(Number),
      },
    ],
  ]);
});

function guardedWith(run: () => Promise<PaymentOutcome>) {
  const logged: Array<readonly [string, Facts | undefined]> = [];
  const note = (event: string, facts?: Facts) => void logged.push([event, facts]);
  const log: Log = { info: note, warn: note, error: note };
  const driver: PaymentTerminal = {
    can: { recover: true, abandon: false, ticket: true },
    start: () => underWay({ run, abandon: async () => 'pressRedButton' }),
    async recover() {
      const outcome = await run();
      if (outcome.outcome === 'NOT_SENT') throw new TypeError('not a recovery');
      return outcome;
    },
    test: async () => ({ reachable: true }),
    close: async () => {},
  };
  return { terminal: guarded('pretend', driver, log), logged };
}
