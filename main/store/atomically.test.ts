import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import type { NewOutboxRow } from './outbox-repository.ts';
import { openStore } from './store.ts';

const row = (deliveryId: string): NewOutboxRow => ({
  deliveryId,
  kind: 'payment',
  lane: 'lane',
  sealed: Buffer.of(1),
  enqueuedAt: 1,
});

test('what is written together is there together', () => {
  const store = open();

  const written = store.atomically(() => {
    store.outbox.add(row('one'));
    return store.outbox.add(row('other'));
  });

  expect(written.ok).toBe(true);
  expect([store.outbox.stateOf('one'), store.outbox.stateOf('other')]).toMatchObject([
    { value: 'pending' },
    { value: 'pending' },
  ]);
});

test('when one of it cannot be written, none of it is', () => {
  const store = open();

  const written = store.atomically(() => {
    store.outbox.add(row('one'));
    return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
  });

  expect(written).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
  expect(store.outbox.stateOf('one')).toEqual({ ok: true, value: null });
});

test('a bug in the middle writes nothing and goes on as one', () => {
  const store = open();

  const write = () =>
    store.atomically(() => {
      store.outbox.add(row('one'));
      throw new TypeError('a bug');
    });

  expect(write).toThrow(TypeError);
  expect(store.outbox.stateOf('one')).toEqual({ ok: true, value: null });
});

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'atomically-'));
  const opened = openStore(join(folder, 'kiosk.sqlite'), { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  onTestFinished(() => {
    opened.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return opened.store;
}
