import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';

export type Migrated =
  | { ok: true; from: number; to: number }
  /** A later version of the program has been here; this one must not touch what it does not know. */
  | { ok: false; found: number; known: number };

/**
 * Takes the steps that the database has not taken yet, each whole or not at all. `before`: what is done before the first
 * of them, unless there is nothing to lose; what it throws stops it.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  before: () => void = () => undefined,
): Migrated {
  const from = versionOf(database);
  const known = migrations.at(-1)?.version ?? 0;
  if (from > known) return { ok: false, found: from, known };

  if (from > 0 && from < known) before();
  for (const migration of migrations) {
    if (migration.version > from) takeStep(database, migration);
  }
  return { ok: true, from, to: known };
}

function takeStep(database: Database, migration: Migration): void {
  database
    .transaction(() => {
      database.exec(migration.sql);
      database.pragma(`user_version = ${migration.version}`);
    })
    .immediate();
}

function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}
