/** What serves staff who help tenants, put together when the first of them comes. */

import type { KioskConfig } from '../config/config-schema.ts';
import type { Registrations } from '../joining/registrations.ts';
import type { Log } from '../log/log.ts';
import { drawAssistanceSummary } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { Session } from '../session/session.ts';
import { hashOfPin, isPin } from '../staff/pin-hash.ts';
import type { Store } from '../store/store.ts';
import { afterSeconds } from '../sync/after-seconds.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { StaffApi } from '../tenant-api/tenant-api.ts';
import { type AssistanceDesk, createAssistanceDesk } from './assistance-desk.ts';
import { createAuditTrail } from './audit/audit-trail.ts';
import type { PresentedBadge } from './presented-badge.ts';
import { createStaffSignIn } from './staff-sign-in.ts';
import { createPinThrottle } from './staff-throttle.ts';
import { createSummaries, type Summaries } from './summary.ts';
import { createWalkIns, type WalkIns } from './walk-in.ts';

export interface AssistRoom {
  readonly desk: AssistanceDesk;
  readonly summaries: Summaries;
  readonly walkIns: WalkIns;
}

/** What of it the parts of the kiosk give. */
export interface AssistParts {
  readonly store: Pick<Store, 'auditEntries' | 'atomically' | 'signInTries' | 'staffVerifiers'>;
  readonly sealing: Sealing;
  readonly outbox: Pick<Outbox, 'prepare'>;
  readonly api: StaffApi;
  readonly registrations: Registrations;
  readonly printJobs: PrintJobs;
  readonly config: KioskConfig;
}

export function openAssist(from: {
  parts: AssistParts;
  session: Session;
  badge: PresentedBadge;
  log: Log;
}): AssistRoom {
  const { parts, session, badge, log } = from;
  const { store, sealing, outbox, api } = parts;
  const trail = createAuditTrail({
    rows: store.auditEntries,
    atomically: store.atomically,
    sealing,
    outbox,
  });
  // An entry that cannot be written now is refused to whoever comes to help, too.
  trail.closeInterrupted('here');
  const staffSignIn = createStaffSignIn({
    api,
    throttle: createPinThrottle({ tries: store.signInTries, sealing, log }),
    verifiers: store.staffVerifiers,
    sealing,
    pins: { hash: hashOfPin, fits: isPin },
    log,
  });
  const desk = createAssistanceDesk({
    session,
    staffSignIn,
    badge,
    trail,
    after: afterSeconds,
    log,
  });
  return {
    desk,
    summaries: createSummaries({
      trail,
      printJobs: parts.printJobs,
      draw: (content) => drawAssistanceSummary(content, log),
      config: parts.config,
    }),
    walkIns: createWalkIns({
      desk,
      registrations: parts.registrations,
      onNotRecognised: () => session.assistance.end('notRecognised'),
    }),
  };
}
