/**
 * A wish that waits is not changed where it lies, unless somebody signs it again: where it differs from its backup and
 * cannot be read, or lies in a damaged file, the disk has changed it.
 */
import Sqlite, { type Database } from 'better-sqlite3';
import { backupOf } from './backup.ts';
import { attempt, openToRead, type Row } from './readable-rows.ts';

/**
 * Answers whether the row was another one than the backup says. `isMended`: there is no telling by what stands in it
 * which wish it was.
 */
export function createRestore(database: Database): (row: Row, isMended?: boolean) => boolean {
  // The same number again after a salvage would be another wish: it is of another instant, and has another name.
  const restore = database.prepare(`
    UPDATE outbox
    SET delivery_id = @delivery_id, kind = @kind, lane = @lane, sealed = @sealed, enqueued_at = @enqueued_at
    WHERE sequence = @sequence AND state = 'pending'
      AND (@isMended OR enqueued_at = @enqueued_at OR delivery_id = @delivery_id)
      AND (delivery_id, kind, lane, sealed) <> (@delivery_id, @kind, @lane, @sealed)`);

  return ({ state, delivery_id, kind, lane, sealed, sequence, enqueued_at }, isMended = false) => {
    if (state !== 'pending') return false;
    const asItWas = { delivery_id, kind, lane, sealed, sequence, enqueued_at };
    try {
      return restore.run({ ...asItWas, isMended: isMended ? 1 : 0 }).changes === 1;
    } catch (error) {
      // Something refers to it by the name that it has here.
      if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
      throw error;
    }
  };
}

/** As it was when the last backup was made; its lane, or null where that changes nothing. */
export function createRestoreOne(database: Database): (deliveryId: string) => string | null {
  const selectSequence = database
    .prepare<[string], number>('SELECT sequence FROM outbox NOT INDEXED WHERE delivery_id = ?')
    .pluck();
  const restore = createRestore(database);

  return (deliveryId) => {
    const sequence = selectSequence.get(deliveryId);
    const backup = sequence === undefined ? null : openToRead(backupOf(database.name));
    if (!backup) return null;
    try {
      const row = attempt(() =>
        backup.prepare<[number | undefined], Row>('SELECT * FROM outbox WHERE sequence = ?').get(sequence),
      );
      return row && restore(row) ? String(row.lane) : null;
    } finally {
      backup.close();
    }
  };
}
