import { expect, test, vi } from 'vitest';
import { type Facts, silentLog } from '../log/log.ts';
import type { HealthCounter } from '../store/health-counters-repository.ts';
import type { RefusedRowsRepository } from '../store/refused-rows-repository.ts';
import { ROWS_LOST, SALVAGES, UNSURE_SALVAGES } from '../store/salvage.ts';
import { createRefusedDeliveries } from './refused-deliveries.ts';

const NOW = Date.UTC(2026, 2, 14);
const DAY_MS = 86_400_000;

test('what staff have tried again is on its way at once, and the log says who wished it', () => {
  const { deliveries, resume, lines } = arrange();

  expect(deliveries.tryAgain('d-1', 'anne')).toEqual({ ok: true, value: undefined });
  expect(resume).toHaveBeenCalledWith('lane');
  expect(lines).toEqual(['sync.tried-again {"deliveryId":"d-1","staffId":"anne"}']);
});

test('what staff have seen to is set aside, and the log says who says so', () => {
  const { deliveries, resume, lines } = arrange();

  expect(deliveries.setAside('d-1', 'anne')).toEqual({ ok: true, value: undefined });
  expect(resume).not.toHaveBeenCalled();
  expect(lines).toEqual(['sync.set-aside {"deliveryId":"d-1","staffId":"anne"}']);
});

test.each([
  ['lately', NOW - 29 * DAY_MS, new Date(NOW - 29 * DAY_MS).toISOString()],
  ['long ago', NOW - 31 * DAY_MS, null],
])('staff hear what cannot be read, and that the database was made anew %s', (_, lastAt, salvagedAt) => {
  const { deliveries } = arrange({}, [{ name: SALVAGES, count: 1, lastAt }]);

  expect(deliveries.list()).toEqual({
    ok: true,
    value: {
      deliveries: [],
      unreadable: [{ kind: 'document', count: 2 }],
      salvagedAt,
      lostCount: 0,
      mayMissMore: false,
    },
  });
});

test('staff hear how much is lost, and that it may be more', () => {
  const lastAt = NOW - DAY_MS;
  const { deliveries } = arrange({}, [
    { name: SALVAGES, count: 1, lastAt },
    { name: ROWS_LOST, count: 3, lastAt },
    { name: UNSURE_SALVAGES, count: 1, lastAt },
  ]);

  expect(deliveries.list()).toMatchObject({ value: { lostCount: 3, mayMissMore: true } });
});

test('what is not there any more is said to be gone, and nobody has done it', () => {
  const { deliveries, resume, lines } = arrange({
    tryAgain: () => ({ ok: true, value: null }),
    setAside: () => ({ ok: true, value: false }),
  });
  const gone = { ok: false, error: { code: 'INPUT_INVALID' } };

  expect([deliveries.tryAgain('d-1', 'anne'), deliveries.setAside('d-1', 'anne')]).toEqual([gone, gone]);
  expect(resume).not.toHaveBeenCalled();
  expect(lines).toEqual([]);
});

function arrange(changed: Partial<RefusedRowsRepository> = {}, counters: HealthCounter[] = []) {
  const lines: string[] = [];
  const resume = vi.fn();
  const deliveries = createRefusedDeliveries({
    rows: {
      list: () => ({ ok: true, value: [] }),
      unreadable: () => ({ ok: true, value: [{ kind: 'document', count: 2 }] }),
      tryAgain: () => ({ ok: true, value: 'lane' }),
      setAside: () => ({ ok: true, value: true }),
      ...changed,
    },
    counters: { all: () => ({ ok: true, value: counters }) },
    resume,
    log: {
      ...silentLog,
      warn: (event: string, facts?: Facts) => void lines.push(`${event} ${JSON.stringify(facts)}`),
    },
    now: () => NOW,
  });
  return { deliveries, resume, lines };
}
