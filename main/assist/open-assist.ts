/** What serves staff who help tenants, put together when the first of them comes. */
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { Session } from '../session/session.ts';
import type { Store } from '../store/store.ts';
import type { Outbox } from '../sync/outbox.ts';
import { type AssistanceDesk, createAssistanceDesk } from './assistance-desk.ts';
import { createAuditTrail } from './audit/audit-trail.ts';
import type { PresentedBadge } from './presented-badge.ts';
import type { StaffSignIn } from './staff-member.ts';

export interface AssistRoom {
  readonly desk: AssistanceDesk;
}

/** What of it the parts of the kiosk give. */
export interface AssistParts {
  readonly store: Pick<Store, 'auditEntries' | 'atomically'>;
  readonly sealing: Sealing;
  readonly outbox: Pick<Outbox, 'prepare'>;
}

export function openAssist(from: {
  parts: AssistParts;
  session: Session;
  badge: PresentedBadge;
  log: Log;
}): AssistRoom {
  const { parts, session, badge, log } = from;
  const { store, sealing, outbox } = parts;
  const trail = createAuditTrail({
    rows: store.auditEntries,
    atomically: store.atomically,
    sealing,
    outbox,
  });
  return { desk: createAssistanceDesk({ session, staffSignIn: nobodyYet, badge, trail, log }) };
}

/** Until the landlord's system knows staff. */
const nobodyYet: StaffSignIn = {
  signIn: async () => ({ ok: false, error: { code: 'STAFF_UNKNOWN_OFFLINE' } }),
  signOut: () => undefined,
};
