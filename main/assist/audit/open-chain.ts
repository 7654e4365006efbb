/** The chain as it lies on a kiosk's disk, under seal. */
import * as z from 'zod';
import { auditEntrySchema } from '../../../preload/audit-entry.ts';
import type { Result } from '../../../preload/contract.ts';
import { id } from '../../../preload/values.ts';
import type { Sealing } from '../../secrets/sealing.ts';
import type { AuditEntriesRepository, AuditEntryRow } from '../../store/audit-entries-repository.ts';
import { type ChainHead, type ChainVerdict, type FoundLink, verifyChain } from './chain.ts';

export interface Chain {
  /** Null before the first entry; `'unreadable'` when it cannot be opened. */
  head(): Result<ChainHead | null | 'unreadable'>;
  /** Batch by batch from the end; by sequence within each. */
  backwards(): Iterable<Result<FoundLink[]>>;
  verify(): Result<ChainVerdict>;
}

/** Entries read at a time. */
const BATCH = 500;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const headSchema = z.strictObject({ chainId: id, sequence: z.int().min(1), hash });

const linkSchema = z.strictObject({
  chainId: id,
  sequence: z.int().min(1),
  previousHash: hash,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  entry: auditEntrySchema,
});

/** What the head is sealed for. */
export const HEAD_CONTEXT = 'audit head';

export function linkContext(sequence: number): string {
  return `audit entry ${sequence}`;
}

export function openChain(rows: AuditEntriesRepository, sealing: Sealing): Chain {
  return { head, backwards, verify };

  function head(): Result<ChainHead | null | 'unreadable'> {
    const sealed = rows.readHead();
    if (!sealed.ok) return sealed;
    if (sealed.value === null) return { ok: true, value: null };
    return { ok: true, value: opened(headSchema, sealed.value, HEAD_CONTEXT) ?? 'unreadable' };
  }

  function links(): Result<FoundLink[]> {
    const found: FoundLink[] = [];
    for (;;) {
      const batch = rows.list(found.at(-1)?.sequence ?? 0, BATCH);
      if (!batch.ok) return batch;
      found.push(...batch.value.map(linkOf));
      if (batch.value.length < BATCH) return { ok: true, value: found };
    }
  }

  function* backwards(): Generator<Result<FoundLink[]>> {
    const last = rows.lastSequence();
    if (!last.ok) return yield last;
    for (let end = last.value; end > 0; end -= BATCH) {
      const beyond = Math.max(0, end - BATCH);
      const batch = rows.list(beyond, end - beyond);
      yield batch.ok ? { ok: true, value: batch.value.map(linkOf) } : batch;
    }
  }

  function linkOf({ sequence, hash, sealed }: AuditEntryRow): FoundLink {
    return { sequence, hash, link: opened(linkSchema, sealed, linkContext(sequence)) };
  }

  function verify(): Result<ChainVerdict> {
    const end = head();
    if (!end.ok) return end;
    const found = links();
    return found.ok ? { ok: true, value: verifyChain(found.value, end.value) } : found;
  }

  function opened<Value>(schema: z.ZodType<Value>, sealed: Uint8Array, context: string): Value | null {
    const text = sealing.unseal(sealed, context);
    const checked = text === null ? null : schema.safeParse(JSON.parse(text));
    return checked?.success ? checked.data : null;
  }
}
