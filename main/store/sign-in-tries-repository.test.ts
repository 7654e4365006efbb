import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createAttempt } from './attempt.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createSignInTriesRepository, type SignInTriesRepository } from './sign-in-tries-repository.ts';

const tries = { failures: 3, fadingSince: 10, lastFailedAt: 20, lockedUntil: 30 };

test('what was written is read back, and another subject knows nothing of it', () => {
  const repository = openRepository();

  repository.write(new Map([['kiosk', tries]]));

  expect(repository.read('kiosk')).toEqual({ ok: true, value: tries });
  expect(repository.read('somebody')).toEqual({ ok: true, value: null });
});

test('writing again replaces, and null forgets', () => {
  const repository = openRepository();
  repository.write(new Map([['kiosk', tries]]));

  repository.write(
    new Map([
      ['kiosk', { ...tries, failures: 4 }],
      ['somebody', tries],
    ]),
  );
  repository.write(new Map([['somebody', null]]));

  expect(repository.read('kiosk')).toEqual({ ok: true, value: { ...tries, failures: 4 } });
  expect(repository.read('somebody')).toEqual({ ok: true, value: null });
});

test('subjects that have not failed for long are forgotten', () => {
  const repository = openRepository();
  repository.write(
    new Map([
      ['old', { ...tries, lastFailedAt: 99 }],
      ['new', { ...tries, lastFailedAt: 100 }],
    ]),
  );

  repository.forgetBefore(100);

  expect(repository.read('old')).toEqual({ ok: true, value: null });
  expect(repository.read('new')).toMatchObject({ ok: true, value: { lastFailedAt: 100 } });
});

function openRepository(): SignInTriesRepository {
  const database = new Database(':memory:');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations);
  return createSignInTriesRepository(database, createAttempt(silentLog));
}
