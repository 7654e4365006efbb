import { COUNTERS, type CounterName } from '../../../preload/health-contract.ts';
import type { CounterReading } from '../counters.ts';
import type { PartCheck } from '../part-check.ts';

const MS_IN_A_DAY = 86_400_000;

/** A start is counted, too, but is no trouble. */
const TROUBLES: readonly CounterName[] = ['escapeAttempts', 'rendererCrashes', 'gpuCrashes', 'hangs'];

/** What happened over the kiosk's life, and whether any of it was trouble of the last 24 hours. */
export function checkCounters(
  read: () => Promise<CounterReading> | CounterReading,
  now: () => number,
): PartCheck {
  return {
    part: 'counters',
    async check() {
      const reading = await read();
      const counts = Object.fromEntries(COUNTERS.map((name) => [name, reading[name].count]));
      const lastTroubleAt = Math.max(0, ...TROUBLES.map((name) => reading[name].lastAt ?? 0));
      const facts = {
        ...counts,
        ...(lastTroubleAt > 0 && { lastTroubleAt: new Date(lastTroubleAt).toISOString() }),
      };
      return now() - lastTroubleAt < MS_IN_A_DAY
        ? { state: 'degraded', code: 'TROUBLE_TODAY', facts }
        : { state: 'fit', code: 'OK', facts };
    },
  };
}
