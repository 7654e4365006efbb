import type { Migration } from './migration.ts';

export const outboxNeeds: Migration = {
  version: 5,
  sql: `
    CREATE TABLE outbox_needs (
      delivery_id  TEXT  NOT NULL REFERENCES outbox (delivery_id) ON DELETE CASCADE,
      needed_id    TEXT  NOT NULL REFERENCES outbox (delivery_id) ON DELETE CASCADE,
      PRIMARY KEY (delivery_id, needed_id),
      CHECK (delivery_id <> needed_id)
    ) STRICT, WITHOUT ROWID;

    DROP INDEX outbox_pending;
    CREATE INDEX outbox_pending ON outbox (lane, kind <> 'payment', sequence) WHERE state = 'pending';
    CREATE INDEX outbox_needs_of_needed ON outbox_needs (needed_id);
    CREATE INDEX outbox_unreadable ON outbox (sequence) WHERE state = 'unreadable';
  `,
};
