/** The rows of the outbox: what was done here and what became of it. It sees sealed bytes only. */
import Sqlite, { type Database, type RunResult } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';
import { HEALTH_REPORT, NOT_HEALTH_REPORT } from './health-report-row.ts';
import { NOT_SET_ASIDE } from './refused-rows-repository.ts';
import { createRestoreOne } from './restore-row.ts';

export interface NewOutboxRow {
  /** UUID version 7, which is the idempotency key too. */
  deliveryId: string;
  kind: string;
  /** Rows of one lane are delivered one after the other. Says nothing about whose it is. */
  lane: string;
  sealed: Uint8Array;
  /** Milliseconds since 1970, like every instant here. */
  enqueuedAt: number;
  /** Rows that the API must have taken before it hears of this one: each added before it, or `add` throws. */
  needs?: readonly string[];
  /** What goes with it and is too large for the row: each sealed on its own. */
  parts?: readonly Uint8Array[];
}

export interface PendingOutboxRow extends Omit<NewOutboxRow, 'needs' | 'parts'> {
  attempts: number;
  /** What became of the rows that it needs: `lost` as soon as one of them was refused or cannot be read. */
  needs: 'met' | 'pending' | 'lost';
}

/** Of a row that was never tried, because what it needs was refused. */
export const NEED_REFUSED = 'outbox.need_refused';

/** The API has it, since `at`. */
export interface Acknowledged {
  deliveryId: string;
  at: number;
}

export type OutboxRowState = 'pending' | SettledOutboxRow['state'];

export interface SettledOutboxRow {
  deliveryId: string;
  kind: string;
  state: 'delivered' | 'refused' | 'unreadable';
  attempts: number;
  enqueuedAt: number;
  settledAt: number;
  refusalCode: string | null;
}

export interface UnsettledOutboxRow {
  deliveryId: string;
  kind: string;
  state: 'pending' | 'refused' | 'unreadable';
  enqueuedAt: number;
}

export type SealedOutboxRow = Pick<PendingOutboxRow, 'deliveryId' | 'kind' | 'lane' | 'sealed'>;

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface OutboxRepository {
  /** On disk, synced, when it answers ok. */
  add(row: NewOutboxRow): Result<void>;
  /** Likewise, in the place of every other of its kind but the one that is `underWay`, whose fate is still open. */
  addHealthReport(row: NewOutboxRow, underWay: string | null): Result<void>;
  /** It is gone, whatever its state: nobody will see to it. */
  dropHealthReport(deliveryId: string): Result<void>;
  /** Null for a row that there is not, or not any more. */
  stateOf(deliveryId: string): Result<OutboxRowState | null>;
  /**
   * Lanes with something to deliver, the longest waiting first, a few rows at a time: 0 for the first of them, then
   * `goOnAfter` until it is null.
   */
  pendingLanes(after: number): Result<{ lanes: string[]; goOnAfter: number | null }>;
  /**
   * The rows of a lane that are delivered next, some at a time: the oldest first, but money before everything. A
   * receipt that the API cannot send must not keep it from hearing of the next payment.
   */
  nextOf(lane: string): Result<PendingOutboxRow[]>;
  /** Counted from 0; null when there is none of that number. */
  partOf(deliveryId: string, number: number): Result<Uint8Array | null>;
  countAttempt(deliveryId: string): Result<void>;
  /**
   * Erases what was to be delivered, all of them or none. Synced with whatever is synced next: after a power cut in
   * between, the same rows are handed in under the same keys once more.
   */
  markDelivered(acknowledged: readonly Acknowledged[]): Result<void>;
  /** Keeps what was to be delivered, for the staff who will see to it. */
  markRefused(deliveryId: string, refusalCode: string, at: number): Result<void>;
  markUnreadable(deliveryId: string, at: number): Result<void>;
  /**
   * For what cannot be read: as it was in the last backup, where that is something else. Answers its lane; null where
   * there is nothing better.
   */
  restore(deliveryId: string): Result<string | null>;
  /** Keeps what was not tried, since the API would not know what it is about. */
  markNeedRefused(deliveryId: string, at: number): Result<void>;
  /** Lanes with a row that needs this one. */
  lanesInNeedOf(deliveryId: string): Result<string[]>;
  /** Rows of these lanes that were not delivered, the newest first, a few at the most. */
  unsettledIn(lanes: readonly string[]): Result<UnsettledOutboxRow[]>;
  /** The oldest and the newest row that waits, which may be the same one; a health report is neither. */
  pendingEnds(): Result<SealedOutboxRow[]>;
  /** Keeps all that waits, but for a health report, for the day it can be read again. Answers which rows that were. */
  markPendingUnreadable(at: number): Result<string[]>;
  /** What could not be read, for trying again with another key. */
  unreadable(): Result<SealedOutboxRow[]>;
  /** It can be read again: takes its old place in its lane. */
  markReadable(deliveryId: string): Result<void>;
  /**
   * What this lane's tenant signed and the API has not taken, the oldest first: what waits, what it refused for its token
   * alone, and what was not tried for want of that; without what staff have seen to.
   */
  toSignAgain(lane: string): Result<SealedOutboxRow[]>;
  /** They wait, with what they hold sealed anew: all of them or none. */
  signAgain(rows: readonly Pick<SealedOutboxRow, 'deliveryId' | 'sealed'>[]): Result<void>;
  /** Settled rows, the oldest first. */
  settled(): Result<SettledOutboxRow[]>;
  /** Answers how many rows went. */
  pruneDelivered(settledBefore: number): Result<number>;
}

/** openapi.yaml, `Problem`: of the token that a row carries. */
export const REFUSED_TOKENS: readonly string[] = ['token.expired', 'token.invalid'];
const WITH_ANOTHER_TOKEN = [...REFUSED_TOKENS, NEED_REFUSED].map((code) => `'${code}'`).join(', ');

/** What is read where damage has left no text: no lane that is asked for by it would be found. */
const NO_TEXT = '\u{FFFD}';

/** A few milliseconds of a machine that is busy with its start. */
const PENDING_AT_ONCE = 1_000;

/** To look for one row costs nearly what it costs to look for some. */
const NEXT_AT_ONCE = 32;

/** What is larger is read alone, when it is its turn. */
const SMALL_BYTES = 4_096;
/** More than anybody looks through. */
const UNSETTLED_AT_ONCE = 200;

const STATE_OF_NEEDS = `
  CASE (SELECT MAX(CASE needed.state WHEN 'delivered' THEN 0 WHEN 'pending' THEN 1 ELSE 2 END)
        FROM outbox_needs JOIN outbox AS needed ON needed.delivery_id = outbox_needs.needed_id
        WHERE outbox_needs.delivery_id = outbox.delivery_id)
    WHEN 2 THEN 'lost' WHEN 1 THEN 'pending' ELSE 'met' END`;

export function createOutboxRepository(database: Database, attempt: Attempt): OutboxRepository {
  const insert = database.prepare<[string, string, string, Uint8Array, number]>(`
    INSERT INTO outbox (delivery_id, kind, lane, state, sealed, enqueued_at) VALUES (?, ?, ?, 'pending', ?, ?)`);
  const insertNeed = database.prepare<[string, string]>(
    'INSERT INTO outbox_needs (delivery_id, needed_id) VALUES (?, ?)',
  );
  const insertPart = database.prepare<[string, number, Uint8Array]>(
    'INSERT INTO outbox_parts (delivery_id, number, sealed) VALUES (?, ?, ?)',
  );
  const insertWithCompany = database.transaction((row: NewOutboxRow) => {
    insert.run(row.deliveryId, row.kind, row.lane, row.sealed, row.enqueuedAt);
    for (const needed of new Set(row.needs)) insertNeed.run(row.deliveryId, needed);
    for (const [number, part] of (row.parts ?? []).entries()) insertPart.run(row.deliveryId, number, part);
  });
  const deleteOtherReports = database.prepare<[string | null]>(
    `DELETE FROM outbox WHERE kind = '${HEALTH_REPORT}' AND delivery_id IS NOT ?`,
  );
  const insertReport = database.transaction((row: NewOutboxRow, underWay: string | null) => {
    deleteOtherReports.run(underWay);
    insert.run(row.deliveryId, row.kind, row.lane, row.sealed, row.enqueuedAt);
  });
  const deleteReport = database.prepare<[string]>(
    `DELETE FROM outbox WHERE kind = '${HEALTH_REPORT}' AND delivery_id = ?`,
  );
  const selectPart = database
    .prepare<[string, number], Uint8Array>(
      'SELECT sealed FROM outbox_parts WHERE delivery_id = ? AND number = ?',
    )
    .pluck();
  /** For when the index does not lead to it. */
  const findPart = database
    .prepare<[string, number], Uint8Array>(
      'SELECT sealed FROM outbox_parts NOT INDEXED WHERE delivery_id = ? AND number = ?',
    )
    .pluck();
  const deleteParts = database.prepare<[string]>('DELETE FROM outbox_parts WHERE delivery_id = ?');
  const selectState = database
    .prepare<[string], OutboxRowState>('SELECT state FROM outbox WHERE delivery_id = ?')
    .pluck();
  const selectPending = database.prepare<[number, number], { lane: string; sequence: number }>(`
    SELECT lane, sequence FROM outbox WHERE state = 'pending' AND sequence > ? ORDER BY sequence LIMIT ?`);
  const prepareNext = (stateOfNeeds: string) =>
    database.prepare<[string], PendingOutboxRow | (Omit<PendingOutboxRow, 'sealed'> & { sealed: null })>(`
      SELECT delivery_id AS deliveryId, kind, lane, attempts, enqueued_at AS enqueuedAt, ${stateOfNeeds} AS needs,
             CASE WHEN length(sealed) <= ${SMALL_BYTES} THEN sealed END AS sealed
      FROM outbox WHERE state = 'pending' AND lane = ? ORDER BY kind <> 'payment', sequence
      LIMIT ${NEXT_AT_ONCE}`);
  const selectNext = prepareNext(STATE_OF_NEEDS);
  const selectNextWithoutNeeds = prepareNext("'met'");
  const selectSealed = database
    .prepare<[string], Uint8Array>('SELECT sealed FROM outbox WHERE delivery_id = ?')
    .pluck();
  /** Rare enough for not asking about them each time where there are none. */
  let areThereNeeds = isAnythingIn('outbox_needs');
  let areThereParts = isAnythingIn('outbox_parts');
  const addAttempt = database.prepare<[string]>(`
    UPDATE outbox SET attempts = attempts + 1 WHERE delivery_id = ?`);
  const syncLess = database.prepare('PRAGMA synchronous = NORMAL');
  const syncAgain = database.prepare('PRAGMA synchronous = FULL');
  const settleDelivered = database.prepare<[number, string]>(`
    UPDATE outbox SET state = 'delivered', sealed = NULL, attempts = attempts + 1, settled_at = ?
    WHERE delivery_id = ? AND state = 'pending'`);
  const settleAllDelivered = database.transaction((acknowledged: readonly Acknowledged[]) => {
    const notFound = acknowledged.filter(
      ({ deliveryId, at }) => settleDelivered.run(at, deliveryId).changes === 0,
    );
    if (notFound.length > 0) {
      // Whatever it was, it is not shown as waiting any more: it would else be handed in for ever.
      reindex();
      for (const { deliveryId, at } of notFound) settleDelivered.run(at, deliveryId);
    }
    if (areThereParts) for (const { deliveryId } of acknowledged) deleteParts.run(deliveryId);
  });
  const settleRefused = database.prepare<[string, number, string]>(`
    UPDATE outbox SET state = 'refused', refusal_code = ?, attempts = attempts + 1, settled_at = ?
    WHERE delivery_id = ? AND state = 'pending'`);
  const settleUnreadable = database.prepare<[number, string]>(`
    UPDATE outbox SET state = 'unreadable', settled_at = ? WHERE delivery_id = ? AND state = 'pending'`);
  const settleNeedRefused = database.prepare<[string, number, string]>(`
    UPDATE outbox SET state = 'refused', refusal_code = ?, settled_at = ?
    WHERE delivery_id = ? AND state = 'pending'`);
  const selectPendingIds = database.prepare<[], { sequence: number; deliveryId: string }>(`
    SELECT sequence, delivery_id AS deliveryId FROM outbox NOT INDEXED WHERE state = 'pending'`);
  const rename = database.prepare<[string, number]>('UPDATE outbox SET delivery_id = ? WHERE sequence = ?');
  const relane = database.prepare<[string, number]>('UPDATE outbox SET lane = ? WHERE sequence = ?');
  const selectLanesInNeed = database
    .prepare<[string], string>(`
      SELECT DISTINCT lane FROM outbox_needs JOIN outbox USING (delivery_id)
      WHERE needed_id = ? AND state = 'pending'`)
    .pluck();
  const prepareEnd = (order: 'ASC' | 'DESC') =>
    database.prepare<[], SealedOutboxRow>(`
      SELECT delivery_id AS deliveryId, kind, lane, sealed FROM outbox NOT INDEXED
      WHERE state = 'pending' AND ${NOT_HEALTH_REPORT}
      ORDER BY sequence ${order} LIMIT 1`);
  const selectOldest = prepareEnd('ASC');
  const selectNewest = prepareEnd('DESC');
  const settleAllUnreadable = database
    .prepare<[number], string>(`
      UPDATE outbox SET state = 'unreadable', settled_at = ? WHERE state = 'pending' AND ${NOT_HEALTH_REPORT}
      RETURNING delivery_id`)
    .pluck();
  const selectUnreadable = database.prepare<[], SealedOutboxRow>(`
    SELECT delivery_id AS deliveryId, kind, lane, sealed FROM outbox WHERE state = 'unreadable' ORDER BY sequence`);
  const unsettleReadable = database.prepare<[string]>(`
    UPDATE outbox SET state = 'pending', settled_at = NULL WHERE delivery_id = ? AND state = 'unreadable'`);
  const restoreOne = createRestoreOne(database);
  // What is needed and was refused for another reason is not sent with any token.
  const selectToSignAgain = database.prepare<[string], SealedOutboxRow>(`
    SELECT delivery_id AS deliveryId, kind, lane, sealed FROM outbox
    WHERE lane = ? AND (state = 'pending' OR
      (state = 'refused' AND refusal_code IN (${WITH_ANOTHER_TOKEN}) AND ${NOT_SET_ASIDE} AND NOT EXISTS (
        SELECT 1 FROM outbox_needs JOIN outbox AS needed ON needed.delivery_id = outbox_needs.needed_id
        WHERE outbox_needs.delivery_id = outbox.delivery_id
          AND (needed.state = 'unreadable' OR needed.refusal_code NOT IN (${WITH_ANOTHER_TOKEN})))))
    ORDER BY sequence`);
  const signOneAgain = database.prepare<[Uint8Array, string]>(`
    UPDATE outbox SET state = 'pending', sealed = ?, settled_at = NULL, refusal_code = NULL
    WHERE delivery_id = ? AND state IN ('pending', 'refused')`);
  const signAllAgain = database.transaction(
    (signed: readonly Pick<SealedOutboxRow, 'deliveryId' | 'sealed'>[]) => {
      for (const { deliveryId, sealed } of signed) signOneAgain.run(sealed, deliveryId);
    },
  );
  const selectUnsettled = database.prepare<[string, number], UnsettledOutboxRow>(`
    SELECT delivery_id AS deliveryId, kind, state, enqueued_at AS enqueuedAt FROM outbox
    WHERE state <> 'delivered' AND lane IN (SELECT value FROM json_each(?)) ORDER BY sequence DESC LIMIT ?`);
  const selectSettled = database.prepare<[], SettledOutboxRow>(`
    SELECT delivery_id AS deliveryId, kind, state, attempts, enqueued_at AS enqueuedAt,
           settled_at AS settledAt, refusal_code AS refusalCode
    FROM outbox WHERE state <> 'pending' ORDER BY sequence`);
  // A row that holds something was not delivered, whatever an index says of it.
  const deleteDelivered = database.prepare<[number]>(`
    DELETE FROM outbox WHERE state = 'delivered' AND settled_at < ? AND sealed IS NULL`);

  return {
    add: (row) =>
      attempt(() => {
        areThereNeeds ||= (row.needs?.length ?? 0) > 0;
        areThereParts ||= (row.parts?.length ?? 0) > 0;
        if (row.needs?.length || row.parts?.length) insertWithCompany(row);
        else insert.run(row.deliveryId, row.kind, row.lane, row.sealed, row.enqueuedAt);
      }),
    addHealthReport: (row, underWay) => attempt(() => insertReport(row, underWay)),
    dropHealthReport: (deliveryId) =>
      attempt(() => {
        deleteReport.run(deliveryId);
      }),
    stateOf: (deliveryId) => attempt(() => selectState.get(deliveryId) ?? null),
    pendingLanes: (after) =>
      attempt(() => {
        const pending = selectPending.all(after, PENDING_AT_ONCE);
        for (const { lane, sequence } of pending) if (lane.includes(NO_TEXT)) relane.run(lane, sequence);
        const last = pending.length < PENDING_AT_ONCE ? undefined : pending.at(-1);
        return { lanes: [...new Set(pending.map(({ lane }) => lane))], goOnAfter: last?.sequence ?? null };
      }),
    nextOf: (lane) =>
      attempt(() => {
        const next: PendingOutboxRow[] = [];
        for (const row of (areThereNeeds ? selectNext : selectNextWithoutNeeds).all(lane)) {
          const sealed = row.sealed ?? (next.length === 0 ? selectSealed.get(row.deliveryId) : undefined);
          if (!sealed) break;
          next.push({ ...row, sealed });
          if (row.sealed === null) break;
        }
        return next;
      }),
    partOf: (deliveryId, number) =>
      attempt(() => selectPart.get(deliveryId, number) ?? findPart.get(deliveryId, number) ?? null),
    countAttempt: (deliveryId) =>
      attempt(() => {
        withoutSync(() => addAttempt.run(deliveryId));
      }),
    markDelivered: (acknowledged) =>
      attempt(() => {
        withoutSync(() => withTrueIndexes(() => settleAllDelivered(acknowledged)));
      }),
    markRefused: (deliveryId, refusalCode, at) =>
      attempt(() => {
        settleOne(deliveryId, () => settleRefused.run(refusalCode, at, deliveryId));
      }),
    markUnreadable: (deliveryId, at) =>
      attempt(() => {
        settleOne(deliveryId, () => settleUnreadable.run(at, deliveryId));
      }),
    restore: (deliveryId) =>
      attempt(() =>
        withTrueIndexes(() => {
          nameAsRead(deliveryId);
          return restoreOne(deliveryId);
        }),
      ),
    markNeedRefused: (deliveryId, at) =>
      attempt(() => {
        settleOne(deliveryId, () => settleNeedRefused.run(NEED_REFUSED, at, deliveryId));
      }),
    lanesInNeedOf: (deliveryId) => attempt(() => (areThereNeeds ? selectLanesInNeed.all(deliveryId) : [])),
    unsettledIn: (lanes) => attempt(() => selectUnsettled.all(JSON.stringify(lanes), UNSETTLED_AT_ONCE)),
    pendingEnds: () => attempt(() => [...selectOldest.all(), ...selectNewest.all()]),
    markPendingUnreadable: (at) => attempt(() => settleAllUnreadable.all(at)),
    unreadable: () => attempt(() => selectUnreadable.all()),
    markReadable: (deliveryId) =>
      attempt(() => {
        unsettleReadable.run(deliveryId);
      }),
    toSignAgain: (lane) => attempt(() => selectToSignAgain.all(lane)),
    signAgain: (signed) => attempt(() => withTrueIndexes(() => signAllAgain.immediate(signed))),
    settled: () => attempt(() => selectSettled.all()),
    pruneDelivered: (settledBefore) => attempt(() => deleteDelivered.run(settledBefore).changes),
  };

  /**
   * A row that was just read as pending and cannot be found by its id: a damaged index, or a damaged id. If neither is
   * mended, that is said, or the row would be taken up for ever.
   */
  function settleOne(deliveryId: string, settle: () => RunResult): void {
    if (withTrueIndexes(settle).changes > 0) return;
    reindex();
    nameAsRead(deliveryId);
    if (settle().changes === 0)
      throw new Sqlite.SqliteError('a pending row is not found by its id', 'SQLITE_CORRUPT');
  }

  /** What damage has made of an id may be no text any more, and is then read as another one than is looked for. */
  function nameAsRead(deliveryId: string): void {
    if (selectState.get(deliveryId) !== undefined) return;
    const row = selectPendingIds.all().find((pending) => pending.deliveryId === deliveryId);
    if (row) rename.run(deliveryId, row.sequence);
  }

  /** An index that lacks what is to be taken out of it is an error in the midst of the work. */
  function withTrueIndexes<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CORRUPT'))) throw error;
      reindex();
      return work();
    }
  }

  function reindex(): void {
    database.exec('REINDEX outbox');
  }

  function isAnythingIn(table: 'outbox_needs' | 'outbox_parts'): boolean {
    return database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
  }

  /** For what may be done again: waiting for the disk is most of what it costs. */
  function withoutSync(write: () => void): void {
    // Within a transaction, that one's end decides.
    if (database.inTransaction) {
      write();
      return;
    }
    syncLess.run();
    try {
      write();
    } finally {
      syncAgain.run();
    }
  }
}
