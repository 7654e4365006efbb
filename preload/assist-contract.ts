/**
 * A staff member helps whoever is at the kiosk: on top of whatever is on the screen, and without ending it.
 * What they may do meanwhile stands in main/assist/rights.ts.
 */
import * as z from 'zod';
import { AUDIT_ACTIONS } from './audit-entry.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './credential-lengths.ts';
import { resultOf } from './failures.ts';
import { day, instant, none, nothing, startedPrint } from './values.ts';

/** What the person has answered to being helped with their own information. */
export const CONSENTS = ['asked', 'onScreen', 'orally', 'declined'] as const;
/** Figures only, for the pad. */
export const STAFF_PIN = /^\d{4,8}$/;
/** The user name of a staff member. */
export const STAFF_NAME = /^[a-z][a-z0-9.-]{1,39}$/;
export const STAFF_ROLES = ['adviser', 'supervisor'] as const;
/** By what staff may know somebody who has no account. No copy is kept. */
export const IDENTITY_DOCUMENTS = [
  'identityCard',
  'passport',
  'residencePermit',
  'drivingLicence',
  'other',
] as const;
/** Why the help has ended, while somebody is still there to be told. */
export const ASSISTANCE_ENDS = [
  'person',
  'staff',
  'badgeRemoved',
  'idle',
  /** The person who signed in is the staff member. */
  'ownAccount',
  /** The landlord's system does not know the staff member any more. */
  'notRecognised',
] as const;
/** How what was done came about: by a staff member beside the person, or by the person themselves. */
export const WAYS_OF_DOING = [
  'withStaff',
  /** Somebody at the desk saw the screen, and could touch nothing. */
  'guided',
  /** Nobody saw the screen, by all that is known here. */
  'alone',
] as const;
/** How often the absolute limit of one session may be put off. */
export const LONGER_LIMITS = 3;

export const assistanceSchema = z.strictObject({
  /** As the person is told it: "Claire D." */
  staffName: z.string(),
  /** A supervisor may read how often what was done here. */
  role: z.enum(STAFF_ROLES),
  /** By this machine's clock, in milliseconds since 1970. */
  sinceMs: z.int(),
  consent: z.enum(CONSENTS),
  /** The person alone is at the screen. */
  isHandedOver: z.boolean(),
  isClockPaused: z.boolean(),
  /** How often the limit can still be put off. */
  longerLimitsLeft: z.int().min(0).max(LONGER_LIMITS),
});

/** `refused`: a second badge was shown while one lay there already. The first one stays. */
const badge = z.strictObject({ name: z.enum(['none', 'presented', 'refused']) });

const done = resultOf(z.strictObject({}));

export const assistCalls = {
  /** Whether a badge lies there, or was shown less than a minute ago. `assist.badge` tells what changes. */
  'assist.readBadge': { input: none, output: badge.extend({ name: z.enum(['none', 'presented']) }) },
  /**
   * With the badge that was shown (`name: null`), or a user name. Where somebody assists already, and the screen was
   * handed over, the same staff member comes back with it; another one takes the first one's place.
   * STAFF_PIN_REFUSED alike for an unknown badge, name or PIN; STAFF_PIN_DELAYED with `retryAfterSeconds` while one
   * has to wait; BADGE_NEEDED; STAFF_UNKNOWN_OFFLINE; STAFF_OWN_ACCOUNT; AUDIT_BROKEN.
   */
  'assist.signIn': {
    input: z.strictObject({
      name: z.string().regex(STAFF_NAME).nullable(),
      pin: z.string().regex(STAFF_PIN),
    }),
    output: done,
  },
  /** ASSISTANCE_OVER when nobody assists. Of a tenant who has not signed in, none is asked. */
  'assist.consent': {
    input: z.strictObject({ how: z.enum(['onScreen', 'orally', 'declined']) }),
    output: done,
  },
  /** The help is over, the session goes on. Also withdraws the consent. */
  'assist.stop': { input: z.strictObject({ by: z.enum(['person', 'staff']) }), output: nothing },
  /** The person is alone at the screen: as if nobody helped. ASSISTANCE_OVER. */
  'assist.handOver': { input: none, output: done },
  /** The person lets the staff member back. ASSISTANCE_OVER. */
  'assist.takeBack': { input: none, output: done },
  /** The idle clock stands still, for as long as the help lasts. ASSISTANCE_OVER. */
  'assist.pauseClock': { input: z.strictObject({ isPaused: z.boolean() }), output: done },
  /** Puts off the absolute limit. ASSISTANCE_OVER, LIMIT_REACHED after the third time. */
  'assist.lengthenLimit': { input: none, output: resultOf(z.strictObject({ minutes: z.int().min(1) })) },
  /** By what the staff member knows who the person is, before `assist.createAccount`. ASSISTANCE_OVER. */
  'assist.noteIdentity': {
    input: z.strictObject({ documentType: z.enum(IDENTITY_DOCUMENTS) }),
    output: done,
  },
  /**
   * An account without an e-mail address. Before it: `registration.begin` and `assist.noteIdentity`, which the staff
   * member may do, then `assist.handOver`: the person alone chooses the password. They are signed in by it, and sign
   * in with their tenant number from then on.
   * HANDOVER_NEEDED, IDENTITY_NEEDED, STAFF_OWN_ACCOUNT, ASSISTANCE_OVER; PASSWORD_REFUSED and others as `registration.choose` has them.
   */
  'assist.createAccount': {
    input: z.strictObject({
      password: z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
      consent: z.literal(true),
    }),
    output: done,
  },
  /**
   * What was done in the person's name in this session, the oldest first. Each act has words: `assistance.acts`.
   * `staffName` is null for what the person did alone: whoever touched the screen then.
   */
  'assist.summary': {
    input: none,
    output: resultOf(
      z.strictObject({
        entries: z.array(
          z.strictObject({
            act: z.enum(AUDIT_ACTIONS),
            at: instant,
            how: z.enum(WAYS_OF_DOING),
            staffName: z.string().nullable(),
          }),
        ),
      }),
    ),
  },
  /** Answers once the job is known; `printing.changed` tells the rest. */
  'assist.printSummary': { input: none, output: resultOf(startedPrint) },
  /**
   * How often what was done for tenants here, for a technician or a supervisor who assists. Never for whom.
   * NOT_ALLOWED_NOW for an adviser.
   */
  'staff.readAssistance': {
    input: none,
    output: resultOf(
      z.strictObject({
        /** The newest day first. */
        days: z.array(
          z.strictObject({
            day,
            acts: z.array(z.strictObject({ act: z.enum(AUDIT_ACTIONS), count: z.int().min(1) })),
          }),
        ),
      }),
    ),
  },
} as const;

export const assistEvents = { 'assist.badge': badge } as const;

export type Assistance = z.output<typeof assistanceSchema>;
export type WayOfDoing = (typeof WAYS_OF_DOING)[number];
export type AssistanceEnd = (typeof ASSISTANCE_ENDS)[number];
export type BadgeState = z.output<typeof badge>;
export type Consent = (typeof CONSENTS)[number];
export type IdentityDocument = (typeof IDENTITY_DOCUMENTS)[number];
