/** What staff did for tenants, as each kiosk handed it in. */
import { createHash } from 'node:crypto';

/** As the contract has it. */
export interface ReceivedAuditEntry {
  readonly chainId: string;
  readonly sequence: number;
  readonly previousHash: string;
  readonly salt: string;
  readonly hash: string;
  readonly entry: {
    readonly assistanceId: string;
    readonly staffId: string;
    readonly tenantNumber: string | null;
    readonly action: string;
    readonly subject: string | null;
    readonly consent: string;
    readonly at: string;
  };
}

export interface AuditTrail {
  /** In the order in which they came. */
  readonly entries: readonly (ReceivedAuditEntry & { kioskId: string })[];
  /** False when the hash is not that of the entry. */
  receive(kioskId: string, entry: ReceivedAuditEntry): boolean;
}

export function createAuditTrail(): AuditTrail {
  const entries: (ReceivedAuditEntry & { kioskId: string })[] = [];
  return {
    entries,
    receive(kioskId, received) {
      if (hashOf(received) !== received.hash) return false;
      entries.push({ kioskId, ...received });
      return true;
    },
  };
}

/** By the words of the contract, not by the kiosk's own code: that one is to be found out when it is wrong. */
function hashOf({ chainId, sequence, previousHash, salt, entry }: ReceivedAuditEntry): string {
  const { assistanceId, staffId, tenantNumber, action, subject, consent, at } = entry;
  const text = JSON.stringify([
    chainId,
    sequence,
    previousHash,
    salt,
    assistanceId,
    staffId,
    tenantNumber,
    action,
    subject,
    consent,
    at,
  ]);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
