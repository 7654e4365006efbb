import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { nextTime, scheduleRestart } from './nightly-restart.ts';

const MINUTE_MS = 60_000;

let isQuiet: boolean;
let restart: ReturnType<typeof vi.fn<() => void>>;
let callOff: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2018, 6, 12, 3, 0) });
  isQuiet = true;
  restart = vi.fn<() => void>();
  callOff = scheduleRestart({ restartAt: '03:30', isQuiet: () => isQuiet, restart, log: silentLog });
});

afterEach(() => {
  callOff();
  vi.useRealTimers();
});

test('the kiosk restarts at its time, once', () => {
  vi.advanceTimersByTime(29 * MINUTE_MS);
  const before = restart.mock.calls.length;
  vi.advanceTimersByTime(48 * 60 * MINUTE_MS);

  expect(before).toBe(0);
  expect(restart).toHaveBeenCalledOnce();
});

test('not while somebody is there or something is on its way', () => {
  isQuiet = false;
  vi.advanceTimersByTime(90 * MINUTE_MS);
  const meanwhile = restart.mock.calls.length;
  isQuiet = true;
  vi.advanceTimersByTime(MINUTE_MS);

  expect(meanwhile).toBe(0);
  expect(restart).toHaveBeenCalledOnce();
});

test('a kiosk that has just restarted waits for the next night', () => {
  const next = nextTime('03:30', new Date(2018, 6, 12, 3, 30));

  expect(next).toEqual(new Date(2018, 6, 13, 3, 30));
});
