/** What has happened to this kiosk over its life, counted by name. */
import type { Database } from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
import type { Attempt } from './attempt.ts';

export interface HealthCounter {
  name: string;
  count: number;
  /** Milliseconds since 1970. */
  lastAt: number;
}

/** Every method answers STORE_UNAVAILABLE when the disk does not do what it is asked. */
export interface HealthCountersRepository {
  add(counted: HealthCounter): Result<void>;
  all(): Result<HealthCounter[]>;
}

/** How often what waited to be delivered was sealed with another key than this machine had. */
export const KEY_REPLACEMENTS = 'sealingKeyReplacements';

export const SELECT_COUNTERS = 'SELECT name, count, last_at AS lastAt FROM health_counters ORDER BY name';

export function createHealthCountersRepository(
  database: Database,
  attempt: Attempt,
): HealthCountersRepository {
  const select = database.prepare<[], HealthCounter>(SELECT_COUNTERS);
  const add = database.prepare<[string, number, number]>(`
    INSERT INTO health_counters (name, count, last_at) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET count = count + excluded.count, last_at = excluded.last_at`);

  return {
    add: ({ name, count, lastAt }) =>
      attempt(() => {
        add.run(name, count, lastAt);
      }),
    all: () => attempt(() => select.all()),
  };
}
