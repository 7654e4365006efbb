import type { Migration } from './migration.ts';

export const outbox: Migration = {
  version: 1,
  sql: `
    CREATE TABLE outbox (
      sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
      delivery_id   TEXT    NOT NULL UNIQUE,
      kind          TEXT    NOT NULL,
      lane          TEXT    NOT NULL,
      state         TEXT    NOT NULL CHECK (state IN ('pending', 'delivered', 'refused', 'unreadable')),
      sealed        BLOB,
      attempts      INTEGER NOT NULL DEFAULT 0,
      enqueued_at   INTEGER NOT NULL,
      settled_at    INTEGER,
      refusal_code  TEXT,
      CHECK ((state = 'delivered') = (sealed IS NULL)),
      CHECK ((state = 'pending') = (settled_at IS NULL)),
      CHECK ((state = 'refused') = (refusal_code IS NOT NULL))
    ) STRICT;

    CREATE INDEX outbox_pending ON outbox (lane, sequence) WHERE state = 'pending';
    CREATE INDEX outbox_delivered ON outbox (settled_at) WHERE state = 'delivered';
  `,
};
