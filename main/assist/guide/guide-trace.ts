/**
 * One guide from the desk in the trail of whoever helps tenants: that the person accepted whom, which suggestion they
 * followed, and how it ended. The desk can do nothing at the kiosk, so that there is nothing else to tell.
 */
import type { AuditEntry, GuideAction } from '../../../preload/audit-entry.ts';
import type { Result } from '../../../preload/contract.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';

export interface GuideTrace {
  /** Who is signed in by now: still known when they have left. */
  note(): void;
  /** STORE_UNAVAILABLE or AUDIT_BROKEN. */
  append(action: GuideAction, subject: AuditEntry['subject']): Result<void>;
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
