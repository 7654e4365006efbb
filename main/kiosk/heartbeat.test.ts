import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForHeartbeat, type PageProcess } from './heartbeat.ts';

const onSilence = vi.fn();
let startedAt: number;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  startedAt = Date.now();
  onSilence.mockReset();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('a page that answers is asked again and again, and nobody is alarmed', async () => {
  const ask = vi.fn(async () => 0);

  stop = listenForHeartbeat({ ask, look: working(0.1), onSilence });
  await vi.advanceTimersByTimeAsync(3_000);

  expect(ask).toHaveBeenCalledTimes(11);
  expect(onSilence).not.toHaveBeenCalled();
});

test('a page that goes round in circles is reported after a good second of its own work, and asked again', async () => {
  const ask = answering('silence', 'answer');

  stop = listenForHeartbeat({ ask, look: working(1), onSilence });
  await vi.advanceTimersByTimeAsync(1_100);
  const before = onSilence.mock.calls.length;
  await vi.advanceTimersByTimeAsync(600);

  expect(before).toBe(0);
  expect(onSilence).toHaveBeenCalledTimes(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a page that a busy machine keeps waiting is given its time', async () => {
  stop = listenForHeartbeat({ ask: answering('answer', 'silence'), look: working(0.1), onSilence });

  await vi.advanceTimersByTimeAsync(8_000);
  const before = onSilence.mock.calls.length;
  await vi.advanceTimersByTimeAsync(1_000);

  expect(before).toBe(0);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('a page that stands still after it has answered is reported', async () => {
  stop = listenForHeartbeat({ ask: answering('answer', 'silence'), look: working(0), onSilence });

  await vi.advanceTimersByTimeAsync(1_700);

  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('a page that has not begun yet does not stand still', async () => {
  stop = listenForHeartbeat({ ask: answering('silence'), look: working(0), onSilence });

  await vi.advanceTimersByTimeAsync(7_000);

  expect(onSilence).not.toHaveBeenCalled();
});

test('the page that takes the place of a silent one has its own time', async () => {
  let processId = 1;
  const look = () => ({ ...working(1)(), processId });
  stop = listenForHeartbeat({ ask: answering('silence'), look, onSilence });

  await vi.advanceTimersByTimeAsync(1_000);
  processId = 2;
  await vi.advanceTimersByTimeAsync(1_000);
  const before = onSilence.mock.calls.length;
  await vi.advanceTimersByTimeAsync(500);

  expect(before).toBe(0);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('an answer that comes too late changes nothing', async () => {
  const late = Promise.withResolvers<number>();
  const ask = vi.fn(() => late.promise);

  stop = listenForHeartbeat({ ask, look: working(1), onSilence });
  await vi.advanceTimersByTimeAsync(1_200);
  late.resolve(0);
  await vi.advanceTimersByTimeAsync(300);

  expect(ask).toHaveBeenCalledTimes(2);
});

test('a page that is being replaced, and rejects, is not silent', async () => {
  const ask = () => Promise.reject(new Error('gone'));

  stop = listenForHeartbeat({ ask, look: () => null, onSilence });
  await vi.advanceTimersByTimeAsync(10_000);

  expect(onSilence).not.toHaveBeenCalled();
});

test('whoever stops listening hears nothing more', async () => {
  listenForHeartbeat({ ask: answering('silence'), look: working(1), onSilence })();

  await vi.advanceTimersByTimeAsync(10_000);

  expect(onSilence).not.toHaveBeenCalled();
});

/** The share of its time that the page's process is at work. */
function working(share: number): () => PageProcess {
  return () => ({ processId: 1, cpuSeconds: 10 + ((Date.now() - startedAt) / 1_000) * share });
}

/** The last one goes on for ever. */
function answering(...answers: ('answer' | 'silence')[]) {
  return vi.fn(() => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer === 'answer' ? Promise.resolve(0) : new Promise(() => {});
  });
}
