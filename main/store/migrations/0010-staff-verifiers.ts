import type { Migration } from './migration.ts';

/** By what a staff member is known while the line is cut: under seal, by a name that gives nobody away. */
export const staffVerifiers: Migration = {
  version: 10,
  sql: `
    CREATE TABLE staff_verifiers (
      subject  TEXT PRIMARY KEY,
      sealed   BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
