import type { Migration } from './migration.ts';

/** Entries are written once: not even this program changes or deletes one. */
export const auditTrail: Migration = {
  version: 9,
  sql: `
    CREATE TABLE audit_entries (
      sequence  INTEGER PRIMARY KEY CHECK (sequence > 0),
      hash      TEXT    NOT NULL UNIQUE,
      sealed    BLOB    NOT NULL
    ) STRICT;

    CREATE TABLE audit_head (
      name    TEXT PRIMARY KEY CHECK (name = 'head'),
      sealed  BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER audit_entries_stay_as_they_are BEFORE UPDATE ON audit_entries
    BEGIN
      SELECT RAISE(ABORT, 'an audit entry is never changed');
    END;

    CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
    BEGIN
      SELECT RAISE(ABORT, 'an audit entry is never deleted');
    END;
  `,
};
