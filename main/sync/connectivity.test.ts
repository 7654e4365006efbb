import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connectivity } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import type { RequestOutcome } from '../tenant-api/tenant-api.ts';
import { type ConnectivityWatch, createConnectivityWatch } from './connectivity.ts';

const WELL: RequestOutcome = { answeredBy: 'api', durationMs: 80 };
const SLOWLY: RequestOutcome = { answeredBy: 'api', durationMs: 6_000 };
const ILL: RequestOutcome = { answeredBy: 'somethingElse', durationMs: 80 };
const NOTHING: RequestOutcome = { answeredBy: 'nobody', durationMs: 5_000 };

let told: Connectivity[];
let isAttended: boolean;
/** What the API has to say to each knock; nobody answers when there is no more. */
let answers: RequestOutcome[];
let knocks: number;
let watch: ConnectivityWatch;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  isAttended = true;
  answers = [];
  knocks = 0;
  watch = createConnectivityWatch({
    async knock() {
      knocks += 1;
      watch.heard(answers.shift() ?? NOTHING);
    },
    isAttended: () => isAttended,
    onChange: (connectivity) => told.push(connectivity),
    log: silentLog,
    random: () => 0.999,
    monotonicSeconds: () => Date.now() / 1_000,
  });
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test('one request that fails worries nobody, and is held against another at once', async () => {
  answers = [WELL];

  watch.heard(NOTHING);
  await vi.advanceTimersByTimeAsync(1_000);

  expect(knocks).toBe(1);
  expect(told).toEqual([]);
  expect(watch.read()).toBe('online');
});

test.each([
  ['nobody answers', NOTHING, 'offline'],
  ['something answers that is not the API', ILL, 'degraded'],
  ['the API answers late', SLOWLY, 'degraded'],
] as const)('when %s twice, people are told', async (_what, outcome, expected) => {
  watch.heard(outcome);
  watch.heard(outcome);

  expect(told).toEqual([expected]);
  expect(watch.read()).toBe(expected);
});

test('it is asked again by itself until it answers, and then no more', async () => {
  watch.heard(NOTHING);
  watch.heard(NOTHING);
  answers = [NOTHING, ILL, ILL, WELL];

  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(told).toEqual(['offline', 'degraded', 'online']);
  expect(knocks).toBe(4);
});

test('somebody who waits is told within 15 s that it is back; without anybody it is asked ever more seldom', async () => {
  watch.heard(NOTHING);
  await vi.advanceTimersByTimeAsync(600_000);
  const knocksAttended = knocks;
  isAttended = false;
  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(knocksAttended).toBeGreaterThan(600 / 15 - 5);
  expect(knocks - knocksAttended).toBeLessThan(3_600 / 250);
});

test('whoever comes is told how it is now, and not how it was an hour ago', async () => {
  answers = [NOTHING, NOTHING];
  watch.heard(WELL);
  await vi.advanceTimersByTimeAsync(3_600_000);

  watch.attend();
  await vi.advanceTimersByTimeAsync(1_000);

  expect(told).toEqual(['offline']);
});

test('whoever comes just after somebody else asks nothing anew', async () => {
  watch.heard(WELL);
  await vi.advanceTimersByTimeAsync(10_000);

  watch.attend();

  expect(knocks).toBe(0);
});

test('once stopped, nothing is asked any more', async () => {
  watch.heard(NOTHING);
  watch.stop();
  watch.heard(NOTHING);

  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(knocks).toBe(0);
});
