/**
 * One guide from the desk in the trail of whoever helps tenants: that the person accepted whom, which suggestion they
 * followed, what they did meanwhile, and how it ended. The desk can do nothing at the kiosk: whatever is done while it
 * guides, the person has done alone.
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
  append(action: GuideAction | TracedCall, subject: AuditEntry['subject']): Result<void>;
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
    append(action, subject) {
      note();
      return trail.append({ assistanceId, staffId, tenantNumber, action, subject, consent: 'onScreen' });
    },
  };

  function note(): void {
    tenantNumber = from.tenantNumber() ?? tenantNumber;
  }
}

/** As where staff beside the person have handed the screen over: nothing is refused, and what is done is written down. */
export function createGuidedGate(append: GuideTrace['append']): AssistedGate {
  return {
    refusal(channel) {
      if (isTraced(channel)) append(channel, 'alone');
      return null;
    },
    answered(channel, answer) {
      if (isTraced(channel) && isFailure(answer)) append(channel, 'failed');
    },
  };
}
