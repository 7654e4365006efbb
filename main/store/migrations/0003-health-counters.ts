import type { Migration } from './migration.ts';

export const healthCounters: Migration = {
  version: 3,
  sql: `
    CREATE TABLE health_counters (
      name     TEXT    PRIMARY KEY,
      count    INTEGER NOT NULL CHECK (count >= 0),
      last_at  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
