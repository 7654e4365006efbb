import { expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import type { HealthCounter, HealthCountersRepository } from '../store/health-counters-repository.ts';
import { createHealth, readParts } from './health.ts';
import { type PartCheck, together } from './part-check.ts';

const fit: PartCheck = { part: 'clock', check: () => ({ state: 'fit', code: 'OK', facts: {} }) };

test('a check that never ends is told as such, and the others are not kept waiting for longer', async () => {
  const hanging: PartCheck = { part: 'printer', check: () => new Promise(() => {}) };

  const parts = await readParts([hanging, fit], { log: silentLog, deadlineSeconds: 0.05 });

  expect(parts).toEqual([
    { part: 'printer', state: 'unfit', code: 'NOT_IN_TIME', facts: {} },
    { part: 'clock', state: 'fit', code: 'OK', facts: {} },
  ]);
});

test('checks run at the same time', async () => {
  const bothThere = Promise.withResolvers<void>();
  let arrived = 0;
  const waiting: PartCheck = {
    part: 'disk',
    async check() {
      arrived += 1;
      if (arrived === 2) bothThere.resolve();
      await bothThere.promise;
      return { state: 'fit', code: 'OK', facts: {} };
    },
  };

  const parts = await readParts([waiting, waiting], { log: silentLog, deadlineSeconds: 5 });

  expect(parts.map(({ code }) => code)).toEqual(['OK', 'OK']);
});

test('a check that breaks is told by the kind of its error, without the error’s words', async () => {
  const error = vi.fn();
  const broken: PartCheck = {
    part: 'readers',
    check() {
      throw new TypeError('for jeanne@exemple.fr');
    },
  };

  const parts = await readParts([broken], { log: { ...silentLog, error } });

  expect(parts).toEqual([
    { part: 'readers', state: 'unfit', code: 'CHECK_FAILED', facts: { cause: 'TypeError' } },
  ]);
  expect(error.mock.calls).toEqual([['health.check-failed', { part: 'readers', name: 'TypeError' }]]);
});

test('one look serves all who ask meanwhile, and the next asks anew', async () => {
  const look = vi.fn(async () => 1);
  const lookTogether = together(look);

  await Promise.all([lookTogether(), lookTogether()]);
  await lookTogether();

  expect(look).toHaveBeenCalledTimes(2);
});

test('what is counted before there is a database is kept in it once it is open', () => {
  let now = 1_000;
  const health = createHealth({ openChecks: async () => [], log: silentLog, now: () => now });
  const repository = memoryRepository([{ name: 'hangs', count: 5, lastAt: 10 }]);

  health.count('hangs');
  now = 2_000;
  health.count('hangs');
  health.keepIn(repository);
  now = 3_000;
  health.count('gpuCrashes');

  expect(health.counters()).toMatchObject({
    hangs: { count: 7, lastAt: 2_000 },
    gpuCrashes: { count: 1, lastAt: 3_000 },
    escapeAttempts: { count: 0, lastAt: null },
  });
  expect(repository.kept).toHaveLength(3);
});

test('what the disk does not take is counted all the same', () => {
  const health = createHealth({ openChecks: async () => [], log: silentLog, now: () => 1_000 });
  const failing = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;

  health.keepIn({ add: () => failing, all: () => failing });
  health.count('escapeAttempts');
  health.count('escapeAttempts');

  expect(health.counters().escapeAttempts).toEqual({ count: 2, lastAt: 1_000 });
});

function memoryRepository(kept: HealthCounter[]): HealthCountersRepository & { kept: HealthCounter[] } {
  return {
    kept,
    add(counted) {
      kept.push(counted);
      return { ok: true, value: undefined };
    },
    all: () => ({ ok: true, value: kept }),
  };
}
