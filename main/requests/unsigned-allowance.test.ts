import { expect, test } from 'vitest';
import { createUnsignedAllowance } from './unsigned-allowance.ts';

test('whoever has handed in three things lets others come first', () => {
  const allowance = createUnsignedAllowance(() => 0);
  for (let count = 0; count < 3; count++) allowance.use();
  const before = allowance.isUsedUp();

  allowance.forget();

  expect([before, allowance.isUsedUp()]).toEqual([true, false]);
});

test('beginning anew each time comes to an end, for an hour', () => {
  let seconds = 0;
  const allowance = createUnsignedAllowance(() => seconds);
  for (let count = 0; count < 20; count++) {
    allowance.use();
    allowance.forget();
  }

  const inTheHour = allowance.isUsedUp();
  seconds = 3_600;

  expect([inTheHour, allowance.isUsedUp()]).toEqual([true, false]);
});
