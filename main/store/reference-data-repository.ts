/** What everybody may know and what is there before the network is: useful numbers, texts, hours. Nothing of a person. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

export interface ReferenceData {
  name: string;
  /** What the central API calls this state of it: its `ETag`. */
  version: string;
  /** JSON. What it looks like is for whoever reads it to check: another version of the program may have written it. */
  content: string;
  /** Milliseconds since 1970. */
  fetchedAt: number;
}

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface ReferenceDataRepository {
  /** Null for what was never fetched. */
  read(name: string): Result<ReferenceData | null>;
  /** Takes the place of what was there under that name, whole or not at all. */
  write(data: ReferenceData): Result<void>;
  /** It was asked for again and has not changed. */
  confirm(name: string, fetchedAt: number): Result<void>;
}

export function createReferenceDataRepository(database: Database, attempt: Attempt): ReferenceDataRepository {
  const select = database.prepare<[string], ReferenceData>(`
    SELECT name, version, content, fetched_at AS fetchedAt FROM reference_data WHERE name = ?`);
  const replace = database.prepare<[ReferenceData]>(`
    INSERT OR REPLACE INTO reference_data (name, version, content, fetched_at)
    VALUES (@name, @version, @content, @fetchedAt)`);
  const touch = database.prepare<[number, string]>('UPDATE reference_data SET fetched_at = ? WHERE name = ?');

  return {
    read: (name) => attempt(() => select.get(name) ?? null),
    write: (data) =>
      attempt(() => {
        replace.run(data);
      }),
    confirm: (name, fetchedAt) =>
      attempt(() => {
        touch.run(fetchedAt, name);
      }),
  };
}
