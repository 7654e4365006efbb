/** The schema as the migrations make it: what a database is held against, and what a damaged one can be read by. */
import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

/**
 * Whether every table, index and trigger is there, letter by letter. SQLite takes any text that it understands: a
 * flipped bit may rename a table, or change what a rule allows.
 */
export function isSchemaWhole(database: Database.Database): boolean {
  const found = objectsOf(database);
  return [...expectedObjects()].every(([object, sql]) => found.get(object) === sql);
}

/** In memory, of this version, without a row. */
export function makeEmptyDatabase(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, migrations);
  return database;
}

function expectedObjects(): Map<string, string> {
  const database = makeEmptyDatabase();
  try {
    return objectsOf(database);
  } finally {
    database.close();
  }
}

function objectsOf(database: Database.Database): Map<string, string> {
  const select = database.prepare<[], [string, string]>(
    "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL",
  );
  return new Map(select.raw().all() as unknown as [string, string][]);
}
