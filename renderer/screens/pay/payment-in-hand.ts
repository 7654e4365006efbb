/**
 * The one payment that this screen has started or found under way, as main tells of it. What is shown comes from
 * main's word alone: nothing here decides whether anybody was charged.
 */
import type { Failure, KioskBridge } from '../../../preload/contract.ts';
import type { Payable, Payment } from '../../../preload/payment-contract.ts';
import { codeOf } from '../../app/kiosk.ts';

/** How the wish to abandon went. Whether it was abandoned is the payment's own state to say. */
export type Abandonment = 'asked' | 'requested' | 'pressRedButton' | 'tooLate' | 'notHeard';

export type PaymentPhase =
  | { name: 'none' }
  /** Main was asked to begin; the id is there once it has answered. */
  | { name: 'starting'; amountCents: number; paymentId: string | null }
  /** It did not begin: nothing was charged. */
  | { name: 'refused'; error: Failure }
  | { name: 'told'; payment: Payment; abandonment: Abandonment | null };

export interface PaymentInHand {
  read(): PaymentPhase;
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void;
  /** Listens to main. @returns the way to stop */
  listen(): () => void;
  /** Finds what is under way for this already: after the screen was drawn anew, for instance. */
  resume(payable: Payable): Promise<void>;
  /** Does nothing while one is in hand: a second touch starts no second payment. */
  start(payable: Payable, amountCents: number): Promise<void>;
  abandon(): Promise<void>;
  /** Makes room for another try, once this one is over. */
  putDown(): void;
}

export function createPaymentInHand(kiosk: KioskBridge): PaymentInHand {
  let phase: PaymentPhase = { name: 'none' };
  /** What main told before its answer named the payment: an event may overtake an answer. */
  const told = new Map<string, Payment>();
  const listeners = new Set<() => void>();

  const show = (next: PaymentPhase) => {
    phase = next;
    for (const listen of listeners) listen();
  };
  const follow = (payment: Payment) => show({ name: 'told', payment, abandonment: null });

  const hear = (payment: Payment) => {
    told.set(payment.paymentId, payment);
    if (phase.name === 'starting' && phase.paymentId === payment.paymentId) return follow(payment);
    if (phase.name !== 'told' || phase.payment.paymentId !== payment.paymentId) return;
    show({ ...phase, payment });
  };

  /** Looked at after every wait: an event may have changed it meanwhile. */
  const isStarting = () => phase.name === 'starting';
  const readCurrent = () => kiosk.call('payment.read', undefined).catch(() => null);
  /** An event is newer than an answer that was under way when it came. */
  const newest = (payment: Payment) => told.get(payment.paymentId) ?? payment;

  return {
    read: () => phase,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    listen: () => kiosk.on('payment.changed', hear),

    async resume(payable) {
      const current = await readCurrent();
      if (!current || phase.name !== 'none') return;
      const payment = newest(current);
      told.set(payment.paymentId, payment);
      if (!isOver(payment) && isSame(payment.payable, payable)) follow(payment);
    },

    async start(payable, amountCents) {
      if (phase.name === 'starting' || phase.name === 'told') return;
      const earlier = new Set(told.keys());
      show({ name: 'starting', amountCents, paymentId: null });
      const answer = await kiosk
        .call('payment.start', { payable, amountCents })
        .catch((refusal: unknown) => ({ ok: false as const, error: { code: codeOf(refusal) } }));
      if (answer.ok) {
        const { paymentId } = answer.value;
        show({ name: 'starting', amountCents, paymentId });
        const payment = told.get(paymentId) ?? (await readCurrent());
        if (isStarting() && payment?.paymentId === paymentId) follow(newest(payment));
        return;
      }
      // An answer that was lost on its way says nothing of the payment: main knows whether there is one.
      const current = await readCurrent();
      const isNew = current !== null && !earlier.has(current.paymentId) && isSame(current.payable, payable);
      if (isNew) follow(newest(current));
      else show({ name: 'refused', error: answer.error });
    },

    async abandon() {
      if (phase.name !== 'told' || phase.abandonment === 'asked') return;
      const { paymentId } = phase.payment;
      show({ ...phase, abandonment: 'asked' });
      const answer = await kiosk.call('payment.abandon', { paymentId }).catch(() => null);
      if (phase.name !== 'told' || phase.payment.paymentId !== paymentId) return;
      show({ ...phase, abandonment: answer?.ok ? answer.value : 'notHeard' });
    },

    putDown() {
      if (phase.name === 'starting') return;
      if (phase.name === 'told' && !isOver(phase.payment)) return;
      show({ name: 'none' });
    },
  };
}

export function isOver({ state }: Payment): boolean {
  return state.name === 'approved' || state.name === 'notPerformed' || state.name === 'unknown';
}

function isSame(one: Payable, other: Payable): boolean {
  switch (one.kind) {
    case 'account':
      return other.kind === 'account' && other.accountId === one.accountId;
    case 'rentNotice':
      return other.kind === 'rentNotice' && other.reference === one.reference;
    default:
      return one satisfies never;
  }
}
