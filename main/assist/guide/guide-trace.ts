/**
 * One guide from the desk in the trail of whoever helps tenants: that the person accepted whom, which suggestion they
 * followed, what they did meanwhile, and how it ended. The desk can do nothing at the kiosk: whatever is done while it
 * guides, the person has done themselves, with somebody looking on or alone.
 */
import type { AuditEntry, GuideAction, TracedCall } from '../../../preload/audit-entry.ts';
import type { Result } from '../../../preload/contract.ts';
import type { AssistedGate } from '../assisted-gate.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { isFailure, isTraced } from '../traced.ts';

export interface GuideTrace {
  /** Who is signed in by now: still known when they have left. */
  note(): void;
  /** STORE_UNAVAILABLE or AUDIT_BROKEN. */
  append(told: Pick<AuditEntry, 'subject' | 'consent'> & { action: GuideAction | TracedCall }): Result<void>;
}

export function createGuideTrace(from: {
  trail: Pick<AuditTrail, 'append'>;
  assistanceId: string;
  staffId: string;
  tenantNumber: () => string | null;
}): GuideTrace {
  const { trail, assistanceId, staffId } = from;
  let tenantNumber: string | null = null;
  return {
    note,
    append(told) {
      note();
      return trail.append({ assistanceId, staffId, tenantNumber, ...told });
    },
  };

  function note(): void {
    tenantNumber = from.tenantNumber() ?? tenantNumber;
  }
}

/** As where staff beside the person have handed the screen over: nothing is refused, and what is done is written down. */
export function createGuidedGate(from: {
  append: (action: TracedCall, subject: AuditEntry['subject']) => void;
  /** Whether nobody sees what is done now. */
  isDark: () => boolean;
}): AssistedGate {
  const { append, isDark } = from;
  return {
    refusal(channel) {
      if (isTraced(channel)) append(channel, isDark() ? 'alone' : 'guided');
      return null;
    },
    answered(channel, answer) {
      if (isTraced(channel) && isFailure(answer)) append(channel, 'failed');
    },
  };
}
