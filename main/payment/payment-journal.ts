/**
 * The journal of payments: what happens to an attempt is on disk before anybody acts upon it, and an approved one is
 * handed to the outbox in the same transaction, so that the central API learns of it once in effect.
 */
import * as z from 'zod';
import type { Result } from '../../preload/failures.ts';
import { payable as payableSchema } from '../../preload/payment-contract.ts';
import { id } from '../../preload/values.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { Atomically } from '../store/atomically.ts';
import type {
  AttemptState,
  PaymentAttemptRow,
  PaymentAttemptsRepository,
  PaymentAuditRow,
} from '../store/payment-attempts-repository.ts';
import { MAX_FACT_CHARACTERS } from '../sync/kinds.ts';
import type { Outbox, PreparedWish, Wish } from '../sync/outbox.ts';
import { type AttemptEvent, advance, afterRestart, blocksItsAccount } from './attempt-life.ts';
import { NO_FACTS, type PaymentFacts } from './terminal/payment-terminal.ts';

/** What nobody but this kiosk can read of an attempt. */
const particularsSchema = z.strictObject({ accountId: id, payable: payableSchema });

/** For whom and for what: kept under seal until the attempt has ended. */
export type Particulars = z.output<typeof particularsSchema>;

export interface NewAttempt extends Particulars {
  /** UUID version 7. */
  attemptId: string;
  amountCents: number;
  terminal: string;
  isWhole: boolean;
}

/** What happened, as the terminal or staff tell it. */
export type Happening =
  | Exclude<AttemptEvent, { type: 'approved' }>
  | { readonly type: 'approved'; readonly facts: PaymentFacts; readonly settledByStaff: boolean };

/** Who of the staff did it, and why. */
export interface StaffDeed {
  deed: PaymentAuditRow['deed'];
  staffId: string;
  reason: string | null;
}

export interface PaymentJournal {
  /**
   * After a start: what was cut off is no longer on its way, what the API took in the meantime is settled, and what
   * never reached the outbox does.
   */
  start(): Result<void>;
  /** CREATED, on disk, synced. */
  begin(attempt: NewAttempt): Result<void>;
  /**
   * On disk, synced, when it answers ok; then it says the state that follows. PAYMENT_NOT_POSSIBLE when that cannot
   * happen to the attempt, and nothing is changed.
   */
  record(attemptId: string, happening: Happening, by?: StaffDeed): Result<AttemptState>;
  /** Nothing happened to it, but staff did something. */
  note(attemptId: string, by: StaffDeed): Result<void>;
  read(attemptId: string): Result<PaymentAttemptRow | null>;
  open(): Result<PaymentAttemptRow[]>;
  /** Where the report of an approved payment stands. */
  reportOf(attemptId: string): ReturnType<Outbox['stateOf']>;
  /** The attempt that keeps an account from being charged, the oldest of them. */
  blocking(accountId: string): Result<PaymentAttemptRow | null>;
  /** Payments of an account that were approved here, the oldest first. */
  approvedOf(accountId: string): Result<PaymentAttemptRow[]>;
  /** Whether an attempt is about this account. */
  isOf(attempt: PaymentAttemptRow, accountId: string): boolean;
  /** What staff did to it, with their reasons. */
  auditOf(attemptId: string): Result<(StaffDeed & { at: number })[]>;
}

/** So long may a payment by card be disputed: Directive (EU) 2015/2366, article 71. */
const KEPT_DAYS = 13 * 31;
const MS_A_DAY = 86_400_000;

export function createPaymentJournal(parts: {
  attempts: PaymentAttemptsRepository;
  atomically: Atomically;
  outbox: Pick<Outbox, 'prepare' | 'stateOf'>;
  sealing: Sealing;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): PaymentJournal {
  const { attempts, atomically, outbox, sealing, log, now = Date.now } = parts;

  return {
    start() {
      const open = attempts.open();
      if (!open.ok) return open;
      for (const attempt of open.value) {
        const taken = takeUp(attempt);
        if (!taken.ok) return taken;
      }
      const pruned = attempts.pruneEnded(now() - KEPT_DAYS * MS_A_DAY);
      return pruned.ok ? { ok: true, value: undefined } : pruned;
    },

    begin({ attemptId, accountId, payable, amountCents, terminal, isWhole }) {
      return attempts.add({
        attemptId,
        state: 'CREATED',
        account: fingerprintOf(accountId),
        amountCents,
        currency: 'EUR',
        terminal,
        isWhole,
        sealed: sealing.seal(JSON.stringify({ accountId, payable }), contextOf(attemptId)),
        createdAt: now(),
        sentAt: null,
        approvedAt: null,
        endedAt: null,
        reason: null,
        authorisationNumber: null,
      });
    },

    record,

    note: (attemptId, by) => attempts.addAudit(auditRow(attemptId, by)),

    read: attempts.read,
    open: attempts.open,
    reportOf: outbox.stateOf,

    blocking(accountId) {
      const all = attempts.ofAccount(fingerprintOf(accountId));
      if (!all.ok) return all;
      return { ok: true, value: all.value.find(({ state }) => blocksItsAccount(state)) ?? null };
    },

    approvedOf(accountId) {
      const all = attempts.ofAccount(fingerprintOf(accountId));
      return all.ok ? { ok: true, value: all.value.filter(({ approvedAt }) => approvedAt !== null) } : all;
    },

    isOf: (attempt, accountId) => attempt.account === fingerprintOf(accountId),

    auditOf(attemptId) {
      const rows = attempts.auditOf(attemptId);
      if (!rows.ok) return rows;
      const value = rows.value.map(({ deed, staffId, reason, at }) => ({
        deed,
        staffId,
        at,
        reason: reason === null ? null : sealing.unseal(reason, auditContextOf(attemptId)),
      }));
      return { ok: true, value };
    },
  };

  function record(attemptId: string, happening: Happening, by?: StaffDeed): Result<AttemptState> {
    let report: PreparedWish | null = null;
    const recorded = atomically<AttemptState>(() => {
      const before = attempts.read(attemptId);
      if (!before.ok) return before;
      const after = before.value && advance(before.value, eventOf(happening), now());
      if (!before.value || !after) return refuse(attemptId, happening);

      const replaced = attempts.replace(after, before.value.state);
      if (!replaced.ok) return replaced;
      if (!replaced.value) return refuse(attemptId, happening);

      if (happening.type === 'approved') {
        const prepared = prepareReport(after, happening);
        if (!prepared.ok) return prepared;
        const added = prepared.value.add();
        if (!added.ok) return added;
        report = prepared.value;
      }
      const audited = by ? attempts.addAudit(auditRow(attemptId, by)) : null;
      return audited && !audited.ok ? audited : { ok: true, value: after.state };
    });
    if (!recorded.ok) return recorded;
    log.info('payment.attempt', { attemptId, state: recorded.value, reason: reasonOf(happening) });
    begin(report);
    return recorded;
  }

  /** The compiler does not see that a callback has set it. */
  function begin(report: PreparedWish | null): void {
    report?.begin();
  }

  function takeUp(attempt: PaymentAttemptRow): Result<unknown> {
    const { attemptId } = attempt;
    const cutOff = afterRestart(attempt.state);
    if (cutOff !== null && cutOff.type !== 'approved') return record(attemptId, cutOff);
    if (attempt.state !== 'APPROVED') return { ok: true, value: undefined };

    const reported = outbox.stateOf(attemptId);
    if (!reported.ok) return reported;
    // A report is forgotten some time after it was delivered, and for no other reason.
    if (reported.value === 'delivered' || reported.value === null)
      return record(attemptId, { type: 'acknowledged', by: 'api' });
    return { ok: true, value: undefined };
  }

  function prepareReport(
    attempt: PaymentAttemptRow,
    { facts, settledByStaff }: Extract<Happening, { type: 'approved' }>,
  ): Result<PreparedWish> {
    const particulars = particularsOf(attempt);
    if (particulars === null) {
      log.error('payment.particulars-unreadable', { attemptId: attempt.attemptId });
      return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
    }
    const wish: Wish = {
      kind: 'payment',
      deliveryId: attempt.attemptId,
      accountId: particulars.accountId,
      payload: {
        payable: particulars.payable,
        amountCents: attempt.amountCents,
        currency: 'EUR',
        paidAt: new Date(attempt.approvedAt ?? now()).toISOString(),
        isWhole: attempt.isWhole,
        terminal: { ...shortened(facts), settledByStaff },
      },
    };
    const prepared = outbox.prepare(wish);
    if (!prepared.ok) log.error('payment.not-reportable', { attemptId: attempt.attemptId });
    return prepared;
  }

  function particularsOf({ attemptId, sealed }: PaymentAttemptRow): Particulars | null {
    const unsealed = sealed === null ? null : sealing.unseal(sealed, contextOf(attemptId));
    if (unsealed === null) return null;
    const parsed = particularsSchema.safeParse(JSON.parse(unsealed));
    return parsed.success ? parsed.data : null;
  }

  function refuse(attemptId: string, { type }: Happening): Result<never> {
    log.error('payment.transition-refused', { attemptId, type });
    return { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } };
  }

  function auditRow(attemptId: string, { deed, staffId, reason }: StaffDeed): PaymentAuditRow {
    const sealed = reason === null ? null : sealing.seal(reason, auditContextOf(attemptId));
    return { attemptId, deed, staffId, reason: sealed, at: now() };
  }

  function fingerprintOf(accountId: string): string {
    return sealing.fingerprint('payment-account', accountId);
  }
}

function eventOf(happening: Happening): AttemptEvent {
  if (happening.type !== 'approved') return happening;
  const { authorisationNumber } = shortened(happening.facts);
  return { type: 'approved', authorisationNumber };
}

function reasonOf(happening: Happening): string | null {
  return 'reason' in happening ? happening.reason : null;
}

/** A fact too long for the contract must not keep a payment from being reported. */
function shortened(facts: PaymentFacts): PaymentFacts {
  const short = (text: string | null) => text?.slice(0, MAX_FACT_CHARACTERS) ?? null;
  return {
    ...NO_FACTS,
    authorisationNumber: short(facts.authorisationNumber),
    contract: short(facts.contract),
    readingMode: facts.readingMode,
    schemeCode: short(facts.schemeCode),
    cardApplication: short(facts.cardApplication),
  };
}

function contextOf(attemptId: string): string {
  return `payment-attempt ${attemptId}`;
}

function auditContextOf(attemptId: string): string {
  return `payment-audit ${attemptId}`;
}
