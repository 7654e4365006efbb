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

/** What a kiosk has on its disk, by the version of the program that first could write it. */
const CONTENTS: readonly string[] = [
  `INSERT INTO outbox (delivery_id, kind, lane, state, sealed, attempts, enqueued_at, settled_at, refusal_code)
   VALUES ('d-1', 'statement-delivery', 'lane', 'pending', x'0102', 4, 5, NULL, NULL),
          ('d-2', 'statement-delivery', 'lane', 'refused', x'03', 1, 6, 7, 'tenant.no_email'),
          ('d-3', 'document', 'lane', 'delivered', NULL, 1, 6, 7, NULL),
          ('d-4', 'document', 'lane', 'unreadable', x'04', 0, 6, 7, NULL)`,
  "INSERT INTO sign_in_tries VALUES ('kiosk', 3, 10, 20, 30)",
  "INSERT INTO health_counters VALUES ('starts', 41, 50)",
  `INSERT INTO payment_attempts (attempt_id, account, amount_cents, currency, terminal, is_whole, created_at, state,
     sent_at, reason, sealed)
   VALUES ('a-1', 'account', 2774, 'EUR', 'caisse-ap', 1, 1, 'UNKNOWN', 2, 'TERMINAL_UNSURE', x'05');
   INSERT INTO payment_audit (attempt_id, deed, staff_id, reason, at) VALUES ('a-1', 'ASKED_TERMINAL', 's', NULL, 3)`,
  "INSERT INTO outbox_needs VALUES ('d-1', 'd-4')",
  `INSERT INTO reference_data VALUES ('useful-numbers', '"v1"', '[]', 5)`,
  "INSERT INTO outbox_parts VALUES ('d-1', 0, x'06'), ('d-1', 1, x'07')",
  "INSERT INTO outbox_audit (delivery_id, deed, staff_id, at) VALUES ('d-2', 'SET_ASIDE', 'anne', 8)",
  `INSERT INTO audit_entries VALUES (1, 'aa', x'06'); INSERT INTO audit_head VALUES ('head', x'07')`,
  "INSERT INTO staff_verifiers VALUES ('subject', x'08')",
  `INSERT INTO outbox (delivery_id, kind, lane, state, sealed, attempts, enqueued_at)
   VALUES ('d-5', 'health-report', 'lane', 'pending', x'09', 2, 5)`,
];
const TABLES = [
  'outbox',
  'sign_in_tries',
  'health_counters',
  'payment_attempts',
  'payment_audit',
  'outbox_needs',
  'reference_data',
  'outbox_parts',
  'outbox_audit',
  'audit_entries',
  'audit_head',
  'staff_verifiers',
];

test('whatever version was here before, all that it had written is kept', () => {
  expect(CONTENTS).toHaveLength(migrations.length);
  for (let earlier = 1; earlier < migrations.length; earlier++) {
    const database = new Database(':memory:');
    migrate(database, migrations.slice(0, earlier));
    for (const sql of CONTENTS.slice(0, earlier)) database.exec(sql);
    const tables = TABLES.filter((table) => contentsOf(database, table) !== null);
    const before = tables.map((table) => contentsOf(database, table));

    expect(migrate(database, migrations)).toEqual({ ok: true, from: earlier, to: migrations.length });

    expect(tables.map((table) => contentsOf(database, table))).toEqual(before);
    expect(database.pragma('foreign_key_check')).toEqual([]);
  }
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

/** Null where there is no such table yet. */
function contentsOf(database: Database.Database, table: string): unknown[] | null {
  const exists = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
  return exists ? database.prepare(`SELECT * FROM ${table}`).all() : null;
}
