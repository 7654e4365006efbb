import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveBackWhenStill, STILL_MS } from './give-back.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a page that nobody has touched gives back once', () => {
  const giveBack = vi.fn();
  giveBackWhenStill(new EventTarget(), giveBack);

  vi.advanceTimersByTime(10 * STILL_MS);

  expect(giveBack).toHaveBeenCalledTimes(1);
});

test.each(['pointerdown', 'pointerup', 'keyup', 'wheel'])('whoever is busy is left alone: %s', (sign) => {
  const giveBack = vi.fn();
  const page = new EventTarget();
  giveBackWhenStill(page, giveBack);

  for (let touch = 0; touch < 10; touch += 1) {
    vi.advanceTimersByTime(STILL_MS - 1);
    page.dispatchEvent(new Event(sign));
  }

  expect(giveBack).not.toHaveBeenCalled();
  vi.advanceTimersByTime(STILL_MS);
  expect(giveBack).toHaveBeenCalledTimes(1);
});

test('what was touched again gives back again', () => {
  const giveBack = vi.fn();
  const page = new EventTarget();
  giveBackWhenStill(page, giveBack);
  vi.advanceTimersByTime(STILL_MS);

  page.dispatchEvent(new Event('pointerup'));
  vi.advanceTimersByTime(STILL_MS);

  expect(giveBack).toHaveBeenCalledTimes(2);
});
