import { describe, expect, test, vi } from 'vitest';
import type { CallOutput, Channel, KioskBridge } from '../../../preload/contract.ts';
import type { Payable, Payment } from '../../../preload/payment-contract.ts';
import { createPaymentInHand } from './payment-in-hand.ts';

const PAYABLE: Payable = { kind: 'account', accountId: 'account-1' };
const OTHER: Payable = { kind: 'account', accountId: 'account-2' };

describe('a payment', () => {
  test('is shown as main tells of it, from the touch to the end', async () => {
    const { kiosk, tell } = bridge({ 'payment.start': { ok: true, value: { paymentId: 'p1' } } });
    const inHand = listening(kiosk);

    const started = inHand.start(PAYABLE, 2_774);
    expect(inHand.read()).toMatchObject({ name: 'starting', amountCents: 2_774 });
    await started;
    tell(payment('waitingForCard'));
    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'waitingForCard' } } });
    tell(payment('unknown'));

    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'unknown' } } });
  });

  test('touched twice is started once', async () => {
    const { kiosk, called } = bridge({ 'payment.start': { ok: true, value: { paymentId: 'p1' } } });
    const inHand = listening(kiosk);

    await Promise.all([inHand.start(PAYABLE, 2_774), inHand.start(PAYABLE, 2_774)]);
    await inHand.start(PAYABLE, 2_774);

    expect(called('payment.start')).toHaveLength(1);
  });

  test('is followed from the event that overtook the answer', async () => {
    const { kiosk, tell, answer } = bridge({ 'payment.start': 'later' });
    const inHand = listening(kiosk);
    const started = inHand.start(PAYABLE, 2_774);

    tell(payment('waitingForCard'));
    answer('payment.start', { ok: true, value: { paymentId: 'p1' } });
    await started;

    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'waitingForCard' } } });
  });

  test('of which no event has come yet is read', async () => {
    const { kiosk } = bridge({
      'payment.start': { ok: true, value: { paymentId: 'p1' } },
      'payment.read': payment('connecting'),
    });
    const inHand = listening(kiosk);

    await inHand.start(PAYABLE, 2_774);

    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'connecting' } } });
  });

  test('of somebody else’s is not shown', async () => {
    const { kiosk, tell } = bridge({ 'payment.start': { ok: true, value: { paymentId: 'p1' } } });
    const inHand = listening(kiosk);
    await inHand.start(PAYABLE, 2_774);
    tell(payment('waitingForCard'));

    tell({ ...payment('unknown'), paymentId: 'p2' });

    expect(inHand.read()).toMatchObject({ payment: { paymentId: 'p1', state: { name: 'waitingForCard' } } });
  });

  test('that main refuses was not started, and can be tried again', async () => {
    const { kiosk, called } = bridge({
      'payment.start': { ok: false, error: { code: 'TERMINAL_UNREACHABLE' } },
      'payment.read': { ...payment('notPerformed'), payable: OTHER },
    });
    const inHand = listening(kiosk);

    await inHand.start(PAYABLE, 2_774);
    expect(inHand.read()).toEqual({ name: 'refused', error: { code: 'TERMINAL_UNREACHABLE' } });
    await inHand.start(PAYABLE, 2_774);

    expect(called('payment.start')).toHaveLength(2);
  });

  test('whose answer is lost is followed all the same, and not offered again', async () => {
    const { kiosk } = bridge({
      'payment.start': new Error('INTERNAL'),
      'payment.read': payment('processing'),
    });
    const inHand = listening(kiosk);

    await inHand.start(PAYABLE, 2_774);

    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'processing' } } });
  });

  test('from before is not taken for the one that did not start', async () => {
    const { kiosk, tell } = bridge({
      'payment.start': { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } },
      'payment.read': payment('notPerformed'),
    });
    const inHand = listening(kiosk);
    tell(payment('notPerformed'));

    await inHand.start(PAYABLE, 2_774);

    expect(inHand.read()).toEqual({ name: 'refused', error: { code: 'PAYMENT_NOT_POSSIBLE' } });
  });
});

describe('a screen that is drawn anew', () => {
  test('finds the payment that is under way', async () => {
    const { kiosk } = bridge({ 'payment.read': payment('processing') });
    const inHand = listening(kiosk);

    await inHand.resume(PAYABLE);

    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'processing' } } });
  });

  test.each([
    ['nothing', null],
    ['one that is over', payment('approved')],
    ['one for another lease', { ...payment('processing'), payable: OTHER }],
  ])('begins afresh when main has %s', async (_, current) => {
    const { kiosk } = bridge({ 'payment.read': current });
    const inHand = listening(kiosk);

    await inHand.resume(PAYABLE);

    expect(inHand.read()).toEqual({ name: 'none' });
  });
});

describe('the wish to abandon', () => {
  test.each(['requested', 'pressRedButton', 'tooLate'] as const)('is answered: %s', async (value) => {
    const { kiosk } = bridge({
      'payment.read': payment('waitingForCard'),
      'payment.abandon': { ok: true, value },
    });
    const inHand = listening(kiosk);
    await inHand.resume(PAYABLE);

    await inHand.abandon();

    expect(inHand.read()).toMatchObject({
      abandonment: value,
      payment: { state: { name: 'waitingForCard' } },
    });
  });

  test('uttered twice is passed on once, and one that is not heard is told', async () => {
    const { kiosk, called } = bridge({
      'payment.read': payment('waitingForCard'),
      'payment.abandon': new Error('INTERNAL'),
    });
    const inHand = listening(kiosk);
    await inHand.resume(PAYABLE);

    await Promise.all([inHand.abandon(), inHand.abandon()]);

    expect(called('payment.abandon')).toEqual([{ paymentId: 'p1' }]);
    expect(inHand.read()).toMatchObject({ abandonment: 'notHeard' });
  });
});

describe('another try', () => {
  test('is possible once the payment is over', async () => {
    const { kiosk, tell, called } = bridge({ 'payment.start': { ok: true, value: { paymentId: 'p1' } } });
    const inHand = listening(kiosk);
    await inHand.start(PAYABLE, 2_774);
    tell(payment('notPerformed'));

    inHand.putDown();
    expect(inHand.read()).toEqual({ name: 'none' });
    await inHand.start(PAYABLE, 2_774);

    expect(called('payment.start')).toHaveLength(2);
  });

  test('has to wait while it is not', async () => {
    const { kiosk, tell } = bridge({ 'payment.start': { ok: true, value: { paymentId: 'p1' } } });
    const inHand = listening(kiosk);
    await inHand.start(PAYABLE, 2_774);
    tell(payment('checking'));

    inHand.putDown();

    expect(inHand.read()).toMatchObject({ name: 'told', payment: { state: { name: 'checking' } } });
  });
});

function payment(name: Payment['state']['name']): Payment {
  return {
    paymentId: 'p1',
    reference: '7F3A-21C9',
    payable: PAYABLE,
    amountCents: 2_774,
    abandonedBy: 'kiosk',
    state: stateOf(name),
  };
}

function stateOf(name: Payment['state']['name']): Payment['state'] {
  switch (name) {
    case 'approved':
      return { name, approvedAt: '2018-07-11T09:30:00.000Z', isWhole: true, hasTicket: false };
    case 'notPerformed':
      return { name, reason: 'refused' };
    default:
      return { name };
  }
}

function listening(kiosk: KioskBridge) {
  const inHand = createPaymentInHand(kiosk);
  inHand.listen();
  return inHand;
}

type Answers = { [C in Channel]?: CallOutput<C> | Error | 'later' };

/** Main, as far as it answers here; it has no payment unless told so. */
function bridge(answers: Answers) {
  const listeners = new Set<(told: Payment) => void>();
  const waiting = new Map<string, (answer: unknown) => void>();
  const all: Record<string, unknown> = { 'payment.read': null, ...answers };
  const call = vi.fn((channel: string, _input: unknown) => {
    const answer = all[channel];
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer === 'later') return new Promise((resolve) => waiting.set(channel, resolve));
    return Promise.resolve(answer);
  });
  const kiosk = {
    call,
    on: (_event: string, listen: (told: Payment) => void) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  } as unknown as KioskBridge;
  return {
    kiosk,
    tell(told: Payment) {
      for (const listen of listeners) listen(told);
    },
    answer: <C extends Channel>(channel: C, value: CallOutput<C>) => waiting.get(channel)?.(value),
    called: (channel: Channel) =>
      call.mock.calls.filter(([each]) => each === channel).map(([, input]) => input),
  };
}
