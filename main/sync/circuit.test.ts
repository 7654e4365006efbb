import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Circuit, createCircuit } from './circuit.ts';

const HOUR_SECONDS = 3_600;

let onRoom: ReturnType<typeof vi.fn<() => void>>;
let onBack: ReturnType<typeof vi.fn<(spreadSeconds: number) => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  onRoom = vi.fn();
  onBack = vi.fn();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a failure now and then changes nothing', () => {
  const circuit = open();

  for (let times = 0; times < 10; times++) {
    circuit.failed(0);
    circuit.failed(0);
    circuit.answered();
  }

  expect(circuit.lanesAtOnce()).toBe(4);
  expect(onBack).not.toHaveBeenCalled();
});

test('after three in a row nobody asks for a while, and then one asks for all', async () => {
  const circuit = open();

  fail(circuit, 3);
  const atFirst = circuit.lanesAtOnce();
  await vi.advanceTimersByTimeAsync(4_000);

  expect(atFirst).toBe(0);
  expect(onRoom).toHaveBeenCalledTimes(1);
  expect(circuit.lanesAtOnce()).toBe(1);
});

test('as long as it stays away it is asked more and more seldom', async () => {
  const circuit = open();
  fail(circuit, 3);
  const waits: number[] = [];

  for (let tries = 0; tries < 10; tries++) {
    const since = Date.now();
    await vi.advanceTimersToNextTimerAsync();
    waits.push((Date.now() - since) / 1_000);
    circuit.failed(0);
  }

  expect(waits).toEqual([4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
});

test('what has piled up is spread over as long as the outage was, an hour at most', async () => {
  const circuit = open();

  fail(circuit, 3);
  await vi.advanceTimersByTimeAsync(600_000);
  circuit.answered();
  fail(circuit, 3);
  await vi.advanceTimersByTimeAsync(5 * HOUR_SECONDS * 1_000);
  circuit.isBack();

  expect(onBack.mock.calls).toEqual([[600], [HOUR_SECONDS]]);
  expect(circuit.lanesAtOnce()).toBe(4);
});

test('when the API asks for time it gets it, whoever has heard from it meanwhile', async () => {
  const circuit = open();

  circuit.failed(120);
  circuit.isBack();
  circuit.answered();
  await vi.advanceTimersByTimeAsync(120_999);
  const before = circuit.lanesAtOnce();
  await vi.advanceTimersByTimeAsync(1);

  expect(before).toBe(0);
  expect(circuit.lanesAtOnce()).toBe(1);
});

test('a clock that is set by a year makes nobody wait for a year, or not at all', async () => {
  const circuit = open();
  fail(circuit, 3);
  const now = Date.now();

  for (const years of [1, -1]) {
    vi.setSystemTime(now + years * 365 * 86_400_000);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(circuit.lanesAtOnce()).toBe(1);
    circuit.answered();
    fail(circuit, 3);
  }
  expect(onBack.mock.calls.flat().every((seconds) => seconds === 4)).toBe(true);
});

test('a program that ends leaves no timer behind', () => {
  const circuit = open();
  fail(circuit, 3);

  circuit.stop();

  expect(vi.getTimerCount()).toBe(0);
});

function open(): Circuit {
  return createCircuit({
    after: (seconds, work) => {
      const timer = setTimeout(work, seconds * 1_000);
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
    monotonicSeconds: () => performance.now() / 1_000,
    onRoom,
    onBack,
  });
}

function fail(circuit: Circuit, times: number): void {
  for (let failures = 0; failures < times; failures++) circuit.failed(0);
}
