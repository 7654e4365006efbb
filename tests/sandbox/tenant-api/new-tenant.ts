import { z } from 'zod';
import { CreateProfileChangeBody } from '../../../main/tenant-api/generated/answers.ts';
import { FAMILY_STATUSES, WORK_STATUSES } from '../../../preload/profile-choices.ts';
import { CERTIFICATE_REFUSALS } from './insurance.ts';
import type { KnownProfile } from './profiles.ts';

const day = z.iso.date();
const line = z.string().min(1).max(120);
const reference = z.string().regex(/^[A-Za-z0-9-]{1,32}$/);

const booking = z.strictObject({
  postedOn: day,
  label: z.string().min(1).max(200),
  direction: z.enum(['debit', 'credit']),
  amountCents: z.int().min(0).max(100_000_000_000),
});

/** A mandate that was signed on paper, long ago. */
const directDebit = z.strictObject({
  holder: z.string().min(1).max(140),
  iban: z.string().regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/),
  bankName: z.string().min(1).max(140),
  day: z.int().min(1).max(28),
});

/** What the landlord knows of a dwelling's insurance. Insured for months to come unless something is said. */
const insurance = z.strictObject({
  isRequired: z.boolean(),
  /** The newest first. */
  certificates: z
    .array(z.strictObject({ from: day, to: day, refusal: z.enum(CERTIFICATE_REFUSALS).optional() }))
    .max(1_000)
    .readonly(),
});

const back = z.int().min(1).max(120);

/** A meter of the dwelling's own. Months are counted back from last month, which is 1. */
const meter = z.strictObject({
  energy: z.enum(['coldWater', 'hotWater', 'heating', 'electricity']),
  months: back,
  notRead: z.array(back).readonly().optional(),
  replaced: back.optional(),
});

const lease = z.strictObject({
  number: reference,
  addressLines: z.array(line).min(1).max(6).readonly(),
  startsOn: day,
  endsOn: day.nullable(),
  /** As the residence alerts name it; none unless given. */
  residenceId: reference.nullable().default(null),
  bookings: z.array(booking).max(1_000_000).readonly(),
  directDebit: directDebit.optional(),
  insurance: insurance.optional(),
  meters: z.array(meter).max(4).readonly().optional(),
});

/** What is known of them; the sandbox makes up what is not said. */
const profile: z.ZodType<KnownProfile> = z.strictObject({
  mobilePhone: z.string().nullable().optional(),
  landlinePhone: z.string().nullable().optional(),
  postalAddress: z
    .strictObject({
      lines: z.array(line).min(1).max(2),
      postcode: z.string(),
      city: z.string(),
      country: z.string(),
    })
    .nullable()
    .optional(),
  familyStatus: z.enum(FAMILY_STATUSES).optional(),
  household: z
    .array(z.strictObject({ givenName: line, familyName: line, bornOn: day }))
    .readonly()
    .optional(),
  work: z.strictObject({ status: z.enum(WORK_STATUSES), employer: line.nullable() }).optional(),
  changes: z
    .array(
      z.strictObject({
        daysAgo: z.int().min(0),
        state: z.enum(['pending', 'refused']),
        change: CreateProfileChangeBody.shape.change,
      }),
    )
    .readonly()
    .optional(),
});

/** A tenant as the sandbox is given one, in its own files or while it runs. */
export const newTenantSchema = z.strictObject({
  number: reference,
  /** As the person is addressed on paper, title and family name included. */
  displayName: z.string().min(1).max(200),
  familyName: z.string().min(1).max(120).optional(),
  birthDate: day.optional(),
  /** What they sign in with, or will. */
  email: z.email(),
  /** Whether they can sign in: unless said otherwise, they can. */
  access: z.enum(['open', 'notValidated', 'none']).default('open'),
  /** Where statements go: the same address unless said otherwise, null for none. */
  emailOnFile: z.email().nullable().optional(),
  /** What is particular about them. */
  story: z.string().max(200),
  profile: profile.optional(),
  leases: z.array(lease).max(200).readonly(),
  /** Numbers of leases that somebody has signed already, and they, too. */
  jointLeases: z.array(reference).max(20).readonly().default([]),
});

export type NewTenant = z.input<typeof newTenantSchema>;
export type NewLease = z.output<typeof lease>;
