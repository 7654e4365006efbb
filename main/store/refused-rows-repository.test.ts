import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createAttempt } from './attempt.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createOutboxRepository } from './outbox-repository.ts';
import { createRefusedRowsRepository } from './refused-rows-repository.ts';

const DEED = { deliveryId: 'refused', staffId: 'anne', at: 9 };

test('staff see what was refused and what cannot be read, and no payment', () => {
  const { refused } = arrange();

  expect(refused.list()).toEqual({
    ok: true,
    value: [
      {
        deliveryId: 'refused',
        kind: 'document',
        refusalCode: 'document.damaged',
        enqueuedAt: 1,
        settledAt: 2,
      },
      { deliveryId: 'unreadable', kind: 'document', refusalCode: null, enqueuedAt: 1, settledAt: 3 },
    ],
  });
});

test('what cannot be read is counted by kind, until somebody has seen to it', () => {
  const { refused } = arrange();

  const before = refused.unreadable();
  refused.setAside({ ...DEED, deliveryId: 'unreadable' });

  expect(before).toEqual({ ok: true, value: [{ kind: 'document', count: 1 }] });
  expect(refused.unreadable()).toEqual({ ok: true, value: [] });
});

test('what is tried again waits in its old place, with all that was in it, and who wished it is kept', () => {
  const { refused, outbox, database } = arrange();

  const tried = refused.tryAgain(DEED);

  expect(tried).toEqual({ ok: true, value: 'lane' });
  expect(outbox.nextOf('lane')).toMatchObject({ value: [{ deliveryId: 'refused', sealed: Buffer.of(7) }] });
  expect(outbox.stateOf('refused')).toEqual({ ok: true, value: 'pending' });
  expect(deedsIn(database)).toEqual(['refused TRIED_AGAIN anne 9']);
});

test('what is set aside is not listed any more, and nothing of it is lost', () => {
  const { refused, database } = arrange();

  const done = [refused.setAside(DEED), refused.setAside({ ...DEED, deliveryId: 'unreadable' })];

  expect(done).toEqual([
    { ok: true, value: true },
    { ok: true, value: true },
  ]);
  expect(refused.list()).toEqual({ ok: true, value: [] });
  expect(database.prepare("SELECT sealed FROM outbox WHERE delivery_id = 'refused'").pluck().get()).toEqual(
    Buffer.of(7),
  );
  expect(deedsIn(database)).toEqual(['refused SET_ASIDE anne 9', 'unreadable SET_ASIDE anne 9']);
});

test.each(['unreadable', 'delivered', 'payment', 'nothing'])(
  'what is not refused, or not for these staff, is not tried again: %s',
  (deliveryId) => {
    const { refused, database } = arrange();

    expect(refused.tryAgain({ ...DEED, deliveryId })).toEqual({ ok: true, value: null });
    expect(deedsIn(database)).toEqual([]);
  },
);

test('what was tried again cannot be tried or set aside once more before it is refused again', () => {
  const { refused } = arrange();
  refused.tryAgain(DEED);

  expect(refused.tryAgain(DEED)).toEqual({ ok: true, value: null });
  expect(refused.setAside(DEED)).toEqual({ ok: true, value: false });
});

function arrange() {
  const database = new Database(':memory:');
  migrate(database, migrations);
  const attempt = createAttempt(silentLog);
  const outbox = createOutboxRepository(database, attempt);
  for (const deliveryId of ['refused', 'unreadable', 'delivered', 'payment']) {
    const kind = deliveryId === 'payment' ? 'payment' : 'document';
    outbox.add({ deliveryId, kind, lane: 'lane', sealed: Buffer.of(7), enqueuedAt: 1 });
  }
  outbox.markRefused('refused', 'document.damaged', 2);
  outbox.markUnreadable('unreadable', 3);
  outbox.markDelivered([{ deliveryId: 'delivered', at: 4 }]);
  outbox.markRefused('payment', 'account.unknown', 5);
  return { database, outbox, refused: createRefusedRowsRepository(database, attempt) };
}

function deedsIn(database: Database.Database): unknown[] {
  return database
    .prepare(
      "SELECT delivery_id || ' ' || deed || ' ' || staff_id || ' ' || at FROM outbox_audit ORDER BY sequence",
    )
    .pluck()
    .all();
}
