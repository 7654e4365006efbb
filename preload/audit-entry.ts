/** What is kept of an assisted session: who did what for whom, when, and with which consent. Never what was typed. */
import * as z from 'zod';
import { id, instant } from './values.ts';

/** What becomes of the help itself. */
export const ASSISTANCE_ACTIONS = [
  'signedIn',
  'consentGiven',
  'consentDeclined',
  'consentWithdrawn',
  'handedOver',
  'takenBack',
  'clockPaused',
  'clockResumed',
  'limitLengthened',
  'identityChecked',
  'ended',
] as const;

/** What becomes of a guide from the desk. */
export const GUIDE_ACTIONS = [
  'guideAccepted',
  /** The person signed in meanwhile, and was asked once more. */
  'guideAcceptedSignedIn',
  'guideDeclinedSignedIn',
  'guideSuggestion',
  'guideEnded',
] as const;

/** Calls of the screen that do something for a person, by their names. Whatever only reads is none. */
export const TRACED_CALLS = [
  'statement.sendByEmail',
  'statement.print',
  'printing.confirm',
  'partner.print',
  'payment.start',
  'payment.printReceipt',
  'payment.emailReceipt',
  'paymentMethods.printForm',
  'paymentMethods.emailForm',
  'directDebit.sign',
  'directDebit.changeDay',
  'directDebit.leaveOut',
  'directDebit.end',
  'directDebit.printMandate',
  'directDebit.emailMandate',
  'document.deposit',
  'paper.print',
  'paper.sendByEmail',
  'cashSlip.make',
  'cashSlip.print',
  'information.printNumbers',
  'registration.begin',
  'registration.choose',
  'registration.sendAgain',
  'registration.printSlip',
  'passwordReset.begin',
  'passwordReset.prove',
  'passwordReset.choose',
  'insurance.send',
  'insurance.printAcknowledgement',
  'profile.request',
  'profile.withdraw',
  'request.write',
  'request.reply',
  'request.settle',
  'request.printAcknowledgement',
  'request.writeUnsigned',
  'unsignedDeposit.send',
  'appointment.book',
  'appointment.cancel',
  'appointment.print',
  'appointment.email',
  'session.signIn',
  'assist.createAccount',
  'assist.printSummary',
] as const;

export const AUDIT_ACTIONS = [...ASSISTANCE_ACTIONS, ...GUIDE_ACTIONS, ...TRACED_CALLS] as const;

/** `none`: whoever is helped has not signed in, and was asked nothing. A guide from the desk always asks. */
export const AUDITED_CONSENTS = ['none', 'asked', 'onScreen', 'orally', 'declined'] as const;

export const auditEntrySchema = z.strictObject({
  /** One for each time that a staff member helps somebody. */
  assistanceId: id,
  /** By the landlord's own number; the name stands in the landlord's system. */
  staffId: id,
  /** Null while whoever is helped has not signed in. */
  tenantNumber: z.string().max(64).nullable(),
  action: z.enum(AUDIT_ACTIONS),
  /**
   * What there is to say of it: `failed` or `refused` of a call, `alone` or `guided` of one that the person made
   * themselves, with nobody looking on or with somebody at the desk, why the help ended (`interrupted`: the kiosk went dark,
   * and said so when it was asked to help again), which kind of document, which page was suggested. Nothing that a
   * person typed. A call has an entry before it is done, and one more when nothing came of it.
   */
  subject: z.string().max(64).nullable(),
  consent: z.enum(AUDITED_CONSENTS),
  at: instant,
});

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
export type GuideAction = (typeof GUIDE_ACTIONS)[number];
export type AuditEntry = z.output<typeof auditEntrySchema>;
export type TracedCall = (typeof TRACED_CALLS)[number];
