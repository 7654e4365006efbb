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

test('a kiosk that has worked before keeps all that it had when it learns to take payments', () => {
  const database = new Database(':memory:');
  migrate(database, migrations.slice(0, 3));
  database.exec(`
    INSERT INTO outbox (delivery_id, kind, lane, state, sealed, attempts, enqueued_at, settled_at, refusal_code)
    VALUES ('d-1', 'statement-delivery', 'lane', 'pending', x'0102', 4, 5, NULL, NULL),
           ('d-2', 'statement-delivery', 'lane', 'refused', x'03', 1, 6, 7, 'tenant.no_email');
    INSERT INTO sign_in_tries VALUES ('kiosk', 3, 10, 20, 30);
    INSERT INTO health_counters VALUES ('starts', 41, 50);`);
  const before = contentsOf(database);

  expect(migrate(database, migrations)).toEqual({ ok: true, from: 3, to: migrations.length });

  expect(contentsOf(database)).toEqual(before);
  expect(database.prepare('SELECT COUNT(*) FROM payment_attempts').pluck().get()).toBe(0);
});

test.each([
  ["'SENT', NULL, NULL, NULL, NULL, x'01'", 'is sent at no time'],
  ["'APPROVED', 1, NULL, NULL, NULL, x'01'", 'is approved at no time'],
  ["'UNKNOWN', 1, NULL, NULL, NULL, x'01'", 'is unknown for no reason'],
  ["'SETTLED', 1, 2, 3, NULL, x'01'", 'has ended and still says whose it is'],
  ["'PAID', 1, 2, NULL, NULL, x'01'", 'is in a state that there is not'],
])('the database itself refuses an attempt (%s) that %s', (values) => {
  const database = freshDatabase();

  const insert = () =>
    database.exec(`
      INSERT INTO payment_attempts (attempt_id, account, amount_cents, currency, terminal, is_whole, created_at,
        state, sent_at, approved_at, ended_at, reason, sealed)
      VALUES ('a-1', 'account', 1, 'EUR', 'caisse-ap', 1, 1, ${values})`);

  expect(insert).toThrow(/CHECK constraint/);
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

function contentsOf(database: Database.Database) {
  return ['outbox', 'sign_in_tries', 'health_counters'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  );
}
