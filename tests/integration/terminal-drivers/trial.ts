/** A driver on the sandbox's terminal of its protocol, which shares no code with it: one payment, and both books. */
import { expect } from 'vitest';
import type {
  PaymentOutcome,
  PaymentTerminal,
  PaymentUnderWay,
  TerminalState,
} from '../../../main/payment/terminal/payment-terminal.ts';
import type { NewPlan, SandboxTerminal } from '../../sandbox/terminal/start-terminal.ts';
import { CARD_TRACES } from '../../sandbox/terminal/test-cards.ts';

export type Expected = 'APPROVED' | 'NOT_PERFORMED' | 'NOT_SENT' | 'UNKNOWN';

/**
 * `patience`: where nothing more comes, how long that is waited for. Everywhere else the driver waits as long as it
 * does in a hall, so that a busy machine changes no outcome.
 */
export type Row<Patience> = [
  name: string,
  plan: NewPlan,
  expected: Expected,
  reason: string | null,
  patience?: Patience,
];

export interface Trial<Patience> {
  pays(
    name: string,
    plan: NewPlan,
    expected: Expected,
    reason: string | null,
    patience?: Patience,
  ): Promise<void>;
  /** The terminal's own journal must not know better than a yes or a no. */
  payOnce(plan: NewPlan, patience?: Patience): Promise<PaymentOutcome>;
  start(wantsTicket?: boolean): Promise<PaymentUnderWay>;
  /** Pulls the cable. */
  unplugged(): Promise<void>;
  /** Ready for the next test, whatever this one did. */
  switchOn(): Promise<void>;
}

const AMOUNT_CENTS = 11_245;
let attempts = 0;

/** @param open gives the driver; it is asked for each payment, since patience is a setting of the driver */
export function trialOf<Patience>(
  device: () => SandboxTerminal,
  open: (patience: Patience | undefined) => Promise<PaymentTerminal>,
): Trial<Patience> {
  async function start(wantsTicket = false, patience?: Patience): Promise<PaymentUnderWay> {
    return (await open(patience)).start({ ...newOrder(), wantsTicket });
  }

  async function payOnce(plan: NewPlan, patience?: Patience): Promise<PaymentOutcome> {
    await device().plan(plan);
    const before = device().journal().length;

    const outcome = await (await start(false, patience)).outcome;

    if (plan.answer?.kind === 'powerCut') await device().hasGoneOff();
    const taken = device().journal().slice(before);
    if (outcome.outcome === 'APPROVED')
      expect(taken).toMatchObject([{ outcome: 'approved', amountCents: AMOUNT_CENTS }]);
    if (outcome.outcome === 'NOT_PERFORMED' || outcome.outcome === 'NOT_SENT')
      expect(taken.filter((entry) => entry.outcome === 'approved')).toEqual([]);
    return outcome;
  }

  return {
    payOnce,
    start,

    async pays(_name, plan, expected, reason, patience) {
      const outcome = await payOnce(plan, patience);

      expect(outcome).toMatchObject({ outcome: expected, ...(reason ? { reason } : {}) });
      const kept = JSON.stringify(outcome);
      expect(CARD_TRACES.filter((trace) => kept.includes(trace))).toEqual([]);
    },

    async unplugged() {
      await device().setReachable(false);

      const { outcome } = await (await start()).outcome;
      await device().setReachable(true);

      expect(outcome).toBe('NOT_SENT');
    },

    async switchOn() {
      if ((await device().state()).state === 'off') await device().restart();
      await device().clearPlans();
      await device().setCustomer({ kind: 'instant' });
    },
  };
}

export function newOrder() {
  attempts += 1;
  const attemptId = `01890a5d-ac96-774b-bcce-${String(attempts).padStart(12, '0')}`;
  return { attemptId, amountCents: AMOUNT_CENTS, currency: 'EUR', wantsTicket: false } as const;
}

export function reaches(payment: PaymentUnderWay, wanted: TerminalState): Promise<void> {
  return new Promise((resolve) => {
    payment.follow((state) => {
      if (state === wanted) resolve();
    });
  });
}

/** What happens with every protocol. */
export const FAULTS_OF_ALL: readonly Row<never>[] = [
  ['approved', {}, 'APPROVED', null],
  ['refused', { outcome: 'refused' }, 'NOT_PERFORMED', 'REFUSED'],
  ['given up', { outcome: 'abandoned' }, 'NOT_PERFORMED', 'ABANDONED'],
  ['nobody comes', { outcome: 'inputTimeout' }, 'NOT_PERFORMED', null],
  ['one cent less', { answer: { kind: 'wrongAmount' } }, 'UNKNOWN', 'AMOUNT_DIFFERS'],
  ['another amount', { answer: { kind: 'wrongAmount', amountCents: 5 } }, 'UNKNOWN', 'AMOUNT_DIFFERS'],
  ['in dollars', { answer: { kind: 'wrongCurrency' } }, 'UNKNOWN', 'CURRENCY_DIFFERS'],
  ...[0, 1, 2, 3, 4].map(
    (card): Row<never> => [
      `clear card number ${card}`,
      { answer: { kind: 'clearCardNumber', card } },
      'UNKNOWN',
      'CARD_NUMBER_IN_ANSWER',
    ],
  ),
];
