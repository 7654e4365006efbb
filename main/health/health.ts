/** How the kiosk is: its parts, each asked at the same time and none waited for longer than it may take. */
import type { CounterName, Part, PartHealth } from '../../preload/health-contract.ts';
import type { Log } from '../log/log.ts';
import type { HealthCountersRepository } from '../store/health-counters-repository.ts';
import { type CounterReading, createCounters } from './counters.ts';
import type { Finding, PartCheck } from './part-check.ts';

export interface Health {
  /** Something happened that a technician should know of. Never fails. */
  count(name: CounterName): void;
  counters(): CounterReading;
  /** From now on what is counted stands on disk, together with what was counted before. */
  keepIn(repository: HealthCountersRepository): void;
  /** In the order of the checks. Resolves within the deadline. */
  read(): Promise<PartHealth[]>;
}

/** Each check bounds itself more tightly; this is for what hangs all the same. */
const DEADLINE_SECONDS = 10;

export function createHealth(parts: {
  /** Asked for only when somebody wants to know: the start does not wait for what checking needs. */
  openChecks: (counters: () => CounterReading) => Promise<readonly PartCheck[]>;
  log: Log;
  deadlineSeconds?: number;
  now?: () => number;
}): Health {
  const { openChecks, log, deadlineSeconds = DEADLINE_SECONDS, now = Date.now } = parts;
  const counters = createCounters(now);

  return {
    count: counters.count,
    counters: counters.read,
    keepIn: counters.keepIn,
    read: async () => readParts(await openChecks(counters.read), { log, deadlineSeconds }),
  };
}

export function readParts(
  checks: readonly PartCheck[],
  options: { log: Log; deadlineSeconds?: number },
): Promise<PartHealth[]> {
  const { log, deadlineSeconds = DEADLINE_SECONDS } = options;
  return Promise.all(checks.map(async (each) => ({ part: each.part, ...(await bounded(each)) })));

  async function bounded({ part, check }: PartCheck): Promise<Finding> {
    const deadline = Promise.withResolvers<Finding>();
    const timer = setTimeout(() => {
      log.warn('health.not-in-time', { part });
      deadline.resolve({ state: 'unfit', code: 'NOT_IN_TIME', facts: {} });
    }, deadlineSeconds * 1_000);
    try {
      return await Promise.race([attempt(part, check), deadline.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A check that breaks says so about itself, and keeps the others from nobody. */
  async function attempt(part: Part, check: PartCheck['check']): Promise<Finding> {
    try {
      return await check();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.error('health.check-failed', { part, name });
      return { state: 'unfit', code: 'CHECK_FAILED', facts: { cause: name } };
    }
  }
}
