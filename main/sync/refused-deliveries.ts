/** What staff do about what the API refused: have it tried again, or say that it is seen to. */
import type { Result } from '../../preload/contract.ts';
import type { RefusedDeliveryList } from '../../preload/refused-deliveries-contract.ts';
import type { Log } from '../log/log.ts';
import type { HealthCountersRepository } from '../store/health-counters-repository.ts';
import type { RefusedRowsRepository } from '../store/refused-rows-repository.ts';
import { ROWS_LOST, SALVAGES, UNSURE_SALVAGES } from '../store/salvage.ts';

export interface RefusedDeliveries {
  list(): Result<RefusedDeliveryList>;
  /** INPUT_INVALID when it is not refused, or not any more. */
  tryAgain(deliveryId: string, staffId: string): Result<void>;
  /** For good; what it holds stays on the disk, sealed. INPUT_INVALID likewise. */
  setAside(deliveryId: string, staffId: string): Result<void>;
}

export function createRefusedDeliveries(parts: {
  rows: RefusedRowsRepository;
  counters: Pick<HealthCountersRepository, 'all'>;
  /** There is something to deliver in this lane. */
  resume: (lane: string) => void;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): RefusedDeliveries {
  const { rows, counters, resume, log, now = Date.now } = parts;

  return {
    list() {
      const refused = rows.list();
      if (!refused.ok) return refused;
      const unreadable = rows.unreadable();
      if (!unreadable.ok) return unreadable;
      return {
        ok: true,
        value: {
          deliveries: refused.value.map(({ deliveryId, kind, refusalCode, enqueuedAt, settledAt }) => ({
            deliveryId,
            kind,
            refusalCode,
            savedAt: new Date(enqueuedAt).toISOString(),
            refusedAt: new Date(settledAt).toISOString(),
          })),
          unreadable: unreadable.value,
          ...lossesLately(),
        },
      };
    },
    tryAgain(deliveryId, staffId) {
      const lane = rows.tryAgain({ deliveryId, staffId, at: now() });
      if (!lane.ok) return lane;
      if (lane.value === null) return GONE;
      log.warn('sync.tried-again', { deliveryId, staffId });
      resume(lane.value);
      return DONE;
    },
    setAside(deliveryId, staffId) {
      const isSetAside = rows.setAside({ deliveryId, staffId, at: now() });
      if (!isSetAside.ok) return isSetAside;
      if (!isSetAside.value) return GONE;
      log.warn('sync.set-aside', { deliveryId, staffId });
      return DONE;
    },
  };

  /** None as well when it cannot be read: what was refused is more than nothing. */
  function lossesLately(): Pick<RefusedDeliveryList, 'salvagedAt' | 'lostCount' | 'mayMissMore'> {
    const counted = counters.all();
    const lately = (counted.ok ? counted.value : []).filter(
      ({ lastAt }) => now() - lastAt <= SALVAGE_TOLD_FOR_DAYS * MS_A_DAY,
    );
    const found = (counter: string) => lately.find(({ name }) => name === counter);
    const salvage = found(SALVAGES);
    return {
      salvagedAt: salvage ? new Date(salvage.lastAt).toISOString() : null,
      lostCount: found(ROWS_LOST)?.count ?? 0,
      mayMissMore: found(UNSURE_SALVAGES) !== undefined,
    };
  }
}

/** Whoever may miss something has noticed, or been asked, by then. */
export const SALVAGE_TOLD_FOR_DAYS = 30;
const MS_A_DAY = 86_400_000;

const DONE = { ok: true, value: undefined } as const;
const GONE = { ok: false, error: { code: 'INPUT_INVALID' } } as const;
