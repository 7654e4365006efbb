import type { Books } from './books.ts';
import type { Clock } from './clock.ts';
import { dayInFrance, instantOf } from './clock.ts';

/** What kiosks reported, and when the landlord booked it. */
export interface Payments {
  /** The oldest first. */
  readonly received: readonly ReceivedPayment[];
  readonly bookings: Bookings;
  /** Once for each payment, whoever reports it; answers the one that counts. */
  receive(payment: NewPayment): ReceivedPayment;
  /** From now on; what is held already is booked by `bookHeld`. */
  setBookings(bookings: Bookings): void;
  /** Answers how many payments were booked. */
  bookHeld(): number;
  ofAccount(accountId: string): readonly ReceivedPayment[];
}

/** Whether a payment is in the ledger as soon as it is received, or only once somebody says so. */
export type Bookings = 'atOnce' | 'held';

export interface NewPayment {
  readonly id: string;
  readonly accountId: string;
  readonly amountCents: number;
  readonly paidAt: string;
  readonly isWhole: boolean;
  readonly authorisationNumber: string | null;
  readonly settledByStaff: boolean;
}

export interface ReceivedPayment extends NewPayment {
  readonly receivedAt: string;
  readonly isBooked: boolean;
}

export function createPayments(options: {
  books: Books;
  clock: Clock;
  today: string;
  bookings: Bookings;
}): Payments {
  const { books, clock, today } = options;
  const received: (NewPayment & { receivedAt: string; isBooked: boolean })[] = [];
  let bookings = options.bookings;

  function bookHeld(): number {
    const held = received.filter(({ isBooked }) => !isBooked);
    for (const payment of held) {
      books.book(payment.accountId, {
        postedOn: today,
        label: 'Paiement par carte à la borne',
        direction: 'credit',
        amountCents: payment.amountCents,
      });
      payment.isBooked = true;
    }
    return held.length;
  }

  return {
    received,
    get bookings() {
      return bookings;
    },
    receive(payment) {
      const before = received.find(({ id }) => id === payment.id);
      if (before) return before;
      const receivedAt = instantOf(clock.nowMilliseconds());
      const kept = { ...payment, receivedAt, isBooked: false };
      received.push(kept);
      if (bookings === 'atOnce') bookHeld();
      return kept;
    },
    setBookings(next) {
      bookings = next;
    },
    bookHeld,
    ofAccount: (accountId) => received.filter((payment) => payment.accountId === accountId),
  };
}

/** As the contract tells what kiosks reported. */
export function recentPaymentsOf(payments: readonly ReceivedPayment[]) {
  return payments.map(({ id, amountCents, paidAt, isBooked }) => ({
    paymentId: id,
    amountCents,
    paidAt,
    booked: isBooked,
  }));
}

export function paidOn({ paidAt }: ReceivedPayment): string {
  return dayInFrance(Date.parse(paidAt));
}
