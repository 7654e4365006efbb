import { noContent, problem } from '../answer.ts';
import type { ReceivedAuditEntry } from '../audit-trail.ts';
import type { PerformOperation } from './operation.ts';

export const createAuditEntry: PerformOperation = (request, { kioskId }, system) =>
  system.auditTrail.receive(kioskId, request.body as ReceivedAuditEntry)
    ? noContent()
    : problem('audit_entry.wrong_hash');
