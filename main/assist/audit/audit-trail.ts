/**
 * The trail of assisted sessions: appended to a chain that can be proven whole, and handed to the central API in the
 * same breath. An entry is on disk, synced, before what it tells of is done.
 */
import { randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { AuditAction, AuditEntry } from '../../../preload/audit-entry.ts';
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
  /** Of that instant and later, the oldest first. */
  entriesSince(instant: string): Result<AuditEntry[]>;
  /**
   * Writes the end of help that has none: the kiosk went dark in the middle of it. Before anybody helps in that way:
   * at the kiosk, or from the desk.
   */
  closeInterrupted(way: 'here' | 'guide'): Result<void>;
  verify(): Result<ChainVerdict>;
}

const SALT_BYTES = 16;

/** Of help at the kiosk, and of a guide from the desk. */
const WAYS = {
  here: { beginning: 'signedIn', end: 'ended' },
  guide: { beginning: 'guideAccepted', end: 'guideEnded' },
} as const;
const BEGINNINGS: readonly AuditAction[] = Object.values(WAYS).map(({ beginning }) => beginning);

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
    append,

    entriesOf(assistanceId) {
      const isOne = (entry: AuditEntry) => entry.assistanceId === assistanceId;
      const found = latest((entry) => isOne(entry) && BEGINNINGS.includes(entry.action));
      return found.ok ? { ok: true, value: found.value.filter(isOne) } : found;
    },

    entriesSince(instant) {
      const found = latest(({ at }) => at < instant);
      return found.ok ? { ok: true, value: found.value.filter(({ at }) => at >= instant) } : found;
    },

    closeInterrupted,

    verify: chain.verify,
  };

  function append(told: Omit<AuditEntry, 'at'>): Result<void> {
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
  }

  function closeInterrupted(way: keyof typeof WAYS): Result<void> {
    const { beginning, end } = WAYS[way];
    // Nobody helped before the last one was over: what is open, if anything, is at the very end.
    const found = latest(() => true);
    if (!found.ok) return found;
    const open = new Map<string, AuditEntry>();
    for (const entry of found.value) {
      const { assistanceId, action } = entry;
      if (action === end) open.delete(assistanceId);
      else if (action === beginning || open.has(assistanceId)) open.set(assistanceId, entry);
    }
    for (const { assistanceId, staffId, tenantNumber, consent } of open.values()) {
      const told = { assistanceId, staffId, tenantNumber, subject: 'interrupted', consent };
      const written = append({ ...told, action: end });
      if (!written.ok) return written;
    }
    return { ok: true, value: undefined };
  }

  /** The oldest first, batch by batch from the end until one of them is enough: a trail grows for years. */
  function latest(isEnough: (entry: AuditEntry) => boolean): Result<AuditEntry[]> {
    const latest: AuditEntry[][] = [];
    for (const batch of chain.backwards()) {
      if (!batch.ok) return batch;
      const entries = batch.value.flatMap(({ link }) => (link ? [link.entry] : []));
      latest.unshift(entries);
      if (entries.some(isEnough)) break;
    }
    return { ok: true, value: latest.flat() };
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
