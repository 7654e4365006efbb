import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPulse } from './pulse.ts';

let told: string[];
const tell = { onStopped: () => told.push('stopped'), onBack: () => told.push('back') };

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
});

afterEach(() => vi.useRealTimers());

test('of a page that answers nothing is told', async () => {
  const stop = watchPulse(async () => undefined, tell);

  await vi.advanceTimersByTimeAsync(60_000);
  stop();

  expect(told).toEqual([]);
});

test('a page that stops answering is told once, and told again when it is back', async () => {
  const answer = Promise.withResolvers<void>();
  const stop = watchPulse(
    vi.fn(async (): Promise<void> => undefined).mockReturnValueOnce(answer.promise),
    tell,
  );

  await vi.advanceTimersByTimeAsync(20_000);
  const whileStill = [...told];
  answer.resolve();
  await vi.advanceTimersByTimeAsync(20_000);
  stop();

  expect(whileStill).toEqual(['stopped']);
  expect(told).toEqual(['stopped', 'back']);
});

test('a page that is left is not asked any more', async () => {
  const ask = vi.fn(async () => undefined);

  watchPulse(ask, tell)();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(ask).toHaveBeenCalledOnce();
  expect(told).toEqual([]);
});
