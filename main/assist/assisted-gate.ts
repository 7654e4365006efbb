/** What a call of the screen passes while a staff member helps: their rights, then the trail of what they do. */
import type { AuditEntry } from '../../preload/audit-entry.ts';
import type { Channel, ErrorCode, Result } from '../../preload/contract.ts';
import type { Assisting } from '../session/assistance.ts';
import { assistedRights } from './rights.ts';
import { isFailure, isTraced } from './traced.ts';

export interface AssistedGate {
  /** Null when the call may be made. Whatever is traced is on disk by then. */
  refusal(channel: Channel): ErrorCode | null;
  /** The call has been answered. */
  answered(channel: Channel, answer: unknown): void;
}

/** One for each call: whoever is gone when it is answered was there when it was made. */
export function createAssistedGate(from: {
  assisting: Assisting;
  /** Whether there is somebody to agree. */
  hasTenant: boolean;
  append: (told: Pick<AuditEntry, 'action' | 'subject'>) => Result<void>;
}): AssistedGate {
  const { assisting, hasTenant, append } = from;

  return {
    refusal(channel) {
      if (assisting.isHandedOver) {
        // The tenant's own doing waits for nobody's trail.
        if (isTraced(channel)) append({ action: channel, subject: 'alone' });
        return null;
      }
      const right = refusedByRight(channel);
      if (!isTraced(channel)) return right;
      const traced = append({ action: channel, subject: right === null ? null : 'refused' });
      return right ?? (traced.ok ? null : traced.error.code);
    },
    answered(channel, answer) {
      if (isTraced(channel) && isFailure(answer)) append({ action: channel, subject: 'failed' });
    },
  };

  function refusedByRight(channel: Channel): ErrorCode | null {
    switch (assistedRights[channel]) {
      case 'open':
        return null;
      case 'withConsent':
        return hasConsent() ? null : 'CONSENT_NEEDED';
      case 'personAlone':
        return 'HANDOVER_NEEDED';
    }
  }

  function hasConsent(): boolean {
    return !hasTenant || assisting.consent === 'onScreen' || assisting.consent === 'orally';
  }
}
