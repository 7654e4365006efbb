/**
 * Paying: what can be paid, one payment at a time, and what became of it.
 *
 * What is said to the person follows what is on disk, never the other way round; and what becomes of a payment is
 * written down whether its person is still there or not.
 */
import { v7 as uuidV7 } from 'uuid';
import type { Result } from '../../preload/contract.ts';
import type { Payable, Payment, PaymentOffer } from '../../preload/payment-contract.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { Visit } from '../session/visit.ts';
import { happeningOf } from './outcomes.ts';
import { createOwedReader, type Owed, type ReadNotice } from './owed.ts';
import type { PaymentJournal } from './payment-journal.ts';
import { offerOf, type PaymentSituation } from './payment-offer.ts';
import { createPaymentOnScreen, type TakenPayment } from './payment-on-screen.ts';
import { referenceOf } from './payment-reference.ts';
import type {
  AbandonAnswer,
  PaymentOutcome,
  PaymentTerminal,
  PaymentUnderWay,
} from './terminal/payment-terminal.ts';
import type { TerminalOnDemand } from './terminal-on-demand.ts';

export interface Payments {
  offer(payable: Payable, visit: Visit | null): Promise<Result<PaymentOffer>>;
  /**
   * Answers once the attempt is on disk and the terminal is being asked. AMOUNT_NOT_POSSIBLE, PAYMENT_NOT_POSSIBLE
   * with something in the way, TERMINAL_UNREACHABLE, SESSION_OVER when the person left meanwhile, STORE_UNAVAILABLE,
   * or what can go wrong with reading what is owed.
   */
  pay(payable: Payable, amountCents: number, visit: Visit | null): Promise<Result<{ paymentId: string }>>;
  abandon(paymentId: string): Promise<Result<AbandonAnswer>>;
  /** The one under way, or the last one of whoever is there. */
  read(): Payment | null;
  /** Of whoever is there, and approved; null for any other. */
  taken(paymentId: string): TakenPayment | null;
  isUnderWay(): boolean;
  /** Found out afterwards: the person may still be there to hear it. */
  settled(paymentId: string, outcome: PaymentOutcome): void;
  /** Nothing of theirs is told any more; what is under way goes on being written down. */
  forgetPerson(): void;
  /** Nothing is written any more: what is under way will not be known. */
  close(): void;
}

/** A disk that did not take what became of a payment is asked again so soon. */
const WRITE_AGAIN_SECONDS = 5;

export function createPayments(parts: {
  limits: KioskConfig['payment'];
  journal: PaymentJournal;
  terminal: TerminalOnDemand;
  readNotice: ReadNotice;
  /** Told what the person in front of the kiosk may be told, and nothing of anybody who has left. */
  onChange: (payment: Payment) => void;
  /** The outcome of an attempt is not known: somebody should find out. */
  onUnknown: () => void;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  newId?: () => string;
  after?: (seconds: number, work: () => void) => unknown;
}): Payments {
  const { limits, journal, terminal, onUnknown, log } = parts;
  const { now = Date.now, newId = uuidV7, after = afterSeconds } = parts;
  const readOwed = createOwedReader({ journal, readNotice: parts.readNotice, now });
  const screen = createPaymentOnScreen({ onChange: parts.onChange, now });
  let running: { attemptId: string; underWay: PaymentUnderWay | null } | null = null;
  let isStarting = false;
  let isClosed = false;
  /** Whoever is there now, as a number. */
  let stay = 0;

  return {
    async offer(payable, visit) {
      // Whoever asks is about to pay: the driver is there when they do.
      const [owed, opened] = await Promise.all([readOwed(payable, visit), terminal.ready()]);
      return owed.ok ? offerFor(owed.value, opened) : owed;
    },

    async pay(payable, amountCents, visit) {
      // Two touches at once make one payment.
      if (isStarting) return NOT_POSSIBLE;
      isStarting = true;
      try {
        return await start(payable, amountCents, visit);
      } finally {
        isStarting = false;
      }
    },

    async abandon(paymentId) {
      if (!screen.isOf(paymentId)) return NOT_POSSIBLE;
      if (running?.attemptId !== paymentId || !running.underWay) return { ok: true, value: 'tooLate' };
      return { ok: true, value: await running.underWay.abandon() };
    },

    read: screen.read,
    taken: screen.taken,
    isUnderWay: () => running !== null || isStarting,

    settled: screen.tellOutcome,

    forgetPerson() {
      stay += 1;
      screen.forget();
      // Whoever comes next must not be asked for the card of whoever left.
      if (running?.underWay) void abandonQuietly(running.attemptId, running.underWay);
    },

    close() {
      isClosed = true;
    },
  };

  async function start(
    payable: Payable,
    amountCents: number,
    visit: Visit | null,
  ): Promise<Result<{ paymentId: string }>> {
    const startedIn = stay;
    const [owed, opened] = await Promise.all([readOwed(payable, visit), terminal.ready()]);
    if (stay !== startedIn || isClosed) return SESSION_OVER;
    if (!owed.ok) return owed;
    if (!opened || terminal.name === null) return { ok: false, error: { code: 'TERMINAL_UNREACHABLE' } };
    const offer = offerFor(owed.value, opened);
    if (!offer.ok) return offer;
    const { range, owedCents } = offer.value;
    if (range === null) return NOT_POSSIBLE;
    if (amountCents < range.minimumCents || amountCents > range.maximumCents) {
      return { ok: false, error: { code: 'AMOUNT_NOT_POSSIBLE' } };
    }

    // From here to the terminal nothing is waited for: nobody can come in between.
    const attemptId = newId();
    const { accountId, isCurrent } = owed.value;
    const isWhole = isCurrent && amountCents >= owedCents;
    const begun = journal.begin({
      attemptId,
      accountId,
      payable,
      amountCents,
      terminal: terminal.name,
      isWhole,
    });
    if (!begun.ok) return begun;
    const sent = journal.record(attemptId, { type: 'sent' });
    if (!sent.ok) return sent;

    running = { attemptId, underWay: null };
    const abandonedBy = opened.can.abandon ? 'kiosk' : 'redButton';
    screen.show({ paymentId: attemptId, payable, accountId, amountCents, isWhole, abandonedBy });
    ask(opened, attemptId, amountCents);
    return { ok: true, value: { paymentId: attemptId } };
  }

  function offerFor(
    { accountId, alsoKnownAs, owedCents }: Owed,
    opened: PaymentTerminal | null,
  ): Result<PaymentOffer> {
    const open = journal.open();
    if (!open.ok) return open;
    const blocking = journal.blocking(accountId);
    if (!blocking.ok) return blocking;
    const alsoBlocking = alsoKnownAs === null ? blocking : journal.blocking(alsoKnownAs);
    if (!alsoBlocking.ok) return alsoBlocking;
    const unknown = blocking.value ?? alsoBlocking.value;
    // A terminal that has sent a card number sends the next one, too: it is not used before staff have seen to it.
    const isUnfit = open.value.some(({ state, reason }) => state === 'UNKNOWN' && reason === UNFIT);
    const situation: PaymentSituation = {
      owedCents,
      hasTerminal: opened !== null && !isUnfit,
      underWay: running && {
        reference: screen.isOf(running.attemptId) ? referenceOf(running.attemptId) : null,
      },
      unknownReference: unknown && referenceOf(unknown.attemptId),
    };
    return { ok: true, value: offerOf(limits, situation) };
  }

  function ask(opened: PaymentTerminal, attemptId: string, amountCents: number): void {
    let underWay: PaymentUnderWay;
    try {
      const wantsTicket = opened.can.ticket;
      underWay = opened.start({ attemptId, amountCents, currency: 'EUR', wantsTicket });
    } catch (error) {
      // Perhaps it has been asked before it broke.
      log.error('payment.driver-failed', {
        attemptId,
        kind: error instanceof Error ? error.name : typeof error,
      });
      conclude(attemptId, { outcome: 'UNKNOWN', reason: 'DRIVER_FAILED' });
      return;
    }
    running = { attemptId, underWay };
    underWay.follow((state) => screen.tell(attemptId, { name: state }));
    void underWay.outcome.then((outcome) => conclude(attemptId, outcome));
  }

  function conclude(attemptId: string, outcome: PaymentOutcome): void {
    if (isClosed) return;
    const recorded = journal.record(attemptId, happeningOf(outcome));
    if (recorded.ok) {
      running = null;
      screen.tellOutcome(attemptId, outcome);
      if (outcome.outcome === 'UNKNOWN') onUnknown();
      return;
    }
    // On disk it is still under way, and so it is: nobody pays before the disk takes what became of this one.
    log.error('payment.outcome-not-written', { attemptId, code: recorded.error.code });
    screen.tell(attemptId, { name: 'unknown' });
    after(WRITE_AGAIN_SECONDS, () => conclude(attemptId, outcome));
  }

  async function abandonQuietly(attemptId: string, underWay: PaymentUnderWay): Promise<void> {
    try {
      log.info('payment.left-behind', { attemptId, abandon: await underWay.abandon() });
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      log.error('payment.driver-failed', { attemptId, kind });
    }
  }
}

const UNFIT = 'CARD_NUMBER_IN_ANSWER';
const NOT_POSSIBLE = { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } } as const;
const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

function afterSeconds(seconds: number, work: () => void): void {
  setTimeout(work, seconds * 1_000);
}
