import type { Migration } from './migration.ts';

/** What is too large to lie in its row, and to be in memory whole: sealed and delivered part by part. */
export const outboxParts: Migration = {
  version: 7,
  sql: `
    CREATE TABLE outbox_parts (
      delivery_id  TEXT     NOT NULL REFERENCES outbox (delivery_id) ON DELETE CASCADE,
      number       INTEGER  NOT NULL CHECK (number >= 0),
      sealed       BLOB     NOT NULL,
      PRIMARY KEY (delivery_id, number)
    ) STRICT;
  `,
};
