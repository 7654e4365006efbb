/** The journal of payments: each try to pay and what became of it. Whose it is stands under seal or by fingerprint. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

export const ATTEMPT_STATES = ['CREATED', 'SENT', 'APPROVED', 'NOT_PERFORMED', 'UNKNOWN', 'SETTLED'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Instants are milliseconds since 1970. */
export interface PaymentAttemptRow {
  /** UUID version 7: the payment's id at the central API, too. */
  readonly attemptId: string;
  readonly state: AttemptState;
  /** A name for the account that gives nobody away. */
  readonly account: string;
  readonly amountCents: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The driver's name, and which terminal it was where that can be asked later: `nexo V400m-324688179`. */
  readonly terminal: string;
  /** Whether it left nothing to pay. */
  readonly isWhole: boolean;
  /** What was paid and what the terminal said. Erased at the end. */
  readonly sealed: Uint8Array | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
  /** When the money moved. */
  readonly approvedAt: number | null;
  readonly endedAt: number | null;
  /** A code: why it was not performed, why it is not known, or how it was settled otherwise than by itself. */
  readonly reason: string | null;
  /** By which staff find it in the terminal's own journal. */
  readonly authorisationNumber: string | null;
}

/** What staff did to an attempt, and why. */
export interface PaymentAuditRow {
  readonly attemptId: string;
  readonly deed: 'ASKED_TERMINAL' | 'SETTLED_AS_CHARGED' | 'SETTLED_AS_NOT_CHARGED' | 'REPORTED_BY_HAND';
  readonly staffId: string;
  /** In their own words, under seal. */
  readonly reason: Uint8Array | null;
  readonly at: number;
}

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface PaymentAttemptsRepository {
  /** On disk, synced, when it answers ok. */
  add(row: PaymentAttemptRow): Result<void>;
  read(attemptId: string): Result<PaymentAttemptRow | null>;
  /** Takes the place of the row with its id, if that is still in this state; answers whether it was. */
  replace(row: PaymentAttemptRow, from: AttemptState): Result<boolean>;
  /** Everything that has not ended, the oldest first. */
  open(): Result<PaymentAttemptRow[]>;
  /** The oldest first. */
  ofAccount(account: string): Result<PaymentAttemptRow[]>;
  addAudit(entry: PaymentAuditRow): Result<void>;
  /** The oldest first. */
  auditOf(attemptId: string): Result<PaymentAuditRow[]>;
  /** Forgets what ended before, with its audit trail; answers how many attempts went. */
  pruneEnded(endedBefore: number): Result<number>;
}

type Stored = Omit<PaymentAttemptRow, 'isWhole'> & { readonly isWhole: 0 | 1 };

const COLUMNS = `
  attempt_id AS attemptId, state, account, amount_cents AS amountCents, currency, terminal, is_whole AS isWhole,
  sealed, created_at AS createdAt, sent_at AS sentAt, approved_at AS approvedAt, ended_at AS endedAt, reason,
  authorisation_number AS authorisationNumber`;

export function createPaymentAttemptsRepository(
  database: Database,
  attempt: Attempt,
): PaymentAttemptsRepository {
  const insert = database.prepare<[Stored]>(`
    INSERT INTO payment_attempts (attempt_id, state, account, amount_cents, currency, terminal, is_whole, sealed,
      created_at, sent_at, approved_at, ended_at, reason, authorisation_number)
    VALUES (@attemptId, @state, @account, @amountCents, @currency, @terminal, @isWhole, @sealed,
      @createdAt, @sentAt, @approvedAt, @endedAt, @reason, @authorisationNumber)`);
  const select = database.prepare<[string], Stored>(`
    SELECT ${COLUMNS} FROM payment_attempts WHERE attempt_id = ?`);
  // What was decided at the beginning, and when, never changes.
  const update = database.prepare<[Stored & { from: AttemptState }]>(`
    UPDATE payment_attempts SET state = @state, sealed = @sealed, sent_at = @sentAt, approved_at = @approvedAt,
      ended_at = @endedAt, reason = @reason, authorisation_number = @authorisationNumber
    WHERE attempt_id = @attemptId AND state = @from`);
  const selectOpen = database.prepare<[], Stored>(`
    SELECT ${COLUMNS} FROM payment_attempts
    WHERE state IN ('CREATED', 'SENT', 'APPROVED', 'UNKNOWN') ORDER BY sequence`);
  const selectOfAccount = database.prepare<[string], Stored>(`
    SELECT ${COLUMNS} FROM payment_attempts WHERE account = ? ORDER BY sequence`);
  const insertAudit = database.prepare<[PaymentAuditRow]>(`
    INSERT INTO payment_audit (attempt_id, deed, staff_id, reason, at)
    VALUES (@attemptId, @deed, @staffId, @reason, @at)`);
  const selectAudit = database.prepare<[string], PaymentAuditRow>(`
    SELECT attempt_id AS attemptId, deed, staff_id AS staffId, reason, at
    FROM payment_audit WHERE attempt_id = ? ORDER BY sequence`);
  const deleteEnded = database.prepare<[number]>('DELETE FROM payment_attempts WHERE ended_at < ?');

  return {
    add: (row) =>
      attempt(() => {
        insert.run(stored(row));
      }),
    read: (attemptId) =>
      attempt(() => {
        const row = select.get(attemptId);
        return row ? readBack(row) : null;
      }),
    replace: (row, from) => attempt(() => update.run({ ...stored(row), from }).changes === 1),
    open: () => attempt(() => selectOpen.all().map(readBack)),
    ofAccount: (account) => attempt(() => selectOfAccount.all(account).map(readBack)),
    addAudit: (entry) =>
      attempt(() => {
        insertAudit.run(entry);
      }),
    auditOf: (attemptId) => attempt(() => selectAudit.all(attemptId)),
    pruneEnded: (endedBefore) => attempt(() => deleteEnded.run(endedBefore).changes),
  };
}

/** SQLite knows no truth values. */
function stored(row: PaymentAttemptRow): Stored {
  return { ...row, isWhole: row.isWhole ? 1 : 0 };
}

function readBack(row: Stored): PaymentAttemptRow {
  return { ...row, isWhole: row.isWhole === 1 };
}
