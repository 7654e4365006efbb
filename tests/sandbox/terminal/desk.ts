import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Journal, JournalEntry } from './journal.ts';
import type { Customer, Outcome } from './plan.ts';

/** What a terminal is asked to take, or to give back. */
export type Asked = Pick<
  JournalEntry,
  'action' | 'amountCents' | 'currency' | 'register' | 'reference' | 'askedAt' | 'requestKey'
>;

export type EntryMode = 'contact' | 'contactless';

/** What a customer holds to the terminal. */
export interface Card {
  readonly mode: EntryMode;
  /** The bank says no, whatever was planned. */
  readonly isDeclined: boolean;
}

export type DeskState =
  | { state: 'idle' }
  | { state: 'waitingForCard'; amountCents: number; requestKey: string | null }
  | { state: 'authorising'; amountCents: number; requestKey: string | null };

/** Where a customer and the bank settle one payment at a time, whatever protocol asked for it. */
export interface Desk {
  state(): DeskState;
  setCustomer(customer: Customer): void;
  /**
   * Only when idle. What comes back is in the journal.
   * @param outcome of the customer and the bank together, unless a button is pressed first
   */
  settle(asked: Asked, outcome: Outcome): Promise<JournalEntry>;
  /** False when nobody asks for a card, not even within that time. */
  presentCard(card: Card, withinMs: number): Promise<boolean>;
  /** False when there is nothing that could still be abandoned. */
  pressRedButton(withinMs: number): Promise<boolean>;
  /** The sale system's own red button, for that request alone. */
  takeBack(requestKey: string): boolean;
}

type End = { by: 'redButton' | 'takenBack' | 'patience' };

interface Payment {
  readonly asked: Asked;
  readonly card: PromiseWithResolvers<Card>;
  readonly end: PromiseWithResolvers<End>;
  hasCard: boolean;
}

export function createDesk(journal: Journal, firstCustomer: Customer): Desk {
  const changes = new EventEmitter();
  let customer = firstCustomer;
  let payment: Payment | null = null;

  function state(): DeskState {
    if (!payment) return { state: 'idle' };
    const { amountCents, requestKey } = payment.asked;
    return { state: payment.hasCard ? 'authorising' : 'waitingForCard', amountCents, requestKey };
  }

  async function settle(asked: Asked, outcome: Outcome): Promise<JournalEntry> {
    if (payment) throw new Error('A terminal settles one payment at a time.');
    payment = { asked, card: Promise.withResolvers(), end: Promise.withResolvers(), hasCard: false };
    changes.emit('change');
    try {
      return journal.record({ ...asked, ...(await decide(payment, outcome, customer)) });
    } finally {
      payment = null;
      changes.emit('change');
    }
  }

  async function waitFor(isThere: () => boolean, withinMs: number): Promise<boolean> {
    const signal = AbortSignal.timeout(withinMs);
    while (!isThere() && !signal.aborted) {
      await once(changes, 'change', { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
    return isThere();
  }

  return {
    state,
    settle,
    setCustomer(next) {
      customer = next;
    },
    async presentCard(card, withinMs) {
      const isAsked = await waitFor(() => state().state === 'waitingForCard', withinMs);
      if (isAsked) payment?.card.resolve(card);
      return isAsked;
    },
    async pressRedButton(withinMs) {
      const isAsked = await waitFor(() => payment !== null, withinMs);
      payment?.end.resolve({ by: 'redButton' });
      return isAsked;
    },
    takeBack(requestKey) {
      if (payment?.asked.requestKey !== requestKey) return false;
      payment.end.resolve({ by: 'takenBack' });
      return true;
    },
  };
}

const ANY_CARD: Card = { mode: 'contact', isDeclined: false };

async function decide(
  payment: Payment,
  outcome: Outcome,
  customer: Customer,
): Promise<Pick<JournalEntry, 'outcome' | 'endedBy' | 'entryMode'>> {
  const over = new AbortController();
  const wait = (ms: number) => delay(ms, undefined, { signal: over.signal, ref: false });
  try {
    const first = await Promise.race([cardOf(payment, customer, wait), payment.end.promise]);
    if ('by' in first) return ended(first, null);
    payment.hasCard = true;
    const decisionAfterMs = customer.kind === 'instant' ? 0 : customer.decisionAfterMs;
    const second = await Promise.race([wait(decisionAfterMs), payment.end.promise]);
    if (second) return ended(second, first.mode);
    if (first.isDeclined) return { outcome: 'refused', endedBy: 'customer', entryMode: first.mode };
    const isCardUsed = outcome === 'approved' || outcome === 'refused';
    return { outcome, endedBy: 'customer', entryMode: isCardUsed ? first.mode : null };
  } finally {
    over.abort();
  }
}

async function cardOf(
  payment: Payment,
  customer: Customer,
  wait: (ms: number) => Promise<void>,
): Promise<Card | End> {
  switch (customer.kind) {
    case 'instant':
      return ANY_CARD;
    case 'person':
      return Promise.race([payment.card.promise, unlessOver(wait(customer.cardAfterMs), ANY_CARD)]);
    case 'byHand':
      return Promise.race([
        payment.card.promise,
        unlessOver(wait(customer.patienceMs), { by: 'patience' } as const),
      ]);
  }
}

/** A wait that is given up because the payment is over says nothing more. */
function unlessOver<Result>(waiting: Promise<void>, result: Result): Promise<Result> {
  return waiting.then(
    () => result,
    () => new Promise<Result>(() => undefined),
  );
}

function ended(
  end: End,
  entryMode: EntryMode | null,
): Pick<JournalEntry, 'outcome' | 'endedBy' | 'entryMode'> {
  return {
    outcome: end.by === 'patience' ? 'inputTimeout' : 'abandoned',
    endedBy: end.by === 'takenBack' ? 'saleSystem' : 'customer',
    entryMode,
  };
}
