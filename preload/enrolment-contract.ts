/** How a machine becomes a kiosk at the landlord's: what the technician sees of it, and the one thing they type. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { none } from './values.ts';

/** What the landlord gives to a technician for one kiosk: figures only, for a pad of large keys. */
export const ENROLMENT_CODE = /^\d{12}$/;

const instant = z.string().max(40);

const enrolment = z.strictObject({
  /** As the configuration has it: the code is good for this kiosk and for no other. */
  kioskId: z.string(),
  /** The central API's host. */
  address: z.string(),
  /** Null while the machine is not enrolled. */
  credential: z
    .strictObject({ name: z.string(), id: z.string(), issuedAt: instant, expiresAt: instant })
    .nullable(),
  /** How far this machine's clock is ahead of the API's, null while nobody has compared them. */
  clockAheadSeconds: z.int().nullable(),
});

export const enrolmentCalls = {
  'staff.readEnrolment': { input: none, output: resultOf(enrolment) },
  /** Takes effect once the API agrees: the machine's key is in the keyring, and the API has accepted it. */
  'staff.enrol': {
    input: z.strictObject({ code: z.string().regex(ENROLMENT_CODE) }),
    output: resultOf(enrolment),
  },
} as const;

export type Enrolment = z.output<typeof enrolment>;
