import type { Migration } from './migration.ts';

/** What staff did about what was refused, and who. What is set aside stays where it is, sealed. */
export const outboxAudit: Migration = {
  version: 8,
  sql: `
    CREATE TABLE outbox_audit (
      sequence     INTEGER  PRIMARY KEY AUTOINCREMENT,
      delivery_id  TEXT     NOT NULL REFERENCES outbox (delivery_id) ON DELETE CASCADE,
      deed         TEXT     NOT NULL CHECK (deed IN ('TRIED_AGAIN', 'SET_ASIDE')),
      staff_id     TEXT     NOT NULL,
      at           INTEGER  NOT NULL
    ) STRICT;

    CREATE INDEX outbox_audit_of ON outbox_audit (delivery_id, deed);
  `,
};
