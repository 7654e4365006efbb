import { afterEach, expect, test, vi } from 'vitest';
import { collectGarbage, createLateCollection } from './collect-garbage.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('what nobody holds any more is given back at once', () => {
  const held = { iban: 'FR76' };
  const kept = new WeakRef(held);
  const left = leftBehind();

  // A reference that was read in a turn is kept until the turn is over.
  return new Promise((resolve) => setImmediate(resolve)).then(() => {
    collectGarbage();

    expect(left.deref()).toBeUndefined();
    expect(kept.deref()).toBe(held);
  });
});

test('nothing else gets the means to do it', () => {
  collectGarbage();

  expect('gc' in globalThis).toBe(false);
});

test('however often it is asked, it is done once, when that has stopped', () => {
  vi.useFakeTimers();
  const collect = vi.fn();
  const ask = createLateCollection(5_000, collect);

  ask();
  vi.advanceTimersByTime(4_000);
  ask();
  vi.advanceTimersByTime(4_000);
  expect(collect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  ask();
  vi.advanceTimersByTime(5_000);

  expect(collect).toHaveBeenCalledTimes(2);
});

function leftBehind(): WeakRef<object> {
  return new WeakRef({ iban: 'FR76' });
}
