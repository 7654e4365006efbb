import { expect, test } from 'vitest';
import { createFailureBudget } from './failure-budget.ts';

test('a few failures are borne, one more is not, and after a while they are forgotten', () => {
  let nowMs = 0;
  const budget = createFailureBudget({ most: 3, withinSeconds: 300, nowMs: () => nowMs });

  const first = [budget.spend(), budget.spend(), budget.spend(), budget.spend()];
  nowMs += 300_001;
  const later = budget.spend();

  expect(first).toEqual([true, true, true, false]);
  expect(later).toBe(true);
});

test('failures that come one by one, minutes apart, are borne for ever', () => {
  let nowMs = 0;
  const budget = createFailureBudget({ most: 3, withinSeconds: 300, nowMs: () => nowMs });

  for (let failures = 0; failures < 50; failures += 1) {
    expect(budget.spend()).toBe(true);
    nowMs += 101_000;
  }
});
