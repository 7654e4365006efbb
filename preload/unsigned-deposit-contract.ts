/** What the screen and the machine say to each other about papers of somebody who has not signed in. */
import * as z from 'zod';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import { resultOf } from './failures.ts';
import { day, delivery } from './values.ts';

/** Who somebody says they are, under which number the landlord knows them, and at least one way to reach them. */
export const depositorSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    tenantNumber: z.string().trim().min(1).max(32),
    phone: z.string().max(32).nullable(),
    email: z.string().max(254).nullable(),
  })
  .refine(({ phone, email }) => phone !== null || email !== null);

/** An insurance certificate says for which days, and nothing else does. */
const subject = {
  kind: z.enum(DOCUMENT_KINDS),
  insured: z.strictObject({ from: day, to: day }).nullable(),
};

export const unsignedDepositCalls = {
  /**
   * With the document that is in hand, by whoever is there. Answers once it is on disk; `delivery.changed` tells the
   * rest. DOCUMENT_NONE without a document, INPUT_INVALID for dates that cannot be, NOT_ALLOWED_NOW for more than a few.
   */
  'unsignedDeposit.send': {
    input: z
      .strictObject({ from: depositorSchema, ...subject })
      .refine(({ kind, insured }) => (kind === 'insuranceCertificate') === (insured !== null)),
    /** `reference`: a number of the kiosk's own, short enough to be said aloud. */
    output: resultOf(delivery.extend({ reference: z.string() })),
  },
} as const;

export type Depositor = z.output<typeof depositorSchema>;
export type UnsignedDeposit = z.output<(typeof unsignedDepositCalls)['unsignedDeposit.send']['input']>;
