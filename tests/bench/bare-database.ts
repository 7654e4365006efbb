import Database from 'better-sqlite3';
import { silentLog } from '../../main/log/log.ts';
import { openStore } from '../../main/store/store.ts';

/** Those of main/store/store.ts. */
const SAME_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'temp_store = MEMORY',
];

/** A new file with the kiosk's tables and durability, and nothing else of the kiosk over it. */
export function openBareDatabase(file: string): Database.Database {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  opened.store.close();

  const database = new Database(file);
  for (const pragma of SAME_PRAGMAS) database.pragma(pragma);
  return database;
}
