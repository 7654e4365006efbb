import { describe, expect, test, vi } from 'vitest';
import type { Payable, Payment } from '../../preload/payment-contract.ts';
import { silentLog } from '../log/log.ts';
import type { Visit } from '../session/visit.ts';
import { createPayments } from './payments.ts';
import type { PaymentOutcome } from './terminal/payment-terminal.ts';
import { APPROVED, attemptNumber, journalScene } from './testing/journal-scene.ts';
import { pretendTerminal, TAKEN } from './testing/pretend-terminal.ts';

const ACCOUNT: Payable = { kind: 'account', accountId: 'account-004473' };
const NOTICE: Payable = { kind: 'rentNotice', reference: '00447320180736' };
const notPossible = { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } } as const;
const wrongAmount = { ok: false, error: { code: 'AMOUNT_NOT_POSSIBLE' } } as const;
const unavailable = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;

describe('what can be paid', () => {
  test.each([
    [27_74, {}, { range: { minimumCents: 1_00, maximumCents: 27_74 }, obstacle: null }],
    [5_000_00, {}, { range: { minimumCents: 1_00, maximumCents: 3_000_00 }, obstacle: null }],
    [0, {}, { range: null, obstacle: 'nothingOwed' }],
    [-5, {}, { range: null, obstacle: 'nothingOwed' }],
    [99, {}, { range: null, obstacle: 'tooLittleOwed' }],
    [0, { allowCredit: true }, { range: { minimumCents: 1_00, maximumCents: 3_000_00 }, obstacle: null }],
  ])('of %s cents owed, with %j', async (balanceCents, limits, expected) => {
    const scene = arrange({ balanceCents, limits });

    expect(await scene.payments.offer(ACCOUNT, scene.visit)).toMatchObject({
      ok: true,
      value: { owedCents: balanceCents, ...expected },
    });
  });

  test('is less by what was paid here and is not booked', async () => {
    const scene = arrange({});
    await scene.paid(20_00);

    expect(await scene.payments.offer(ACCOUNT, scene.visit)).toMatchObject({ value: { owedCents: 7_74 } });
    expect(await scene.payments.offer(NOTICE, null)).toMatchObject({ value: { owedCents: 7_74 } });
  });

  test('is nothing on a kiosk without a terminal', async () => {
    const scene = arrange({});
    scene.terminal.isThere = false;

    expect(await scene.payments.offer(ACCOUNT, scene.visit)).toMatchObject({
      value: { range: null, obstacle: 'noTerminal' },
    });
  });

  test('is nothing on a terminal that has sent a card number, whoever asks', async () => {
    const scene = arrange({});
    await scene.paid(20_00, { outcome: 'UNKNOWN', reason: 'CARD_NUMBER_IN_ANSWER' });

    expect(await scene.payments.offer(NOTICE, null)).toMatchObject({ value: { obstacle: 'noTerminal' } });
  });

  test('is nobody else’s account', async () => {
    const scene = arrange({});
    const others = { kind: 'account', accountId: 'account-other' } as const;

    expect(await scene.payments.offer(others, scene.visit)).toEqual(notPossible);
    expect(await scene.payments.pay(others, 5_00, scene.visit)).toEqual(notPossible);
  });
});

describe('a payment', () => {
  test('has a receipt without the terminal’s ticket when that has no end', async () => {
    const scene = arrange({});

    const paymentId = await scene.paid(5_00, { ...TAKEN, ticket: 'x\n'.repeat(400) } as PaymentOutcome);

    expect(scene.payments.taken(paymentId)).toMatchObject({ amountCents: 5_00, ticketText: null });
    expect(scene.payments.read()?.state).toMatchObject({ name: 'approved', hasTicket: false });
  });

  test('is on disk as sent before the terminal hears of it', async () => {
    const seen: unknown[] = [];
    const scene = arrange({ onOrder: () => seen.push(scene.journal.open()) });

    await scene.payments.pay(ACCOUNT, 27_74, scene.visit);

    expect(seen).toMatchObject([
      { value: [{ state: 'SENT', amountCents: 27_74, sentAt: expect.any(Number) }] },
    ]);
  });

  test('is told step by step, and never before it is written', async () => {
    const scene = arrange({});
    const paymentId = await scene.start(27_74);
    scene.terminal.tell('waitingForCard');
    scene.terminal.tell('processing');
    await scene.terminal.end(TAKEN);

    expect(scene.told.map(({ state }) => state.name)).toEqual([
      'connecting',
      'waitingForCard',
      'processing',
      'approved',
    ]);
    expect(scene.payments.read()).toMatchObject({
      paymentId,
      reference: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
      abandonedBy: 'redButton',
      state: { name: 'approved', isWhole: true, hasTicket: true },
    });
    expect(scene.written).toEqual([paymentId]);
  });

  test.each([
    [99, wrongAmount],
    [27_75, wrongAmount],
  ])('of %s cents is refused before anything is written', async (amountCents, refusal) => {
    const scene = arrange({});

    expect(await scene.payments.pay(ACCOUNT, amountCents, scene.visit)).toEqual(refusal);

    expect(scene.terminal.orders).toEqual([]);
    expect(scene.journal.open()).toEqual({ ok: true, value: [] });
  });

  test('is one, though the button was touched twice', async () => {
    const scene = arrange({});

    const answers = await Promise.all([
      scene.payments.pay(ACCOUNT, 5_00, scene.visit),
      scene.payments.pay(ACCOUNT, 5_00, scene.visit),
    ]);
    const later = await scene.payments.pay(ACCOUNT, 5_00, scene.visit);

    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(later).toEqual(notPossible);
    expect(scene.terminal.orders).toHaveLength(1);
  });

  test('is not begun for somebody who left while the landlord was asked', async () => {
    const scene = arrange({});

    const pending = scene.payments.pay(ACCOUNT, 5_00, scene.visit);
    scene.payments.forgetPerson();

    expect(await pending).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
    expect(scene.terminal.orders).toEqual([]);
  });

  test('that the disk does not take never reaches the terminal', async () => {
    const scene = arrange({ isDiskFull: () => true });

    expect(await scene.payments.pay(ACCOUNT, 5_00, scene.visit)).toEqual(unavailable);
    expect(scene.terminal.orders).toEqual([]);
  });

  test('that the disk does not take can be tried again once it does', async () => {
    let isDiskFull = true;
    const scene = arrange({ isDiskFull: () => isDiskFull });
    await scene.payments.pay(ACCOUNT, 5_00, scene.visit);

    isDiskFull = false;

    expect(await scene.payments.offer(ACCOUNT, scene.visit)).toMatchObject({ value: { obstacle: null } });
    expect((await scene.payments.pay(ACCOUNT, 5_00, scene.visit)).ok).toBe(true);
    expect(scene.terminal.orders).toHaveLength(1);
  });

  test('that was refused can be tried again at once', async () => {
    const scene = arrange({});
    await scene.paid(5_00, { outcome: 'NOT_PERFORMED', reason: 'REFUSED' });

    expect(scene.payments.read()?.state).toEqual({ name: 'notPerformed', reason: 'refused' });
    expect((await scene.payments.pay(ACCOUNT, 5_00, scene.visit)).ok).toBe(true);
  });

  test('whose terminal never answered is not a payment', async () => {
    const scene = arrange({});
    const paymentId = await scene.paid(5_00, { outcome: 'NOT_SENT', reason: 'CONNECTION_REFUSED' });

    expect(scene.payments.read()?.state).toEqual({ name: 'notPerformed', reason: 'terminalTrouble' });
    expect(scene.stateOf(paymentId)).toBe('NOT_PERFORMED');
  });
});

describe('an unknown outcome', () => {
  test('keeps the account from being charged, by its own tenant and through a notice', async () => {
    const scene = arrange({});
    await scene.paid(5_00, { outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });
    const reference = scene.payments.read()?.reference;

    expect(scene.payments.read()?.state).toEqual({ name: 'unknown' });
    for (const [payable, visit] of [
      [ACCOUNT, scene.visit],
      [NOTICE, null],
    ] as const) {
      expect(await scene.payments.offer(payable, visit)).toMatchObject({
        value: { range: null, obstacle: 'unknownOutcome', obstacleReference: reference },
      });
      expect(await scene.payments.pay(payable, 5_00, visit)).toEqual(notPossible);
    }
    expect(scene.onUnknown).toHaveBeenCalledOnce();
  });

  test('is told to the person when it is found out', async () => {
    const scene = arrange({});
    const paymentId = await scene.paid(5_00, { outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });

    scene.payments.settled(paymentId, TAKEN);

    expect(scene.told.at(-1)?.state.name).toBe('approved');
  });

  test('is what the person is told as long as the disk does not take the answer', async () => {
    let isDiskFull = false;
    const scene = arrange({ isDiskFull: () => isDiskFull });
    const paymentId = await scene.start(5_00);

    isDiskFull = true;
    await scene.terminal.end(TAKEN);
    const meanwhile = scene.payments.read()?.state.name;
    const other = await scene.payments.offer(NOTICE, null);
    isDiskFull = false;
    scene.later.shift()?.();

    expect(meanwhile).toBe('unknown');
    expect(other).toMatchObject({ value: { obstacle: 'underWay' } });
    expect(scene.payments.read()?.state.name).toBe('approved');
    expect(scene.stateOf(paymentId)).toBe('APPROVED');
  });
});

describe('after its person has left', () => {
  test('a payment is written down, and told to nobody', async () => {
    const scene = arrange({});
    const paymentId = await scene.start(5_00);
    scene.payments.forgetPerson();
    const toldBefore = scene.told.length;

    await scene.terminal.end(TAKEN);

    expect(scene.stateOf(paymentId)).toBe('APPROVED');
    expect(scene.told).toHaveLength(toldBefore);
    expect(scene.payments.read()).toBeNull();
    expect(scene.payments.taken(paymentId)).toBeNull();
  });

  test('nobody is asked for a card on their behalf, and whoever comes waits without learning whose it was', async () => {
    const scene = arrange({});
    const paymentId = await scene.start(5_00);

    scene.payments.forgetPerson();

    expect(scene.terminal.abandonings).toEqual([paymentId]);
    expect(await scene.payments.offer(NOTICE, null)).toMatchObject({
      value: { obstacle: 'underWay', obstacleReference: null },
    });
  });

  test('a payment that is under way when the program ends is left as it is', async () => {
    const scene = arrange({});
    const paymentId = await scene.start(5_00);

    scene.payments.close();
    await scene.terminal.end(TAKEN);

    expect(scene.stateOf(paymentId)).toBe('SENT');
  });
});

function arrange(given: {
  balanceCents?: number;
  limits?: object;
  onOrder?: () => void;
  isDiskFull?: () => boolean;
  isLineCut?: () => boolean;
}) {
  const { balanceCents = 27_74, isDiskFull = () => false, isLineCut = () => false } = given;
  const disk = journalScene({
    store: (store) => ({
      ...store,
      atomically: (work) => (isDiskFull() ? unavailable : store.atomically(work)),
    }),
  });
  const terminal = pretendTerminal({}, given.onOrder);
  const told: Payment[] = [];
  const written: string[] = [];
  const later: (() => void)[] = [];
  const onUnknown = vi.fn();
  let ids = 0;
  const payments = createPayments({
    limits: { minimumCents: 1_00, maximumCents: 3_000_00, allowCredit: false, ...given.limits },
    journal: disk.journal,
    terminal,
    readNotice: async () => ({
      ok: true,
      value: { accountId: isLineCut() ? null : 'account-004473', dueCents: balanceCents },
    }),
    onChange(payment) {
      told.push(payment);
      if (payment.state.name === 'approved' && disk.stateOf(payment.paymentId) === 'APPROVED') {
        written.push(payment.paymentId);
      }
    },
    onUnknown,
    log: silentLog,
    now: () => disk.clock.now,
    newId: () => attemptNumber(++ids).attemptId,
    after: (_seconds, work) => later.push(work),
  });
  const account = { id: 'account-004473', balanceCents, recentPayments: [] };
  const visit = {
    connection: { listAccounts: async () => ({ ok: true, value: [account] }) },
  } as unknown as Visit;

  async function start(amountCents: number): Promise<string> {
    const started = await payments.pay(ACCOUNT, amountCents, visit);
    if (!started.ok) throw new Error(started.error.code);
    return started.value.paymentId;
  }

  return {
    ...disk,
    terminal,
    payments,
    visit,
    told,
    written,
    later,
    onUnknown,
    start,
    async paid(amountCents: number, outcome: PaymentOutcome = TAKEN): Promise<string> {
      const paymentId = await start(amountCents);
      await terminal.end(outcome);
      return paymentId;
    },
  };
}

describe('while the line is cut, a notice is paid by what is printed on it', () => {
  test('and nobody says that nothing is left to pay', async () => {
    const scene = arrange({ isLineCut: () => true });

    const started = await scene.payments.pay(NOTICE, 27_74, null);
    await scene.terminal.end(TAKEN);

    expect(started).toMatchObject({ ok: true });
    expect(scene.payments.read()?.state).toMatchObject({ name: 'approved', isWhole: false });
  });

  test('and when nobody knows what became of it, not again, neither before nor after the line is back', async () => {
    let isLineCut = true;
    const scene = arrange({ isLineCut: () => isLineCut });
    await scene.payments.pay(NOTICE, 27_74, null);
    await scene.terminal.end({ outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' });

    const meanwhile = await scene.payments.offer(NOTICE, null);
    isLineCut = false;

    expect(meanwhile).toMatchObject({ value: { obstacle: 'unknownOutcome' } });
    expect(await scene.payments.offer(NOTICE, null)).toMatchObject({
      value: { obstacle: 'unknownOutcome' },
    });
  });
});

test('an attempt of an earlier run that nobody knows of blocks its account, too', async () => {
  const scene = arrange({});
  scene.journal.begin(attemptNumber(900));
  scene.journal.record(attemptNumber(900).attemptId, { type: 'sent' });
  scene.journal.start();

  const blocked = await scene.payments.offer(ACCOUNT, scene.visit);
  scene.journal.record(attemptNumber(900).attemptId, APPROVED);

  expect(blocked).toMatchObject({ value: { obstacle: 'unknownOutcome', obstacleReference: '0000-0900' } });
  expect(await scene.payments.offer(ACCOUNT, scene.visit)).toMatchObject({ value: { owedCents: 0 } });
});
