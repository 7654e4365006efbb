/** How a deposit lies on the disk: sealed for its own row, so that no row's content can be put in another's place. */
import * as z from 'zod';
import type { Sealing } from '../secrets/sealing.ts';
import type { OutboxRepository, PendingOutboxRow } from '../store/outbox-repository.ts';
import { readerOfParts } from './attachment.ts';
import { type Delivering, isOutboxKind, kinds, type SealedDeposit } from './kinds.ts';

type RowIdentity = Pick<PendingOutboxRow, 'deliveryId' | 'kind' | 'lane'>;

const envelopeSchema = z.strictObject({ depositToken: z.string().nullable(), payload: z.unknown() });

export function sealDeposit(sealing: Sealing, row: RowIdentity, deposit: SealedDeposit): Uint8Array {
  return sealing.seal(JSON.stringify(deposit), contextOf(row));
}

/** The way to deliver a row, or null when it cannot be read: another key, another version, damage. */
export function openDeposit(
  sealing: Sealing,
  row: RowIdentity & Pick<PendingOutboxRow, 'sealed'>,
  rows: Pick<OutboxRepository, 'partOf'>,
): Delivering | null {
  const unsealed = sealing.unseal(row.sealed, contextOf(row));
  if (unsealed === null || !isOutboxKind(row.kind)) return null;

  const envelope = envelopeSchema.safeParse(JSON.parse(unsealed));
  return envelope.success
    ? kinds[row.kind].opened(envelope.data, {
        idempotencyKey: row.deliveryId,
        readAttachment: readerOfParts(sealing, rows, row),
      })
    : null;
}

/** The same deposit with another token; null when it cannot be read, or nobody signed it. */
export function signAgain(
  sealing: Sealing,
  row: RowIdentity & Pick<PendingOutboxRow, 'sealed'>,
  depositToken: string,
): Uint8Array | null {
  const unsealed = sealing.unseal(row.sealed, contextOf(row));
  const envelope = unsealed === null ? null : envelopeSchema.safeParse(JSON.parse(unsealed));
  if (!envelope?.success || envelope.data.depositToken === null) return null;
  return sealDeposit(sealing, row, { ...envelope.data, depositToken, payload: envelope.data.payload });
}

/** Whether the key that there is now has sealed it. */
export function isSealedHere(sealing: Sealing, row: RowIdentity & Pick<PendingOutboxRow, 'sealed'>): boolean {
  return sealing.unsealBytes(row.sealed, contextOf(row)) !== null;
}

function contextOf(row: RowIdentity): string {
  return `outbox ${row.deliveryId} ${row.kind} ${row.lane}`;
}
