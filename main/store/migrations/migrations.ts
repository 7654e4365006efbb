import { outbox } from './0001-outbox.ts';
import { signInTries } from './0002-sign-in-tries.ts';
import { healthCounters } from './0003-health-counters.ts';
import { paymentAttempts } from './0004-payment-attempts.ts';
import { outboxNeeds } from './0005-outbox-needs.ts';
import { referenceData } from './0006-reference-data.ts';
import { outboxParts } from './0007-outbox-parts.ts';
import { outboxAudit } from './0008-outbox-audit.ts';
import { auditTrail } from './0009-audit-trail.ts';
import { staffVerifiers } from './0010-staff-verifiers.ts';
import { outboxHealthReports } from './0011-outbox-health-reports.ts';
import type { Migration } from './migration.ts';

/** The whole history of the schema, the oldest first. */
export const migrations: readonly Migration[] = [
  outbox,
  signInTries,
  healthCounters,
  paymentAttempts,
  outboxNeeds,
  referenceData,
  outboxParts,
  outboxAudit,
  auditTrail,
  staffVerifiers,
  outboxHealthReports,
];
