/** How a deposit lies on the disk: sealed for its own row, so that no row's content can be put in another's place. */
import * as z from 'zod';
import type { Sealing } from '../secrets/sealing.ts';
import type { PendingOutboxRow } from '../store/outbox-repository.ts';
import type { DepositApi, DepositOutcome } from '../tenant-api/tenant-api.ts';
import { type Deposit, isOutboxKind, kinds } from './kinds.ts';

type RowIdentity = Pick<PendingOutboxRow, 'deliveryId' | 'kind' | 'lane'>;

const envelopeSchema = z.strictObject({ depositToken: z.string(), payload: z.unknown() });

export function sealDeposit(
  sealing: Sealing,
  row: RowIdentity,
  deposit: { depositToken: string; payload: unknown },
): Uint8Array {
  return sealing.seal(JSON.stringify(deposit), contextOf(row));
}

/** The way to deliver a row, or null when it cannot be read: another key, another version, damage. */
export function openDeposit(
  sealing: Sealing,
  row: PendingOutboxRow,
): ((api: DepositApi) => Promise<DepositOutcome>) | null {
  const unsealed = sealing.unseal(row.sealed, contextOf(row));
  if (unsealed === null || !isOutboxKind(row.kind)) return null;

  const envelope = envelopeSchema.safeParse(JSON.parse(unsealed));
  if (!envelope.success) return null;
  const { payload: payloadSchema, deliver } = kinds[row.kind];
  const payload = payloadSchema.safeParse(envelope.data.payload);
  if (!payload.success) return null;

  const deposit: Deposit<typeof payload.data> = {
    payload: payload.data,
    depositToken: envelope.data.depositToken,
    idempotencyKey: row.deliveryId,
  };
  return (api) => deliver(api, deposit);
}

function contextOf(row: RowIdentity): string {
  return `outbox ${row.deliveryId} ${row.kind} ${row.lane}`;
}
