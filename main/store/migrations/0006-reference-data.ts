import type { Migration } from './migration.ts';

export const referenceData: Migration = {
  version: 6,
  sql: `
    CREATE TABLE reference_data (
      name        TEXT    PRIMARY KEY,
      version     TEXT    NOT NULL,
      content     TEXT    NOT NULL CHECK (json_valid(content)),
      fetched_at  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
