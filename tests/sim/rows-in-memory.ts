import type { OutboxRepository, PendingOutboxRow } from '../../main/store/outbox-repository.ts';
import type { ReferenceDataRepository } from '../../main/store/reference-data-repository.ts';

/** As much of a kiosk's disk as a simulation of thousands of them has room for: what waits. */
export function createRowsInMemory(): OutboxRepository & { waiting(): number } {
  const lanes = new Map<string, PendingOutboxRow[]>();
  const laneOf = new Map<string, string>();
  const done = { ok: true, value: undefined } as const;
  const settle = (deliveryId: string) => {
    const lane = laneOf.get(deliveryId) ?? '';
    laneOf.delete(deliveryId);
    const left = (lanes.get(lane) ?? []).filter((row) => row.deliveryId !== deliveryId);
    if (left.length > 0) lanes.set(lane, left);
    else lanes.delete(lane);
    return done;
  };

  return {
    waiting: () => laneOf.size,
    addHealthReport({ needs: _needs, parts: _parts, ...row }, underWay) {
      const others = lanes.get(row.lane) ?? [];
      for (const { deliveryId } of others) if (deliveryId !== underWay) laneOf.delete(deliveryId);
      laneOf.set(row.deliveryId, row.lane);
      const spared = others.filter(({ deliveryId }) => deliveryId === underWay);
      lanes.set(row.lane, [...spared, { ...row, attempts: 0, needs: 'met' }]);
      return done;
    },
    dropHealthReport: settle,
    add({ needs: _needs, parts: _parts, ...row }) {
      laneOf.set(row.deliveryId, row.lane);
      lanes.set(row.lane, [...(lanes.get(row.lane) ?? []), { ...row, attempts: 0, needs: 'met' }]);
      return done;
    },
    stateOf: (deliveryId) => ({ ok: true, value: laneOf.has(deliveryId) ? 'pending' : null }),
    pendingLanes: () => ({ ok: true, value: { lanes: [...lanes.keys()], goOnAfter: null } }),
    nextOf: (lane) => ({ ok: true, value: (lanes.get(lane) ?? []).slice(0, 1) }),
    partOf: () => ({ ok: true, value: null }),
    countAttempt(deliveryId) {
      const row = lanes.get(laneOf.get(deliveryId) ?? '')?.[0];
      if (row) row.attempts += 1;
      return done;
    },
    markDelivered(acknowledged) {
      for (const { deliveryId } of acknowledged) settle(deliveryId);
      return done;
    },
    markRefused: settle,
    markUnreadable: settle,
    restore: () => ({ ok: true, value: null }),
    markNeedRefused: settle,
    lanesInNeedOf: () => ({ ok: true, value: [] }),
    unsettledIn: () => ({ ok: true, value: [] }),
    pendingEnds: () => ({ ok: true, value: [] }),
    markPendingUnreadable: () => ({ ok: true, value: [] }),
    unreadable: () => ({ ok: true, value: [] }),
    markReadable: () => done,
    toSignAgain: () => ({ ok: true, value: [] }),
    signAgain: () => done,
    settled: () => ({ ok: true, value: [] }),
    pruneDelivered: () => ({ ok: true, value: 0 }),
  };
}

/** Of what everybody may know, only which state of it is here. */
export function createReferenceRowsInMemory(): ReferenceDataRepository {
  return {
    read: () => ({ ok: true, value: null }),
    write: () => ({ ok: true, value: undefined }),
    confirm: () => ({ ok: true, value: undefined }),
  };
}
