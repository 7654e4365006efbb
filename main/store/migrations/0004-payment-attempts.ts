import type { Migration } from './migration.ts';

export const paymentAttempts: Migration = {
  version: 4,
  sql: `
    CREATE TABLE payment_attempts (
      sequence              INTEGER PRIMARY KEY AUTOINCREMENT,
      attempt_id            TEXT    NOT NULL UNIQUE,
      state                 TEXT    NOT NULL CHECK (state IN
        ('CREATED', 'SENT', 'APPROVED', 'NOT_PERFORMED', 'UNKNOWN', 'SETTLED')),
      account               TEXT    NOT NULL,
      amount_cents          INTEGER NOT NULL CHECK (amount_cents > 0),
      currency              TEXT    NOT NULL,
      terminal              TEXT    NOT NULL,
      is_whole              INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
      sealed                BLOB,
      created_at            INTEGER NOT NULL,
      sent_at               INTEGER,
      approved_at           INTEGER,
      ended_at              INTEGER,
      reason                TEXT,
      authorisation_number  TEXT,
      CHECK ((state IN ('NOT_PERFORMED', 'SETTLED')) = (ended_at IS NOT NULL)),
      CHECK ((state IN ('NOT_PERFORMED', 'SETTLED')) = (sealed IS NULL)),
      CHECK ((state IN ('APPROVED', 'SETTLED')) = (approved_at IS NOT NULL)),
      CHECK (state NOT IN ('NOT_PERFORMED', 'UNKNOWN') OR reason IS NOT NULL),
      CHECK (state IN ('CREATED', 'NOT_PERFORMED') OR sent_at IS NOT NULL)
    ) STRICT;

    CREATE INDEX payment_attempts_of_account ON payment_attempts (account, state);
    CREATE INDEX payment_attempts_open ON payment_attempts (sequence)
      WHERE state IN ('CREATED', 'SENT', 'APPROVED', 'UNKNOWN');

    CREATE TABLE payment_audit (
      sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
      attempt_id  TEXT    NOT NULL REFERENCES payment_attempts (attempt_id) ON DELETE CASCADE,
      deed        TEXT    NOT NULL CHECK (deed IN
        ('ASKED_TERMINAL', 'SETTLED_AS_CHARGED', 'SETTLED_AS_NOT_CHARGED', 'REPORTED_BY_HAND')),
      staff_id    TEXT    NOT NULL,
      reason      BLOB,
      at          INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX payment_audit_of_attempt ON payment_audit (attempt_id);
  `,
};
