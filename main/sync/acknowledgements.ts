/**
 * What the API has acknowledged and the disk does not say yet. Written a little later and many together, because to
 * write is most of what a delivery costs here. Whatever happens in between, the same key is sent again, and the API
 * answers the same: the row has taken effect once.
 */
import type { Result } from '../../preload/contract.ts';
import type { Acknowledged, OutboxRepository, PendingOutboxRow } from '../store/outbox-repository.ts';
import type { After } from './lanes.ts';

export type AcknowledgedRow = Acknowledged & Pick<PendingOutboxRow, 'kind' | 'attempts' | 'enqueuedAt'>;

export interface Acknowledgements {
  add(row: AcknowledgedRow): void;
  /** All of them, now. STORE_UNAVAILABLE when the disk takes none: they are kept for the next time. */
  write(): Result<void>;
  stop(): void;
}

/** Nobody notices; and after a crash, no more than these are sent again. */
const MOST_ACKNOWLEDGED = 64;
const LATEST_SECONDS = 0.05;

export function createAcknowledgements(parts: {
  rows: Pick<OutboxRepository, 'markDelivered'>;
  after: After;
  /** It is on the disk. */
  onWritten: (row: AcknowledgedRow) => void;
}): Acknowledgements {
  const { rows, after, onWritten } = parts;
  const waiting = new Map<string, AcknowledgedRow>();
  let callOff: (() => void) | null = null;

  return {
    add({ deliveryId, kind, attempts, enqueuedAt, at }) {
      waiting.set(deliveryId, { deliveryId, kind, attempts, enqueuedAt, at });
      if (waiting.size >= MOST_ACKNOWLEDGED) write();
      else callOff ??= after(LATEST_SECONDS, write);
    },
    write,
    stop,
  };

  function write(): Result<void> {
    stop();
    if (waiting.size === 0) return { ok: true, value: undefined };
    const acknowledged = [...waiting.values()];
    const written = rows.markDelivered(acknowledged);
    if (!written.ok) return written;
    for (const { deliveryId } of acknowledged) waiting.delete(deliveryId);
    for (const row of acknowledged) onWritten(row);
    return written;
  }

  function stop(): void {
    callOff?.();
    callOff = null;
  }
}
