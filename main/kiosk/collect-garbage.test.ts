import { expect, test } from 'vitest';
import { collectGarbage } from './collect-garbage.ts';

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

function leftBehind(): WeakRef<object> {
  return new WeakRef({ iban: 'FR76' });
}
