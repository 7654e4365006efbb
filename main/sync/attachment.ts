/** What goes with a wish and is too large to be in memory whole: it lies on the disk in sealed parts. */
import type { Sealing } from '../secrets/sealing.ts';
import type { OutboxRepository, PendingOutboxRow } from '../store/outbox-repository.ts';
import type { ReadAttachment } from '../tenant-api/tenant-api.ts';

type RowIdentity = Pick<PendingOutboxRow, 'deliveryId' | 'kind' | 'lane'>;

/** As much as is in memory at once, and as much as a broken connection costs at most. */
export const PART_BYTES = 256 * 1_024;

export function sealParts(sealing: Sealing, row: RowIdentity, content: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < content.byteLength; at += PART_BYTES) {
    parts.push(sealing.seal(content.subarray(at, at + PART_BYTES), contextOf(row, parts.length)));
  }
  return parts;
}

export function readerOfParts(
  sealing: Sealing,
  rows: Pick<OutboxRepository, 'partOf'>,
  row: RowIdentity,
): ReadAttachment {
  return (offsetBytes) => {
    const number = Math.floor(offsetBytes / PART_BYTES);
    const sealed = rows.partOf(row.deliveryId, number);
    if (!sealed.ok || sealed.value === null) return sealed;
    const part = sealing.unsealBytes(sealed.value, contextOf(row, number));
    return { ok: true, value: part?.subarray(offsetBytes - number * PART_BYTES) ?? null };
  };
}

/** For what an earlier version kept in the row itself. */
export function readerOfContent(content: Uint8Array): ReadAttachment {
  return (offsetBytes) => ({ ok: true, value: content.subarray(offsetBytes, offsetBytes + PART_BYTES) });
}

/** No part can be put in the place of another. */
function contextOf(row: RowIdentity, number: number): string {
  return `outbox ${row.deliveryId} ${row.kind} ${row.lane} part ${number}`;
}
