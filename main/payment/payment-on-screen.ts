/** The payment as its person sees it: for as long as they are there, and for nobody else. */
import type { Payable, Payment } from '../../preload/payment-contract.ts';
import { canBearTicket } from '../paper/paper.ts';
import { saidToThePerson } from './outcomes.ts';
import { referenceOf } from './payment-reference.ts';
import type { PaymentOutcome } from './terminal/payment-terminal.ts';

export interface PaymentOnScreen {
  /** A payment begins; it takes the place of the one before. */
  show(payment: BegunPayment): void;
  /** Nothing is told of a payment that is not on the screen, nor twice in a row. */
  tell(paymentId: string, state: Payment['state']): void;
  tellOutcome(paymentId: string, outcome: PaymentOutcome): void;
  read(): Payment | null;
  isOf(paymentId: string): boolean;
  /** Of whoever is there, and approved; null for any other. */
  taken(paymentId: string): TakenPayment | null;
  forget(): void;
}

export interface BegunPayment {
  paymentId: string;
  payable: Payable;
  accountId: string;
  amountCents: number;
  isWhole: boolean;
  abandonedBy: Payment['abandonedBy'];
}

/** What a receipt can be made of. */
export interface TakenPayment extends Omit<BegunPayment, 'abandonedBy'> {
  /** ISO 8601 */
  paidAt: string;
  authorisationNumber: string | null;
  /** The terminal's own, for the customer: in memory, for as long as they are there. */
  ticketText: string | null;
}

export function createPaymentOnScreen(parts: {
  onChange: (payment: Payment) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}): PaymentOnScreen {
  const { onChange, now } = parts;
  const taken = new Map<string, TakenPayment>();
  let shown: { readonly begun: BegunPayment; payment: Payment } | null = null;

  return {
    show(begun) {
      const { paymentId, payable, amountCents, abandonedBy } = begun;
      const reference = referenceOf(paymentId);
      const state = { name: 'connecting' } as const;
      shown = { begun, payment: { paymentId, reference, payable, amountCents, abandonedBy, state } };
      onChange(shown.payment);
    },

    tell,

    tellOutcome(paymentId, outcome) {
      switch (outcome.outcome) {
        case 'APPROVED':
          tellApproved(paymentId, outcome);
          break;
        case 'NOT_PERFORMED':
        case 'NOT_SENT':
          tell(paymentId, { name: 'notPerformed', reason: saidToThePerson(outcome.reason) });
          break;
        case 'UNKNOWN':
          tell(paymentId, { name: 'unknown' });
          break;
        default:
          outcome satisfies never;
      }
    },

    read: () => shown?.payment ?? null,
    isOf: (paymentId) => shown?.payment.paymentId === paymentId,
    taken: (paymentId) => taken.get(paymentId) ?? null,

    forget() {
      shown = null;
      taken.clear();
    },
  };

  function tellApproved(
    paymentId: string,
    { facts, ticket }: Extract<PaymentOutcome, { outcome: 'APPROVED' }>,
  ): void {
    if (shown?.payment.paymentId !== paymentId) return;
    const { abandonedBy: _nowOver, ...paid } = shown.begun;
    const paidAt = new Date(now()).toISOString();
    const { authorisationNumber } = facts;
    // A ticket without end must not cost them the receipt.
    const ticketText = ticket !== null && canBearTicket(ticket) ? ticket : null;
    taken.set(paymentId, { ...paid, paidAt, authorisationNumber, ticketText });
    const { isWhole } = paid;
    tell(paymentId, { name: 'approved', approvedAt: paidAt, isWhole, hasTicket: ticketText !== null });
  }

  function tell(paymentId: string, state: Payment['state']): void {
    if (shown?.payment.paymentId !== paymentId) return;
    if (shown.payment.state.name === state.name) return;
    shown.payment = { ...shown.payment, state };
    onChange(shown.payment);
  }
}
