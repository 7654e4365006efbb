/**
 * What the screen and the machine say to each other about requests and complaints, and about what a person did lately.
 *
 * A text goes both ways as it was written, byte for byte. What of it can be shown is the screen's business.
 */
import * as z from 'zod';
import { failureSchema, resultOf } from './failures.ts';
import {
  charactersIn,
  isPossible,
  REQUEST_ATTACHMENTS_MAX,
  REQUEST_NATURES,
  REQUEST_PLACES,
  REQUEST_TEXT_MAX,
  REQUEST_TOPICS,
} from './request-subjects.ts';
import { amountCents, delivery, id, instant, startedPrint } from './values.ts';

/** A code point is two code units at the most. */
const MOST_CODE_UNITS = 2 * REQUEST_TEXT_MAX;

const nature = z.enum(REQUEST_NATURES);
const topic = z.enum([
  ...REQUEST_TOPICS.dwelling,
  ...REQUEST_TOPICS.commonAreas,
  ...REQUEST_TOPICS.incivility,
  ...REQUEST_TOPICS.administrative,
]);
const place = z.enum([...REQUEST_PLACES.dwelling, ...REQUEST_PLACES.commonAreas]);

/** Bounded before it is counted: a text of gigabytes is not walked through. */
export const requestTextSchema = z
  .string()
  .min(1)
  .max(MOST_CODE_UNITS)
  .refine((text) => charactersIn(text) <= REQUEST_TEXT_MAX);

/** What is written in words and pictures, whoever writes it. */
export const requestSubjectSchema = z
  .strictObject({
    nature,
    topic: topic.nullable(),
    place: place.nullable(),
    text: requestTextSchema,
    /** Whoever follows the request knows the name, and tells it to nobody. */
    isAnonymous: z.boolean(),
  })
  .refine((subject) => isPossible(subject));

export const acknowledgementSchema = z.enum(['email', 'sms', 'none']);

/** Who somebody is who has not signed in, and how to reach them: at least one of the two ways. */
export const unsignedPersonSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    tenantNumber: z.string().max(32).nullable(),
    phone: z.string().max(32).nullable(),
    email: z.string().max(254).nullable(),
  })
  .refine(({ phone, email }) => phone !== null || email !== null);

const requestHead = z.strictObject({
  id,
  /** The landlord's; of the kiosk's own making until the landlord has given one. */
  reference: z.string(),
  nature,
  topic: topic.nullable(),
  place: place.nullable(),
  registeredAt: instant,
  /** `waiting`: on this kiosk's disk. `refused`: staff will see to it. */
  status: z.enum(['waiting', 'refused', 'registered', 'inProgress', 'answered', 'settled', 'closed']),
  /** What happens next, in the landlord's words. */
  followUp: z.string().nullable(),
});

const message = z.strictObject({
  id,
  from: z.enum(['tenant', 'landlord']),
  /** Who writes for the landlord. */
  author: z.string().nullable(),
  writtenAt: instant,
  text: z.string(),
  attachmentCount: z.int().min(0),
  state: delivery.shape.state,
});

const request = z.strictObject({
  ...requestHead.shape,
  accountId: id,
  text: z.string(),
  isAnonymous: z.boolean(),
  attachmentCount: z.int().min(0),
  /** The oldest first. */
  messages: z.array(message),
  /** Whether something can be added to it. */
  isOpen: z.boolean(),
});

const attachments = z.array(id).max(REQUEST_ATTACHMENTS_MAX);
const listed = { nextCursor: z.string().nullable(), unread: failureSchema.nullable() };
const cursor = z.string().min(1).max(512).nullable();

/** `reference`: what it is known by until the landlord has given it one of its own. */
const written = delivery.extend({ reference: z.string() });

export const FOLLOW_UP_KINDS = [
  'payment',
  'directDebit',
  'request',
  'requestMessage',
  'requestSettlement',
  'insuranceCertificate',
  'document',
  'statement',
  'profileChange',
  'appointment',
  'other',
] as const;

const followUp = z.strictObject({
  id,
  kind: z.enum(FOLLOW_UP_KINDS),
  doneAt: instant,
  /** `saved`: on this kiosk's disk. `refused`: staff will see to it. */
  state: z.enum(['saved', 'refused', 'received', 'done']),
  reference: z.string().nullable(),
  amountCents: amountCents.nullable(),
});

export const requestCalls = {
  /**
   * The newest first; what was written here and is not with the landlord yet stands before them. `unread`: why the
   * landlord's own are not there.
   */
  'request.list': {
    input: z.strictObject({ accountId: id, cursor }),
    output: resultOf(z.strictObject({ requests: z.array(requestHead), ...listed })),
  },
  'request.read': { input: z.strictObject({ requestId: id }), output: resultOf(request) },
  /**
   * Answers once it is on disk; `delivery.changed` tells the rest. `attachments`: documents that were put aside, see
   * `document.putAside`; they are handed in before it.
   */
  'request.write': {
    input: z.strictObject({
      accountId: id,
      subject: requestSubjectSchema,
      acknowledgement: acknowledgementSchema,
      attachments,
    }),
    output: resultOf(written),
  },
  'request.reply': {
    input: z.strictObject({ requestId: id, text: requestTextSchema, attachments }),
    output: resultOf(delivery),
  },
  /** `text`: what is still wrong. */
  'request.settle': {
    input: z.discriminatedUnion('isSettled', [
      z.strictObject({ requestId: id, isSettled: z.literal(true) }),
      z.strictObject({ requestId: id, isSettled: z.literal(false), text: requestTextSchema }),
    ]),
    output: resultOf(delivery),
  },
  'request.printAcknowledgement': {
    input: z.strictObject({ requestId: id }),
    output: resultOf(startedPrint),
  },
  /** By whoever is there, signed in or not. NOT_ALLOWED_NOW for more than a few in one session. */
  'request.writeUnsigned': {
    input: z.strictObject({ from: unsignedPersonSchema, subject: requestSubjectSchema }),
    output: resultOf(written),
  },
  /** The newest first; what waits on this kiosk stands before them, also while `unread` says why the rest is not there. */
  'followUp.list': {
    input: z.strictObject({ cursor }),
    output: resultOf(z.strictObject({ followUps: z.array(followUp), ...listed })),
  },
} as const;

export type { RequestNature } from './request-subjects.ts';
export type Acknowledgement = z.output<typeof acknowledgementSchema>;
export type FollowUp = z.output<typeof followUp>;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];
export type Request = z.output<typeof request>;
export type RequestHead = z.output<typeof requestHead>;
export type RequestMessage = z.output<typeof message>;
export type RequestPlace = z.output<typeof place>;
export type RequestStatus = RequestHead['status'];
export type RequestSubject = z.output<typeof requestSubjectSchema>;
export type RequestTopic = z.output<typeof topic>;
export type UnsignedPerson = z.output<typeof unsignedPersonSchema>;
