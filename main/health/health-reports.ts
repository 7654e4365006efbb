/**
 * Tells the landlord every few minutes how the machine is, while nobody is in front of it.
 *
 * By way of the outbox, so that a report of before the line was cut is not lost: the last one of them is delivered,
 * behind what people handed in.
 */
import type { Result } from '../../preload/contract.ts';
import type { HealthFact, Part, PartHealth } from '../../preload/health-contract.ts';
import type { Log } from '../log/log.ts';
import type { After } from '../sync/lanes.ts';
import type { KioskHealthReport } from '../tenant-api/tenant-api.ts';

const EVERY_SECONDS = 300;
/** A third earlier or later: kiosks that were switched on together do not report together for long. */
const JITTER = 1 / 3;

export interface HealthReports {
  start(): void;
  stop(): void;
}

export function createHealthReports(from: {
  read: () => Promise<PartHealth[]>;
  readTemperature: () => Promise<number | null>;
  /** On disk when it answers ok; then it is delivered. */
  keep: (report: KioskHealthReport) => Result<unknown>;
  /** Nobody is there, and nothing of anybody is under way. */
  isQuiet: () => boolean;
  after: After;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  uptimeSeconds?: () => number;
  /** At least 0 and less than 1. */
  random?: () => number;
}): HealthReports {
  const { read, readTemperature, keep, isQuiet, after, log } = from;
  const { now = Date.now, uptimeSeconds = process.uptime, random = Math.random } = from;
  let callOff = () => {};
  let isStopped = false;

  return {
    start: wait,
    stop() {
      isStopped = true;
      callOff();
    },
  };

  function wait(): void {
    if (isStopped) return;
    callOff = after(EVERY_SECONDS * (1 + JITTER * (2 * random() - 1)), () => {
      void (isQuiet() ? report() : Promise.resolve()).finally(wait);
    });
  }

  async function report(): Promise<void> {
    const [parts, temperatureCelsius] = await Promise.all([read(), readTemperature()]);
    // Somebody has come meanwhile: their requests are not to wait for this one.
    if (isStopped || !isQuiet()) return;
    const kept = keep({
      at: new Date(now()).toISOString(),
      uptimeSeconds: Math.floor(uptimeSeconds()),
      ...reportOf(parts),
      temperatureCelsius,
    });
    if (!kept.ok) log.info('health.not-reported', { code: kept.error.code });
  }
}

/** Names, states, codes and counts. What the configuration says of addresses and files stays here. */
export function reportOf(
  parts: readonly PartHealth[],
): Pick<KioskHealthReport, 'versions' | 'parts' | 'outbox' | 'freeDiskMegabytes'> {
  const fact = (part: Part, name: HealthFact) => parts.find((each) => each.part === part)?.facts[name];
  const text = (name: HealthFact) => String(fact('version', name) ?? '');
  const count = (part: Part, name: HealthFact) => {
    const value = fact(part, name);
    return typeof value === 'number' ? value : null;
  };
  const waiting = count('outbox', 'waiting');
  return {
    versions: { kiosk: text('app'), electron: text('electron'), chromium: text('chromium') },
    parts: parts.map(({ part, state, code, facts: { printerId } }) => ({
      part,
      id: typeof printerId === 'string' ? printerId : null,
      state,
      code,
    })),
    outbox:
      waiting === null
        ? null
        : {
            waiting,
            oldestMinutes: count('outbox', 'oldestMinutes') ?? 0,
            refused: count('outbox', 'refused') ?? 0,
          },
    freeDiskMegabytes: count('disk', 'freeMegabytes'),
  };
}
