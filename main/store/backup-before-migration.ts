/** A copy as it was before this version changes the schema, for whoever has to go back. */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';

const OWNER_ONLY_FILE = 0o600;

/** The latest one only: it is as large as the database. */
export function copyBeforeMigrationOf(file: string): string {
  return `${file}.before-migration`;
}

/** Made by SQLite itself, at one instant, the write-ahead log included. Throws what the disk does to it. */
export function backUpBeforeMigration(database: Database.Database, file: string): void {
  const unfinished = `${copyBeforeMigrationOf(file)}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    // An empty file that is there already keeps its mode.
    closeSync(openSync(unfinished, 'w', OWNER_ONLY_FILE));
    database.prepare('VACUUM INTO ?').run(unfinished);
    renameSync(unfinished, copyBeforeMigrationOf(file));
  } finally {
    // A full disk would else stay so by what was not even finished.
    rmSync(unfinished, { force: true });
  }
}
