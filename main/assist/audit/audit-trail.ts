/**
 * The trail of assisted sessions: appended to a chain that can be proven whole, and handed to the central API in the
 * same breath. An entry is on disk, synced, before what it tells of is done.
 */
import { randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { AuditEntry } from '../../../preload/audit-entry.ts';
import type { Result } from '../../../preload/contract.ts';
import type { Sealing } from '../../secrets/sealing.ts';
import type { Atomically } from '../../store/atomically.ts';
import type { AuditEntriesRepository } from '../../store/audit-entries-repository.ts';
import type { Outbox } from '../../sync/outbox.ts';
import { CHAIN_BEGINNING, type ChainHead, type ChainVerdict, hashOf, type Link } from './chain.ts';
import { HEAD_CONTEXT, linkContext, openChain } from './open-chain.ts';

export interface AuditTrail {
  /** STORE_UNAVAILABLE, or AUDIT_BROKEN when the chain's end cannot be read: then nothing may be done. */
  append(entry: Omit<AuditEntry, 'at'>): Result<void>;
  /** The entries of one assistance, the oldest first. */
  entriesOf(assistanceId: string): Result<AuditEntry[]>;
  /** All of them, the oldest first. */
  entries(): Result<AuditEntry[]>;
  verify(): Result<ChainVerdict>;
}

const SALT_BYTES = 16;

export function createAuditTrail(parts: {
  rows: AuditEntriesRepository;
  atomically: Atomically;
  sealing: Sealing;
  outbox: Pick<Outbox, 'prepare'>;
  /** Milliseconds since 1970. */
  now?: () => number;
}): AuditTrail {
  const { rows, atomically, sealing, outbox, now = Date.now } = parts;
  const chain = openChain(rows, sealing);

  return {
    append(told) {
      let begin = () => {};
      const written = atomically<void>(() => {
        const head = chain.head();
        if (!head.ok) return head;
        if (head.value === 'unreadable') return { ok: false, error: { code: 'AUDIT_BROKEN' } };
        const link = following(head.value, { ...told, at: new Date(now()).toISOString() });
        const next: ChainHead = { chainId: link.chainId, sequence: link.sequence, hash: hashOf(link) };
        const added = rows.add(
          {
            sequence: next.sequence,
            hash: next.hash,
            sealed: sealing.seal(JSON.stringify(link), linkContext(next.sequence)),
          },
          sealing.seal(JSON.stringify(next), HEAD_CONTEXT),
        );
        if (!added.ok) return added;
        const wish = outbox.prepare({
          kind: 'audit-entry',
          deliveryId: uuidV7(),
          machine: 'audit',
          payload: { ...link, hash: next.hash },
        });
        if (!wish.ok) return wish;
        begin = wish.value.begin;
        return wish.value.add();
      });
      if (written.ok) begin();
      return written;
    },

    entriesOf(assistanceId) {
      const found = entries();
      if (!found.ok) return found;
      return { ok: true, value: found.value.filter((entry) => entry.assistanceId === assistanceId) };
    },

    entries,

    verify: chain.verify,
  };

  function entries(): Result<AuditEntry[]> {
    const found = chain.links();
    if (!found.ok) return found;
    return { ok: true, value: found.value.flatMap(({ link }) => (link ? [link.entry] : [])) };
  }
}

function following(head: ChainHead | null, entry: AuditEntry): Link {
  return {
    chainId: head?.chainId ?? uuidV7(),
    sequence: (head?.sequence ?? 0) + 1,
    previousHash: head?.hash ?? CHAIN_BEGINNING,
    salt: randomBytes(SALT_BYTES).toString('hex'),
    entry,
  };
}
