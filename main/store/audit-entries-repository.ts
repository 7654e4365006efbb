/** The trail of assisted sessions as it lies on the disk: entries under seal, and where they end. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

export interface AuditEntryRow {
  /** Counts up from 1, without a gap. */
  readonly sequence: number;
  readonly hash: string;
  readonly sealed: Uint8Array;
}

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface AuditEntriesRepository {
  /** Together with the head that it moves: call it within a transaction. */
  add(row: AuditEntryRow, sealedHead: Uint8Array): Result<void>;
  readHead(): Result<Uint8Array | null>;
  /** 0 where there is none. */
  lastSequence(): Result<number>;
  /** By sequence, `limit` at most, beyond `beyond`. */
  list(beyond: number, limit: number): Result<AuditEntryRow[]>;
}

export function createAuditEntriesRepository(database: Database, attempt: Attempt): AuditEntriesRepository {
  const insert = database.prepare<[AuditEntryRow]>(
    'INSERT INTO audit_entries (sequence, hash, sealed) VALUES (@sequence, @hash, @sealed)',
  );
  const moveHead = database.prepare<[Uint8Array]>(
    "INSERT INTO audit_head (name, sealed) VALUES ('head', ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
  );
  const selectHead = database.prepare<[], { sealed: Uint8Array }>(
    "SELECT sealed FROM audit_head WHERE name = 'head'",
  );
  const selectLast = database.prepare<[], { last: number }>(
    'SELECT coalesce(max(sequence), 0) AS last FROM audit_entries',
  );
  const select = database.prepare<[number, number], AuditEntryRow>(
    'SELECT sequence, hash, sealed FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );

  return {
    add: (row, sealedHead) =>
      attempt(() => {
        insert.run(row);
        moveHead.run(sealedHead);
      }),
    readHead: () => attempt(() => selectHead.get()?.sealed ?? null),
    lastSequence: () => attempt(() => selectLast.get()?.last ?? 0),
    list: (beyond, limit) => attempt(() => select.all(beyond, limit)),
  };
}
