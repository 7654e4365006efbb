/** What is kept of an assisted session: who did what for whom, when, and with which consent. Never what was typed. */
import * as z from 'zod';
import { id, instant } from './values.ts';

export const AUDIT_ACTIONS = [
  'assistanceBegun',
  'assistanceEnded',
  'consentAsked',
  'consentGiven',
  'consentRefused',
  'consentWithdrawn',
  'screenOpened',
  'formFilled',
  'accountStarted',
  'identityChecked',
  'requestRegistered',
  'documentAttached',
  'certificateSent',
  'profileChangeProposed',
  'timeLengthened',
  'idlePaused',
  'idleResumed',
  'printRestarted',
  'screenHandedOver',
  'tenantConfirmed',
  'tenantDeclined',
  'refusedByRights',
] as const;

/** How the tenant agreed: not at all, by a touch of their own, or aloud to the staff member. */
export const CONSENTS = ['none', 'onScreen', 'oral'] as const;

export const auditEntrySchema = z.strictObject({
  /** One for each time that a staff member helps somebody. */
  assistanceId: id,
  /** By the landlord's own number; the name stands in the landlord's system. */
  staffId: id,
  /** Null while whoever is helped has not signed in. */
  tenantNumber: z.string().max(64).nullable(),
  action: z.enum(AUDIT_ACTIONS),
  /** What it was done to: the name of a screen, the id of a request. Nothing that a person typed. */
  subject: z.string().max(64).nullable(),
  consent: z.enum(CONSENTS),
  at: instant,
});

export type AuditEntry = z.output<typeof auditEntrySchema>;
