import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DrawingOrder, DrawingOutcome } from './drawing.ts';
import { createDrawingThread, type DrawingWorker } from './drawing-thread.ts';
import { statementOf } from './testing/sample-statement.ts';

const order: DrawingOrder = { paper: 'statement', content: statementOf([]) };
const drawn: DrawingOutcome = {
  ok: true,
  drawn: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 },
};

class StandInWorker extends EventEmitter implements Record<keyof DrawingWorker, unknown> {
  readonly orders: DrawingOrder[] = [];
  readonly terminate = vi.fn(async () => {
    this.emit('exit', 1);
    return 1;
  });
  readonly unref = vi.fn();
  postMessage(order: DrawingOrder) {
    this.orders.push(order);
  }
}

function openThread() {
  const workers: StandInWorker[] = [];
  const thread = createDrawingThread({
    startWorker: async () => {
      const worker = new StandInWorker();
      workers.push(worker);
      return worker as unknown as DrawingWorker;
    },
    limitSeconds: 30,
    idleSeconds: 20,
  });
  return { thread, workers };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('papers are drawn one after the other, in one thread', async () => {
  const { thread, workers } = openThread();

  const first = thread.draw(order);
  const second = thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);
  const ordersAtFirst = workers[0]?.orders.length;
  workers[0]?.emit('message', drawn);
  await vi.advanceTimersByTimeAsync(0);
  workers[0]?.emit('message', drawn);

  expect(ordersAtFirst).toBe(1);
  expect(await Promise.all([first, second])).toEqual([drawn, drawn]);
  expect(workers).toHaveLength(1);
});

test('an idle thread is let go, and the next paper starts another', async () => {
  const { thread, workers } = openThread();
  const first = thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);
  workers[0]?.emit('message', drawn);
  await first;

  await vi.advanceTimersByTimeAsync(19_000);
  expect(workers[0]?.terminate).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(workers[0]?.terminate).toHaveBeenCalledOnce();

  void thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);
  expect(workers).toHaveLength(2);
});

test('a paper that takes too long fails, and its thread is ended', async () => {
  const { thread, workers } = openThread();

  const result = thread.draw(order);
  await vi.advanceTimersByTimeAsync(30_000);

  expect(await result).toEqual({ ok: false, fault: 'TOOK_TOO_LONG' });
  expect(workers[0]?.terminate).toHaveBeenCalledOnce();
});

test.each(['error', 'exit'])(
  'a thread that breaks (%s) fails its paper, and the next paper has another',
  async (event) => {
    const { thread, workers } = openThread();

    const result = thread.draw(order);
    await vi.advanceTimersByTimeAsync(0);
    workers[0]?.emit(event, new Error('broken'));

    expect(await result).toEqual({ ok: false, fault: 'THREAD_FAILED' });
    const next = thread.draw(order);
    await vi.advanceTimersByTimeAsync(0);
    workers[1]?.emit('message', drawn);
    expect(await next).toEqual(drawn);
  },
);

test('a thread that breaks while nobody draws is not asked again', async () => {
  const { thread, workers } = openThread();
  const first = thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);
  workers[0]?.emit('message', drawn);
  await first;

  workers[0]?.emit('error', new Error('broken'));
  void thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);

  expect(workers).toHaveLength(2);
});

test('a thread that cannot be started fails its paper', async () => {
  const thread = createDrawingThread({ startWorker: () => Promise.reject(new Error('no such file')) });

  expect(await thread.draw(order)).toEqual({ ok: false, fault: 'THREAD_FAILED' });
});

test('the end forgets what is drawn and what waits to be, and a late answer reaches nobody', async () => {
  const { thread, workers } = openThread();
  const current = thread.draw(order);
  const waiting = thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);

  await thread.end();
  workers[0]?.emit('message', drawn);

  expect(await Promise.all([current, waiting])).toEqual([
    { ok: false, fault: 'FORGOTTEN' },
    { ok: false, fault: 'FORGOTTEN' },
  ]);
  expect(workers[0]?.terminate).toHaveBeenCalledOnce();
});

test('a thread that is only starting when the end comes is ended too', async () => {
  const worker = new StandInWorker();
  let finishStart: (worker: DrawingWorker) => void = () => {};
  const thread = createDrawingThread({
    startWorker: () => new Promise((resolve) => (finishStart = resolve)),
  });
  const result = thread.draw(order);
  await vi.advanceTimersByTimeAsync(0);

  await thread.end();
  finishStart(worker as unknown as DrawingWorker);

  expect(await result).toEqual({ ok: false, fault: 'FORGOTTEN' });
  expect(worker.terminate).toHaveBeenCalledOnce();
  expect(worker.orders).toEqual([]);
});
