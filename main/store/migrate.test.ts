import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

test('versions count up from 1 without a gap', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
});

test('a database of every earlier version is brought to the newest', () => {
  for (let earlier = 0; earlier < migrations.length; earlier++) {
    const database = new Database(':memory:');
    migrate(database, migrations.slice(0, earlier));

    const migrated = migrate(database, migrations);

    expect(migrated).toEqual({ ok: true, from: earlier, to: migrations.length });
    expect(schemaOf(database)).toEqual(schemaOf(freshDatabase()));
  }
});

test('what waits in the queue survives every later step', () => {
  const database = new Database(':memory:');
  migrate(database, migrations.slice(0, 1));
  database
    .prepare(
      `INSERT INTO outbox (delivery_id, kind, lane, state, sealed, enqueued_at)
       VALUES ('d-1', 'statement-delivery', 'lane', 'pending', x'0102', 5)`,
    )
    .run();

  migrate(database, migrations);

  const kept = database
    .prepare('SELECT delivery_id, state, hex(sealed) AS sealed, attempts FROM outbox')
    .all();
  expect(kept).toEqual([{ delivery_id: 'd-1', state: 'pending', sealed: '0102', attempts: 0 }]);
});

test('a step that fails leaves the database as it was before the step', () => {
  const database = new Database(':memory:');
  const broken = [
    { version: 1, sql: 'CREATE TABLE first (id INTEGER)' },
    { version: 2, sql: 'CREATE TABLE second (id INTEGER); SELECT nonsense FROM nowhere' },
  ];

  expect(() => migrate(database, broken)).toThrow(/nowhere/);

  expect(database.pragma('user_version', { simple: true })).toBe(1);
  expect(schemaOf(database)).toEqual(['CREATE TABLE first (id INTEGER)']);
});

test('a database from the future is refused untouched', () => {
  const database = new Database(':memory:');
  database.pragma('user_version = 12');

  const migrated = migrate(database, migrations);

  expect(migrated).toEqual({ ok: false, found: 12, known: migrations.length });
  expect(schemaOf(database)).toEqual([]);
});

function freshDatabase(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, migrations);
  return database;
}

function schemaOf(database: Database.Database): unknown[] {
  return database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').pluck().all();
}
