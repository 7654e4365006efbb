import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createLanes, type Lanes, type Step } from './lanes.ts';

const wentOn: Step = { step: 'went-on' };
const isEmpty: Step = { step: 'lane-rests' };
const tryAgain: Step = { step: 'try-again', failures: 1, retryAfterSeconds: 0 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a lane is walked one step at a time until it is empty', async () => {
  const steps = [wentOn, wentOn, isEmpty];
  const advance = vi.fn(async () => steps.shift() ?? isEmpty);

  const lanes = open(advance);
  lanes.resume('a');
  lanes.resume('a');
  await vi.runAllTimersAsync();

  expect(advance).toHaveBeenCalledTimes(3);
});

test('a lane that was empty is walked again when there is something new', async () => {
  const advance = vi.fn(async () => isEmpty);
  const lanes = open(advance);
  lanes.resume('a');
  await vi.runAllTimersAsync();

  lanes.resume('a');
  await vi.runAllTimersAsync();

  expect(advance).toHaveBeenCalledTimes(2);
});

test('a few lanes are walked at once, the others when there is room', async () => {
  const release: (() => void)[] = [];
  const advance = vi.fn(() => new Promise<Step>((resolve) => release.push(() => resolve(isEmpty))));
  const lanes = open(advance);

  for (const lane of ['a', 'b', 'c', 'd', 'e', 'f']) lanes.resume(lane);
  const atOnce = advance.mock.calls.length;
  release[0]?.();
  await vi.runAllTimersAsync();

  expect(atOnce).toBe(4);
  expect(advance).toHaveBeenCalledTimes(5);
});

test('a lane that is patient has its turn when no other one is due, and counts for nobody', async () => {
  const release: (() => void)[] = [];
  const advance = vi.fn((_: string) => new Promise<Step>((resolve) => release.push(() => resolve(isEmpty))));
  let room = 0;
  const lanes = createLanes({
    advance,
    isPatient: (lane) => lane === 'patient',
    atOnce: () => room,
    after: afterSeconds,
    random: () => 0,
    log: silentLog,
  });
  for (const lane of ['patient', 'a', 'b']) lanes.resume(lane);

  room = 1;
  lanes.startQueued();
  const busy: boolean[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    busy.push(lanes.isBusy());
    release[turn]?.();
    await vi.runAllTimersAsync();
  }

  expect(advance.mock.calls).toEqual([['a'], ['b'], ['patient']]);
  expect(busy).toEqual([true, true, false]);
});

test('a lane that cannot go on waits longer each time, and others do not wait for it', async () => {
  const times: number[] = [];
  const startedAt = Date.now();
  const advance = vi.fn(async (lane: string) => {
    if (lane === 'fine') return isEmpty;
    times.push((Date.now() - startedAt) / 1_000);
    return times.length < 4 ? tryAgain : isEmpty;
  });
  const lanes = open(advance, () => 0.5);

  lanes.resume('stuck');
  lanes.resume('fine');
  await vi.runAllTimersAsync();

  expect(times).toEqual([0, 1, 3, 7]);
  expect(advance.mock.calls.filter(([lane]) => lane === 'fine')).toHaveLength(1);
});

test('something new, or the network coming back, ends the waiting', async () => {
  const steps = [tryAgain, tryAgain, isEmpty];
  const advance = vi.fn(async () => steps.shift() ?? isEmpty);
  const lanes = open(advance, () => 0.5);
  lanes.resume('a');
  await vi.advanceTimersByTimeAsync(0);

  lanes.resume('a');
  await vi.advanceTimersByTimeAsync(0);
  const afterSomethingNew = advance.mock.calls.length;
  lanes.spread(0);
  await vi.advanceTimersByTimeAsync(0);

  expect(afterSomethingNew).toBe(2);
  expect(advance).toHaveBeenCalledTimes(3);
});

test('a wait that the API asked for is kept, whoever is impatient', async () => {
  const steps: Step[] = [{ step: 'try-again', failures: 1, retryAfterSeconds: 120 }, isEmpty];
  const advance = vi.fn(async () => steps.shift() ?? isEmpty);
  const lanes = open(advance, () => 0);
  lanes.resume('a');
  await vi.advanceTimersByTimeAsync(0);

  lanes.resume('a');
  lanes.spread(0);
  await vi.advanceTimersByTimeAsync(119_999);
  const before = advance.mock.calls.length;
  await vi.advanceTimersByTimeAsync(1);

  expect(before).toBe(1);
  expect(advance).toHaveBeenCalledTimes(2);
});

test('a bug in one lane is logged and does not stop the others', async () => {
  const error = vi.fn();
  const walked: string[] = [];
  const lanes = createLanes({
    advance: async (lane) => {
      walked.push(lane);
      if (lane === 'bad' && walked.length < 3) throw new TypeError('a secret detail');
      return isEmpty;
    },
    atOnce: () => 4,
    after: afterSeconds,
    random: () => 0.5,
    log: { ...silentLog, error },
  });

  lanes.resume('bad');
  lanes.resume('good');
  await vi.runAllTimersAsync();

  expect(walked).toEqual(['bad', 'good', 'bad']);
  expect(error.mock.calls).toEqual([['sync.delivery-threw', { name: 'TypeError' }]]);
});

test('stopping waits for the step under way and begins no other', async () => {
  const underWay = Promise.withResolvers<Step>();
  const advance = vi.fn(() => underWay.promise);
  const lanes = open(advance);
  lanes.resume('a');
  let isStopped = false;

  const stopping = lanes.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  const before = isStopped;
  underWay.resolve(wentOn);
  await stopping;
  lanes.resume('b');
  await vi.runAllTimersAsync();

  expect(before).toBe(false);
  expect(advance).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

function open(advance: (lane: string) => Promise<Step>, random: () => number = () => 0.5): Lanes {
  return createLanes({ advance, atOnce: () => 4, after: afterSeconds, random, log: silentLog });
}

function afterSeconds(seconds: number, work: () => void): () => void {
  const timer = setTimeout(work, seconds * 1_000);
  return () => clearTimeout(timer);
}
