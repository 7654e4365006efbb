/** The rows of the outbox that the API refused or that cannot be read here, for the staff who see to them. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';
import { NOT_HEALTH_REPORT } from './health-report-row.ts';

export interface RefusedRow {
  deliveryId: string;
  kind: string;
  /** The API's own code; null for what cannot be read here. */
  refusalCode: string | null;
  /** Milliseconds since 1970, both. */
  enqueuedAt: number;
  settledAt: number;
}

export interface Deed {
  deliveryId: string;
  staffId: string;
  at: number;
}

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface RefusedRowsRepository {
  /**
   * The oldest first, without what was set aside. Money that has moved is not among them: staff settle it together
   * with the payments that nobody knows the end of.
   */
  list(): Result<RefusedRow[]>;
  /** How many of them cannot be read here, of each kind; all of them, however many there are. */
  unreadable(): Result<{ kind: string; count: number }[]>;
  /** Waits to be delivered again; answers its lane, or null when it is not refused, or not any more. */
  tryAgain(deed: Deed): Result<string | null>;
  /** Nobody is reminded of it any more. Its content stays. False when there is nothing to set aside. */
  setAside(deed: Deed): Result<boolean>;
}

/** More than anybody looks through; the oldest are seen to first. */
const MOST_LISTED = 100;

/** For other queries on the outbox. */
export const NOT_SET_ASIDE = `
  NOT EXISTS (SELECT 1 FROM outbox_audit
              WHERE outbox_audit.delivery_id = outbox.delivery_id AND deed = 'SET_ASIDE')`;

export function createRefusedRowsRepository(database: Database, attempt: Attempt): RefusedRowsRepository {
  const isSeenTo = `
    state IN ('refused', 'unreadable') AND kind <> 'payment' AND ${NOT_HEALTH_REPORT} AND ${NOT_SET_ASIDE}`;
  const select = database.prepare<[], RefusedRow>(`
    SELECT delivery_id AS deliveryId, kind, refusal_code AS refusalCode, enqueued_at AS enqueuedAt,
           settled_at AS settledAt
    FROM outbox WHERE ${isSeenTo} ORDER BY sequence LIMIT ${MOST_LISTED}`);
  const countUnreadable = database.prepare<[], { kind: string; count: number }>(`
    SELECT kind, COUNT(*) AS count FROM outbox WHERE ${isSeenTo} AND state = 'unreadable'
    GROUP BY kind ORDER BY count DESC, kind`);
  const selectOne = database.prepare<[string], { lane: string; state: string }>(`
    SELECT lane, state FROM outbox WHERE delivery_id = ? AND ${isSeenTo}`);
  const unsettle = database.prepare<[string]>(`
    UPDATE outbox SET state = 'pending', settled_at = NULL, refusal_code = NULL WHERE delivery_id = ?`);
  const insertDeed = database.prepare<[string, string, string, number]>(`
    INSERT INTO outbox_audit (delivery_id, deed, staff_id, at) VALUES (?, ?, ?, ?)`);

  const tryAgain = database.transaction(({ deliveryId, staffId, at }: Deed) => {
    const row = selectOne.get(deliveryId);
    // What cannot be read would not be sent either.
    if (row?.state !== 'refused') return null;
    insertDeed.run(deliveryId, 'TRIED_AGAIN', staffId, at);
    unsettle.run(deliveryId);
    return row.lane;
  });
  const setAside = database.transaction(({ deliveryId, staffId, at }: Deed) => {
    if (!selectOne.get(deliveryId)) return false;
    insertDeed.run(deliveryId, 'SET_ASIDE', staffId, at);
    return true;
  });

  return {
    list: () => attempt(() => select.all()),
    unreadable: () => attempt(() => countUnreadable.all()),
    tryAgain: (deed) => attempt(() => tryAgain.immediate(deed)),
    setAside: (deed) => attempt(() => setAside.immediate(deed)),
  };
}
