/** What the screen and the machine say to each other about who a tenant is, and what has changed. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { FAMILY_STATUSES, WORK_STATUSES } from './profile-choices.ts';
import { day, delivery, id, instant, none } from './values.ts';

/** What can be wrong in a field. Each has a sentence in the message catalogues, under `situation.faults.<name>`. */
export const PROFILE_FAULTS = [
  'missing',
  /** It is in force already. */
  'same',
  'email',
  'phoneTooShort',
  'phoneTooLong',
  'phone',
  /** A number of a fixed line where one is wanted that takes text messages. */
  'notMobile',
  'postcode',
  'characters',
  'bornInFuture',
  'bornTooLongAgo',
] as const;

const familyStatus = z.enum(FAMILY_STATUSES);
const workStatus = z.enum(WORK_STATUSES);

/** As it was typed: judged in main, said beside its field. */
const typed = z.string().max(300);

const postalAddress = z.strictObject({
  /** One, or two where there is more to say. */
  lines: z.array(typed).min(1).max(2),
  postcode: typed,
  city: typed,
  /** As it is written on an envelope. */
  country: typed,
});

/** What a person asks for: as typed on its way in, in order on its way out. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), email: typed }),
  /** `phone`: null to have it taken off. */
  z.strictObject({ kind: z.literal('mobilePhone'), phone: typed.nullable() }),
  z.strictObject({ kind: z.literal('landlinePhone'), phone: typed.nullable() }),
  z.strictObject({ kind: z.literal('postalAddress'), address: postalAddress }),
  z.strictObject({ kind: z.literal('familyStatus'), status: familyStatus }),
  z.strictObject({ kind: z.literal('occupantAdded'), givenName: typed, familyName: typed, bornOn: day }),
  z.strictObject({ kind: z.literal('occupantRemoved'), occupantId: id }),
  /** `employer`: null where there is none. */
  z.strictObject({ kind: z.literal('work'), status: workStatus, employer: typed.nullable() }),
]);

const occupant = z.strictObject({
  id,
  givenName: z.string(),
  familyName: z.string(),
  bornOn: day,
  isTenant: z.boolean(),
});

const profile = z.strictObject({
  contact: z.strictObject({
    email: z.string().nullable(),
    /** As they are read aloud: `06 12 34 56 78`, `+44 20 7946 0958`. */
    mobilePhone: z.string().nullable(),
    landlinePhone: z.string().nullable(),
    /** Null when letters go to the dwelling. */
    postalAddress: postalAddress.nullable(),
  }),
  family: z.strictObject({ status: familyStatus, occupants: z.array(occupant).max(30) }),
  work: z.strictObject({ status: workStatus, employer: z.string().nullable() }),
});

const requestedChange = z.strictObject({
  id,
  requestedAt: instant,
  /** `beingSent`: asked for here, and not yet with the landlord. */
  state: z.enum(['beingSent', 'pending', 'refused']),
  change,
});

const verdict = z.discriminatedUnion('verdict', [
  /** In order: what would be asked for. */
  z.strictObject({ verdict: z.literal('right'), change }),
  z.strictObject({
    verdict: z.literal('wrong'),
    faults: z.array(z.strictObject({ field: z.string(), fault: z.enum(PROFILE_FAULTS) })).min(1),
  }),
]);

export const profileCalls = {
  'profile.read': {
    input: none,
    /** `changes`: those that wait, and those refused of late, the newest first. */
    output: resultOf(z.strictObject({ profile, changes: z.array(requestedChange).max(1_000) })),
  },
  'profile.check': { input: z.strictObject({ change }), output: resultOf(verdict) },
  /**
   * With the document that is in hand, if there is one; `accountId` says where it is filed, and is null for somebody
   * without a lease, who has none. Answers once it is on disk; `delivery.changed` tells the rest. INPUT_INVALID for
   * what `profile.check` finds wrong.
   */
  'profile.request': {
    input: z.strictObject({ accountId: id.nullable(), change }),
    output: resultOf(delivery),
  },
  /** INPUT_INVALID for a change that does not wait. */
  'profile.withdraw': { input: z.strictObject({ changeId: id }), output: resultOf(delivery) },
} as const;

export type FamilyStatus = (typeof FAMILY_STATUSES)[number];
export type Occupant = z.output<typeof occupant>;
export type PostalAddress = z.output<typeof postalAddress>;
export type ProfileChange = z.output<typeof change>;
export type ProfileChangeVerdict = z.output<typeof verdict>;
export type ProfileFault = (typeof PROFILE_FAULTS)[number];
export type RequestedChange = z.output<typeof requestedChange>;
export type TenantProfile = z.output<typeof profile>;
export type WorkStatus = (typeof WORK_STATUSES)[number];
