/** What staff do about what the API refused: have it tried again, or say that it is seen to. */
import type { Result } from '../../preload/contract.ts';
import type { RefusedDelivery } from '../../preload/refused-deliveries-contract.ts';
import type { Log } from '../log/log.ts';
import type { RefusedRowsRepository } from '../store/refused-rows-repository.ts';

export interface RefusedDeliveries {
  list(): Result<RefusedDelivery[]>;
  /** INPUT_INVALID when it is not refused, or not any more. */
  tryAgain(deliveryId: string, staffId: string): Result<void>;
  /** For good; what it holds stays on the disk, sealed. INPUT_INVALID likewise. */
  setAside(deliveryId: string, staffId: string): Result<void>;
}

export function createRefusedDeliveries(parts: {
  rows: RefusedRowsRepository;
  /** There is something to deliver in this lane. */
  resume: (lane: string) => void;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): RefusedDeliveries {
  const { rows, resume, log, now = Date.now } = parts;

  return {
    list() {
      const refused = rows.list();
      if (!refused.ok) return refused;
      return {
        ok: true,
        value: refused.value.map(({ deliveryId, kind, refusalCode, enqueuedAt, settledAt }) => ({
          deliveryId,
          kind,
          refusalCode,
          savedAt: new Date(enqueuedAt).toISOString(),
          refusedAt: new Date(settledAt).toISOString(),
        })),
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
}

const DONE = { ok: true, value: undefined } as const;
const GONE = { ok: false, error: { code: 'INPUT_INVALID' } } as const;
