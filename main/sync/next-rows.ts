import type { Result } from '../../preload/contract.ts';
import type { OutboxRepository, PendingOutboxRow } from '../store/outbox-repository.ts';

/** What is to be delivered next, lane by lane: read from the disk some rows at a time. */
export interface NextRows {
  /** What was read before; null when that is used up, or may not be true any more. */
  take(lane: string): { ok: true; value: PendingOutboxRow } | null;
  /** Null when nothing is left in the lane. Nothing in it may have been acknowledged that the disk does not say. */
  read(lane: string): Result<PendingOutboxRow | null>;
  /** Something in the lane has changed. */
  forget(lane: string): void;
}

export function createNextRows(rows: Pick<OutboxRepository, 'nextOf'>): NextRows {
  const known = new Map<string, PendingOutboxRow[]>();
  return {
    take(lane) {
      const row = known.get(lane)?.shift();
      // What it waits for may have been settled meanwhile.
      if (row?.needs === 'met') return { ok: true, value: row };
      known.delete(lane);
      return null;
    },
    read(lane) {
      const next = rows.nextOf(lane);
      if (!next.ok) return next;
      const [first, ...others] = next.value;
      if (others.length > 0) known.set(lane, others);
      return { ok: true, value: first ?? null };
    },
    forget: (lane) => void known.delete(lane),
  };
}
