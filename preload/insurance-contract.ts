/** What the screen and the machine say to each other about the insurance of a dwelling. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { day, delivery, id, instant, startedPrint } from './values.ts';

/** Each has a sentence in the message catalogues, under `insurance.refusals.<name>`. */
export const CERTIFICATE_REFUSALS = [
  'unreadable',
  'otherPerson',
  'otherAddress',
  'otherDates',
  'notACertificate',
  'other',
] as const;

const certificate = z.strictObject({
  id,
  insuredFrom: day,
  insuredTo: day,
  sentAt: instant,
  /** `beingSent`: handed in here, and not yet with the landlord. */
  state: z.enum(['beingSent', 'received', 'accepted', 'refused']),
  /** Null when it was not refused. */
  refusal: z.enum(CERTIFICATE_REFUSALS).nullable(),
});

const insurance = z.strictObject({
  /** Whether the lease asks for one. */
  isRequired: z.boolean(),
  /** The last insured day; null when there never was one. What is being sent counts. */
  coveredUntil: day.nullable(),
  /** The landlord's day. */
  asOf: day,
  /** The newest first. */
  certificates: z.array(certificate).max(1_000),
});

const account = { accountId: id };

export const insuranceCalls = {
  'insurance.read': { input: z.strictObject(account), output: resultOf(insurance) },
  /**
   * With the document that is in hand. Answers once both are on disk; `delivery.changed` tells the rest of the
   * certificate. DOCUMENT_NONE without a document, INPUT_INVALID for dates that cannot be.
   */
  'insurance.send': {
    input: z.strictObject({ ...account, insuredFrom: day, insuredTo: day }),
    output: resultOf(delivery),
  },
  /** Of the certificate that was sent last in this session. */
  'insurance.printAcknowledgement': { input: z.strictObject(account), output: resultOf(startedPrint) },
} as const;

export type CertificateRefusal = (typeof CERTIFICATE_REFUSALS)[number];
export type Insurance = z.output<typeof insurance>;
export type InsuranceCertificate = z.output<typeof certificate>;
