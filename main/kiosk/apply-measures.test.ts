import { expect, test } from 'vitest';
import type { Log } from '../log/log.ts';
import { createLock } from './apply-measures.ts';
import type { Measure } from './measure.ts';

test('measures are applied in their order and undone the other way round', async () => {
  const { lock, done, measure } = arrange();

  lock.apply([measure('a'), measure('b')]);
  lock.apply([measure('c')]);
  await lock.holds();
  await lock.undo();

  expect(done).toEqual(['apply a', 'apply b', 'apply c', 'undo c', 'undo b', 'undo a']);
});

test('one that takes its time holds up no other, and the lock holds once it does', async () => {
  const { lock, done, measure } = arrange();
  const slow = Promise.withResolvers<void>();
  let holds = false;

  lock.apply([measure('slow', { apply: () => slow.promise }), measure('b')]);
  const held = lock.holds().then(() => {
    holds = true;
  });
  await Promise.resolve();

  expect(done).toEqual(['apply b']);
  expect(holds).toBe(false);
  slow.resolve();
  await held;
  expect(holds).toBe(true);
});

test.each([
  ['throws', () => Promise.resolve().then(() => Promise.reject(new TypeError('private')))],
  [
    'throws at once',
    () => {
      throw new TypeError('private');
    },
  ],
])('one that %s stops no other, but the lock is not whole', async (_how, apply) => {
  const { lock, done, logged, measure } = arrange();

  lock.apply([measure('broken', { apply }), measure('b')]);

  await expect(lock.holds()).rejects.toThrow('not whole');
  expect(done).toEqual(['apply b']);
  expect(logged).toEqual(['lock.not-applied {"measure":"broken","name":"TypeError"}']);
});

test('one that cannot be undone does not stop the others', async () => {
  const { lock, done, logged, measure } = arrange();
  const undo = () => Promise.reject(new Error('stuck'));

  lock.apply([measure('a'), measure('stuck', { undo }), measure('c')]);
  await lock.undo();

  expect(done.filter((each) => each.startsWith('undo'))).toEqual(['undo c', 'undo a']);
  expect(logged).toEqual(['lock.not-undone {"measure":"stuck","name":"Error"}']);
});

test('is undone once', async () => {
  const { lock, done, measure } = arrange();

  lock.apply([measure('a')]);
  await lock.undo();
  await lock.undo();

  expect(done).toEqual(['apply a', 'undo a']);
});

function arrange() {
  const done: string[] = [];
  const logged: string[] = [];
  const note = (event: string, facts: unknown) => void logged.push(`${event} ${JSON.stringify(facts)}`);
  const log: Log = { info: note, warn: note, error: note };
  const measure = (name: string, over: Partial<Measure> = {}): Measure => ({
    name,
    apply: () => void done.push(`apply ${name}`),
    undo: () => void done.push(`undo ${name}`),
    ...over,
  });
  return { lock: createLock(log), done, logged, measure };
}
