/**
 * Finding out what became of payments of which nobody knows: the terminal is asked where it can be, again and again;
 * what it does not know either, staff look up in its own journal.
 */
import type { Result } from '../../preload/contract.ts';
import { UNKNOWN_CAUSES, type UnknownCause, type UnknownPayment } from '../../preload/payment-contract.ts';
import type { Log } from '../log/log.ts';
import type { PaymentAttemptRow } from '../store/payment-attempts-repository.ts';
import type { After } from '../sync/lanes.ts';
import { happeningOf } from './outcomes.ts';
import type { PaymentJournal, StaffDeed } from './payment-journal.ts';
import { referenceOf } from './payment-reference.ts';
import type { PaymentTerminal, Recovery } from './terminal/payment-terminal.ts';
import { NO_FACTS } from './terminal/payment-terminal.ts';
import type { TerminalOnDemand } from './terminal-on-demand.ts';

export interface UnknownOutcomes {
  /** There may be something to ask. Asks soon, and then more and more seldom. */
  look(): void;
  /** What waits for staff: unknown outcomes, and payments that the central API does not take. The oldest first. */
  list(): Promise<Result<UnknownPayment[]>>;
  /** Never charges. Noted, whatever comes of it. */
  askTerminal(paymentId: string, staffId: string): Promise<Result<{ isSettled: boolean }>>;
  /** What staff found in the terminal's journal. PAYMENT_NOT_POSSIBLE for what does not wait for them. */
  settle(paymentId: string, found: { charged: boolean; reason: string; staffId: string }): Result<void>;
  stop(): void;
}

const FIRST_LOOK_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 600;

/** Whoever sends card numbers is not asked for more of them. */
const NEVER_ASKED: UnknownCause = 'CARD_NUMBER_IN_ANSWER';
/** For a code that another version of the program wrote. */
const UNHEARD_OF: UnknownCause = 'TERMINAL_UNSURE';

export function createUnknownOutcomes(parts: {
  journal: PaymentJournal;
  terminal: TerminalOnDemand;
  /** A terminal that is busy with a payment is not asked about another. */
  isPaying: () => boolean;
  onSettled: (paymentId: string, outcome: Recovery) => void;
  after: After;
  log: Log;
}): UnknownOutcomes {
  const { journal, terminal, isPaying, onSettled, after, log } = parts;
  const asking = new Map<string, Promise<boolean>>();
  let callOff: (() => void) | null = null;
  let isStopped = false;

  return {
    look() {
      callOff?.();
      lookAfter(FIRST_LOOK_SECONDS);
    },

    async list() {
      const open = journal.open();
      if (!open.ok) return open;
      const opened = await terminal.ready();
      const waiting: UnknownPayment[] = [];
      for (const attempt of open.value) {
        const cause = causeOf(attempt);
        if (cause === null) continue;
        waiting.push({
          paymentId: attempt.attemptId,
          reference: referenceOf(attempt.attemptId),
          amountCents: attempt.amountCents,
          startedAt: new Date(attempt.createdAt).toISOString(),
          cause,
          canAsk: attempt.state === 'UNKNOWN' && canBeAsked(attempt, opened),
        });
      }
      return { ok: true, value: waiting };
    },

    async askTerminal(paymentId, staffId) {
      const attempt = journal.read(paymentId);
      if (!attempt.ok) return attempt;
      if (attempt.value?.state !== 'UNKNOWN') return NOT_POSSIBLE;
      const noted = journal.note(paymentId, { deed: 'ASKED_TERMINAL', staffId, reason: null });
      if (!noted.ok) return noted;
      return { ok: true, value: { isSettled: await ask(attempt.value) } };
    },

    settle(paymentId, { charged, reason, staffId }) {
      const attempt = journal.read(paymentId);
      if (!attempt.ok) return attempt;
      // The terminal's own word, which may come at any moment, is worth more.
      if (!attempt.value || asking.has(paymentId)) return NOT_POSSIBLE;
      const by = (deed: StaffDeed['deed']): StaffDeed => ({ deed, staffId, reason });
      const recorded = record(attempt.value);
      return recorded.ok ? { ok: true, value: undefined } : recorded;

      function record(row: PaymentAttemptRow): Result<unknown> {
        if (row.state === 'UNKNOWN' && charged) {
          const happening = { type: 'approved', facts: NO_FACTS, settledByStaff: true } as const;
          return journal.record(paymentId, happening, by('SETTLED_AS_CHARGED'));
        }
        if (row.state === 'UNKNOWN') {
          const happening = { type: 'notPerformed', reason: 'SETTLED_BY_STAFF' } as const;
          return journal.record(paymentId, happening, by('SETTLED_AS_NOT_CHARGED'));
        }
        // What was charged was charged; all that can be settled is that the landlord knows of it.
        if (causeOf(row) === 'REPORT_REFUSED' && charged) {
          return journal.record(paymentId, { type: 'acknowledged', by: 'hand' }, by('REPORTED_BY_HAND'));
        }
        return NOT_POSSIBLE;
      }
    },

    stop() {
      isStopped = true;
      callOff?.();
    },
  };

  function lookAfter(seconds: number): void {
    if (isStopped) return;
    callOff = after(seconds, () => {
      callOff = null;
      void askAll().then((isLeft) => {
        if (isLeft && callOff === null) lookAfter(Math.min(seconds * 2, LONGEST_WAIT_SECONDS));
      });
    });
  }

  /** Answers whether something is left that the terminal may know another time. */
  async function askAll(): Promise<boolean> {
    const opened = await terminal.ready();
    const open = journal.open();
    if (!open.ok || !opened) return true;
    const toAsk = open.value.filter((attempt) => attempt.state === 'UNKNOWN' && canBeAsked(attempt, opened));
    let isLeft = false;
    for (const attempt of toAsk) if (!(await ask(attempt))) isLeft = true;
    return isLeft;
  }

  /** Answers whether it is settled now. One question at a time about one payment. */
  function ask(attempt: PaymentAttemptRow): Promise<boolean> {
    const { attemptId } = attempt;
    const underWay = asking.get(attemptId);
    if (underWay) return underWay;
    const asked = askOnce(attempt).finally(() => asking.delete(attemptId));
    asking.set(attemptId, asked);
    return asked;
  }

  async function askOnce(attempt: PaymentAttemptRow): Promise<boolean> {
    const { attemptId, amountCents } = attempt;
    const opened = await terminal.ready();
    if (!opened || !canBeAsked(attempt, opened) || isPaying()) return false;
    const recovery = await opened.recover({ attemptId, amountCents, currency: 'EUR' });
    log.info('payment.asked-terminal', { attemptId, outcome: recovery.outcome });
    if (isStopped || recovery.outcome === 'UNKNOWN') return false;
    const recorded = journal.record(attemptId, happeningOf(recovery));
    if (recorded.ok) onSettled(attemptId, recovery);
    return recorded.ok;
  }

  /** Another terminal than the one that was asked to take the money knows nothing of it. */
  function canBeAsked(attempt: PaymentAttemptRow, opened: PaymentTerminal | null): boolean {
    if (!opened?.can.recover || attempt.reason === NEVER_ASKED) return false;
    return attempt.terminal === terminal.name;
  }

  /** Null for what does not wait for staff. */
  function causeOf(attempt: PaymentAttemptRow): UnknownCause | null {
    if (attempt.state === 'UNKNOWN') {
      return UNKNOWN_CAUSES.find((cause) => cause === attempt.reason) ?? UNHEARD_OF;
    }
    if (attempt.state !== 'APPROVED') return null;
    const report = journal.reportOf(attempt.attemptId);
    return report.ok && (report.value === 'refused' || report.value === 'unreadable')
      ? 'REPORT_REFUSED'
      : null;
  }
}

const NOT_POSSIBLE = { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } } as const;
