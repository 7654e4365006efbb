import { expect, test } from 'vitest';
import { createStayClock } from './stay-clock.ts';

test('counts from the first touch, through the sign-in, and anew for the next person', () => {
  let nowMs = 1_000;
  const clock = createStayClock(600, () => nowMs);

  clock.follow('attract');
  clock.follow('signedOut');
  nowMs += 60_000;
  clock.follow('tenant');
  nowMs += 30_500;
  const first = clock.secondsLeft();
  clock.follow('ending');
  clock.follow('attract');
  nowMs += 500_000;
  clock.follow('signedOut');

  expect(first).toBe(510);
  expect(clock.secondsLeft()).toBe(600);
});

test('never goes below nothing', () => {
  let nowMs = 0;
  const clock = createStayClock(300, () => nowMs);

  clock.follow('tenant');
  nowMs = 301_000;

  expect(clock.secondsLeft()).toBe(0);
});
