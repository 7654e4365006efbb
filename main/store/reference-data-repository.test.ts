import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createAttempt } from './attempt.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createReferenceDataRepository, type ReferenceDataRepository } from './reference-data-repository.ts';

const numbers = { name: 'useful-numbers', version: '"v1"', content: '[{"number":"18"}]', fetchedAt: 5 };

test('what was fetched last is there, each name by itself', () => {
  const repository = open();

  repository.write({ ...numbers, version: '"v0"', content: '[]' });
  repository.write(numbers);

  expect(repository.read('useful-numbers')).toEqual({ ok: true, value: numbers });
  expect(repository.read('texts')).toEqual({ ok: true, value: null });
});

test('what has not changed is as fresh as the last answer', () => {
  const repository = open();
  repository.write(numbers);

  repository.confirm('useful-numbers', 9);

  expect(repository.read('useful-numbers')).toEqual({ ok: true, value: { ...numbers, fetchedAt: 9 } });
});

test('what is no JSON does not take the place of what was there', () => {
  const repository = open();
  repository.write(numbers);

  expect(() => repository.write({ ...numbers, content: '[{' })).toThrow(/CHECK/);
  expect(repository.read('useful-numbers')).toEqual({ ok: true, value: numbers });
});

function open(): ReferenceDataRepository {
  const database = new Database(':memory:');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations);
  return createReferenceDataRepository(database, createAttempt(silentLog));
}
