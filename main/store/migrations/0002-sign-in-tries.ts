import type { Migration } from './migration.ts';

export const signInTries: Migration = {
  version: 2,
  sql: `
    CREATE TABLE sign_in_tries (
      subject         TEXT    PRIMARY KEY,
      failures        INTEGER NOT NULL CHECK (failures >= 0),
      fading_since    INTEGER NOT NULL,
      last_failed_at  INTEGER NOT NULL,
      locked_until    INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
