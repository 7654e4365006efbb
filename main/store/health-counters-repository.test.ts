import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createAttempt } from './attempt.ts';
import {
  createHealthCountersRepository,
  type HealthCountersRepository,
} from './health-counters-repository.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

test('what is counted adds up, each name by itself, with the last time', () => {
  const counters = openRepository();

  counters.add({ name: 'hangs', count: 1, lastAt: 10 });
  counters.add({ name: 'starts', count: 1, lastAt: 20 });
  counters.add({ name: 'hangs', count: 2, lastAt: 30 });

  expect(counters.all()).toEqual({
    ok: true,
    value: [
      { name: 'hangs', count: 3, lastAt: 30 },
      { name: 'starts', count: 1, lastAt: 20 },
    ],
  });
});

function openRepository(): HealthCountersRepository {
  const database = new Database(':memory:');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations);
  return createHealthCountersRepository(database, createAttempt(silentLog));
}
