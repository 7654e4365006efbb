import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForHeartbeat } from './heartbeat.ts';

const times = { patienceMs: 4_000, periodMs: 1_000 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a page that answers is asked again and again, and nobody is alarmed', async () => {
  const ask = vi.fn(async () => 0);
  const onSilence = vi.fn();

  const stop = listenForHeartbeat(ask, onSilence, times);
  await vi.advanceTimersByTimeAsync(10_000);
  stop();

  expect(ask).toHaveBeenCalledTimes(11);
  expect(onSilence).not.toHaveBeenCalled();
});

test('a page that is silent for too long is reported, and asked again', async () => {
  const answers = [new Promise(() => {}), Promise.resolve(0)];
  const ask = vi.fn(async () => answers.shift());
  const onSilence = vi.fn();

  const stop = listenForHeartbeat(ask, onSilence, times);
  await vi.advanceTimersByTimeAsync(3_999);
  const before = onSilence.mock.calls.length;
  await vi.advanceTimersByTimeAsync(5_000);
  stop();

  expect(before).toBe(0);
  expect(onSilence).toHaveBeenCalledTimes(1);
  expect(ask.mock.calls.length).toBeGreaterThan(2);
});

test('an answer that comes too late changes nothing', async () => {
  const late = Promise.withResolvers<number>();
  const ask = vi.fn(() => late.promise);
  const onSilence = vi.fn();

  const stop = listenForHeartbeat(ask, onSilence, times);
  await vi.advanceTimersByTimeAsync(4_000);
  late.resolve(0);
  await vi.advanceTimersByTimeAsync(1_000);
  stop();

  expect(ask).toHaveBeenCalledTimes(2);
});

test('a page that is being replaced, and rejects, is not silent', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('gone')));
  const onSilence = vi.fn();

  const stop = listenForHeartbeat(ask, onSilence, times);
  await vi.advanceTimersByTimeAsync(10_000);
  stop();

  expect(onSilence).not.toHaveBeenCalled();
});

test('whoever stops listening hears nothing more', async () => {
  const onSilence = vi.fn();

  listenForHeartbeat(() => new Promise(() => {}), onSilence, times)();
  await vi.advanceTimersByTimeAsync(10_000);

  expect(onSilence).not.toHaveBeenCalled();
});
