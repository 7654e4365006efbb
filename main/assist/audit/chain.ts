/**
 * The chain that makes a trail provable: each entry's hash covers its content, its place and the hash before it, so
 * that nothing can be changed, taken out or put in without every later hash being wrong.
 *
 * Each entry is salted: from a hash alone nobody can guess what the entry says. The head, sealed and kept apart,
 * says where the chain ends: entries cut off at its end are missed, too.
 */
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../preload/audit-entry.ts';

export interface Link {
  /** One for each trail: a machine that lost its disk begins another. */
  readonly chainId: string;
  /** Counts up from 1. */
  readonly sequence: number;
  /** Of the entry before, `CHAIN_BEGINNING` for the first. Hexadecimal SHA-256. */
  readonly previousHash: string;
  /** 16 random bytes in hexadecimal. */
  readonly salt: string;
  readonly entry: AuditEntry;
}

/** As much of it as is hashed: an action may be one of a later version. */
type HashedLink = Omit<Link, 'entry'> & { readonly entry: Omit<AuditEntry, 'action'> & { action: string } };

/** Where a chain ends. */
export interface ChainHead {
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}

export type ChainVerdict =
  | { whole: true; entryCount: number }
  /** `sequence`: the first place where the chain does not hold. */
  | { whole: false; sequence: number; why: ChainFault };

export type ChainFault =
  /** The entry, or the head, cannot be opened with this kiosk's key. */
  | 'unreadable'
  /** What it says is not what was hashed. */
  | 'changed'
  /** The one before it is not there, or not the one that was there. */
  | 'missing'
  /** Entries stand behind the last one that was written down. */
  | 'added';

/** An entry as it was found; its link is null when that could not be opened. */
export interface FoundLink {
  readonly sequence: number;
  readonly hash: string;
  readonly link: Link | null;
}

export const CHAIN_BEGINNING = '0'.repeat(64);

/** Hexadecimal SHA-256. The order of the fields is part of the format: it never changes. */
export function hashOf({ chainId, sequence, previousHash, salt, entry }: HashedLink): string {
  const { assistanceId, staffId, tenantNumber, action, subject, consent, at } = entry;
  const fields = [assistanceId, staffId, tenantNumber, action, subject, consent, at];
  return createHash('sha256')
    .update(JSON.stringify([chainId, sequence, previousHash, salt, ...fields]))
    .digest('hex');
}

/**
 * @param found by sequence
 * @param head null when none was ever written; `'unreadable'` when it cannot be opened
 */
export function verifyChain(found: Iterable<FoundLink>, head: ChainHead | null | 'unreadable'): ChainVerdict {
  let last = null as ChainHead | null;
  for (const { sequence, hash, link } of found) {
    const expected = last === null ? 1 : last.sequence + 1;
    if (sequence !== expected) return { whole: false, sequence: expected, why: 'missing' };
    if (link === null) return { whole: false, sequence, why: 'unreadable' };
    if (link.sequence !== sequence || hashOf(link) !== hash) {
      return { whole: false, sequence, why: 'changed' };
    }
    if (!follows(link, last)) return { whole: false, sequence, why: 'missing' };
    last = { chainId: link.chainId, sequence, hash };
  }
  return verifyEnd(last, head);
}

function follows({ chainId, previousHash }: Link, last: ChainHead | null): boolean {
  if (last === null) return previousHash === CHAIN_BEGINNING;
  return previousHash === last.hash && chainId === last.chainId;
}

function verifyEnd(last: ChainHead | null, head: ChainHead | null | 'unreadable'): ChainVerdict {
  const entryCount = last?.sequence ?? 0;
  if (head === 'unreadable') return { whole: false, sequence: entryCount, why: 'unreadable' };
  const headAt = head?.sequence ?? 0;
  if (headAt > entryCount) return { whole: false, sequence: entryCount + 1, why: 'missing' };
  if (headAt < entryCount) return { whole: false, sequence: headAt + 1, why: 'added' };
  const isSame = head?.hash === last?.hash && head?.chainId === last?.chainId;
  return isSame ? { whole: true, entryCount } : { whole: false, sequence: entryCount, why: 'changed' };
}
