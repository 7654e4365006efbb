/**
 * What can be handed in through the outbox. A new kind is a new entry of this table.
 *
 * A row may be delivered by a later version of the program than the one that wrote it: the schema of a kind only
 * ever grows by what is optional.
 */
import * as z from 'zod';
import { auditEntrySchema } from '../../preload/audit-entry.ts';
import { LOCALES } from '../../preload/contract.ts';
import { DOCUMENT_KINDS } from '../../preload/document-kinds.ts';
import { RENT_NOTICE_REFERENCE } from '../../preload/payment-contract.ts';
import { FAMILY_STATUSES, WORK_STATUSES } from '../../preload/profile-choices.ts';
import {
  acknowledgementSchema,
  requestSubjectSchema,
  requestTextSchema,
  unsignedPersonSchema,
} from '../../preload/request-contract.ts';
import { depositorSchema } from '../../preload/unsigned-deposit-contract.ts';
import { amountCents, id, instant } from '../../preload/values.ts';
import type { DepositApi, DepositOutcome, ReadAttachment } from '../tenant-api/tenant-api.ts';
import { readerOfContent } from './attachment.ts';
import { healthReportSchema } from './health-report.ts';

/** What the contract lets a terminal say in one field. */
export const MAX_FACT_CHARACTERS = 40;

const fact = z.string().max(MAX_FACT_CHARACTERS).nullable();

/** Null to have it taken off. */
const phone = z.string().nullable();
const name = z.string();

const profileChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), email: z.string() }),
  z.strictObject({ kind: z.literal('mobilePhone'), phone }),
  z.strictObject({ kind: z.literal('landlinePhone'), phone }),
  z.strictObject({
    kind: z.literal('postalAddress'),
    address: z.strictObject({
      lines: z.array(z.string()),
      postcode: z.string(),
      city: z.string(),
      country: z.string(),
    }),
  }),
  z.strictObject({ kind: z.literal('familyStatus'), status: z.enum(FAMILY_STATUSES) }),
  z.strictObject({
    kind: z.literal('occupantAdded'),
    givenName: name,
    familyName: name,
    bornOn: z.iso.date(),
  }),
  z.strictObject({ kind: z.literal('occupantRemoved'), occupantId: id }),
  z.strictObject({ kind: z.literal('work'), status: z.enum(WORK_STATUSES), employer: name.nullable() }),
]);

export const kinds = {
  'statement-delivery': kind(
    z
      .strictObject({ accountId: id, from: z.iso.date(), to: z.iso.date(), locale: z.enum(LOCALES) })
      .refine(({ from, to }) => from <= to),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createStatementDelivery({ ...deposit, accountId, body }),
  ),
  /** Money that has moved. The idempotency key is the attempt's id. */
  payment: kindOfThisMachine(
    z.strictObject({
      payable: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('account'), accountId: id }),
        z.strictObject({
          kind: z.literal('rentNotice'),
          reference: z.string().regex(RENT_NOTICE_REFERENCE),
        }),
      ]),
      amountCents,
      currency: z.literal('EUR'),
      paidAt: instant,
      isWhole: z.boolean(),
      terminal: z.strictObject({
        authorisationNumber: fact,
        contract: fact,
        readingMode: z.enum(['contact', 'contactless', 'magneticStripe', 'manual']).nullable(),
        schemeCode: fact,
        cardApplication: fact,
        settledByStaff: z.boolean(),
      }),
    }),
    (api, { payload, idempotencyKey }) => api.createPayment({ body: payload, idempotencyKey }),
  ),
  'audit-entry': kindOfThisMachine(
    z.strictObject({
      chainId: id,
      sequence: z.int(),
      previousHash: z.string(),
      salt: z.string(),
      hash: z.string(),
      entry: auditEntrySchema,
    }),
    (api, { payload, idempotencyKey }) => api.createAuditEntry({ body: payload, idempotencyKey }),
  ),
  'health-report': kindOfThisMachine(healthReportSchema, (api, { payload, idempotencyKey }) =>
    api.createKioskHealthReport({ body: payload, idempotencyKey }),
  ),
  'payment-receipt-delivery': kind(
    z.strictObject({ accountId: id, paymentId: id, locale: z.enum(LOCALES) }),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createPaymentReceiptDelivery({ ...deposit, accountId, body }),
  ),
  'direct-debit-mandate': kind(
    z.strictObject({
      accountId: id,
      reference: z.string(),
      holder: z.string(),
      iban: z.string(),
      bic: z.string().nullable(),
      day: z.int(),
      signedAt: instant,
      signature: z.string(),
      copyByEmail: z.boolean(),
      locale: z.enum(LOCALES),
    }),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createDirectDebitMandate({ ...deposit, accountId, body }),
  ),
  'direct-debit-mandate-delivery': kind(
    z.strictObject({ accountId: id, reference: z.string(), locale: z.enum(LOCALES) }),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createDirectDebitMandateDelivery({ ...deposit, accountId, body }),
  ),
  'direct-debit-form-delivery': kind(
    z.strictObject({ locale: z.enum(LOCALES) }),
    (api, { payload: body, ...deposit }) => api.createDirectDebitFormDelivery({ ...deposit, body }),
  ),
  'direct-debit-change': kind(
    z.strictObject({
      accountId: id,
      change: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('day'), day: z.int() }),
        z.strictObject({ kind: z.literal('leaveOut'), debitId: id }),
        z.strictObject({ kind: z.literal('end') }),
      ]),
    }),
    (api, { payload: { accountId, change }, ...deposit }) =>
      api.createDirectDebitChange({ ...deposit, accountId, body: change }),
  ),
  /** Cites a document, which the API hears of first. */
  'insurance-certificate': kind(
    z
      .strictObject({
        accountId: id,
        insuredFrom: z.iso.date(),
        insuredTo: z.iso.date(),
        sentAt: instant,
        documents: z.array(z.uuid()).min(1).max(3),
      })
      .refine(({ insuredFrom, insuredTo }) => insuredFrom <= insuredTo),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createInsuranceCertificate({ ...deposit, accountId, body }),
  ),
  /** May cite documents, which the API hears of first. */
  'profile-change': kind(
    z.strictObject({
      change: profileChange,
      requestedAt: instant,
      documents: z.array(z.uuid()).max(3),
    }),
    (api, { payload: body, ...deposit }) => api.createProfileChange({ ...deposit, body }),
  ),
  'profile-change-withdrawal': kind(z.strictObject({ changeId: id }), (api, { payload: body, ...deposit }) =>
    api.createProfileChangeWithdrawal({ ...deposit, body }),
  ),
  'paper-delivery': kind(
    z.strictObject({ accountId: id, paperId: id, locale: z.enum(LOCALES) }),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createPaperDelivery({ ...deposit, accountId, body }),
  ),
  'appointment-delivery': kind(
    z.strictObject({ appointmentId: id, locale: z.enum(LOCALES) }),
    (api, { payload: body, ...deposit }) => api.createAppointmentDelivery({ ...deposit, body }),
  ),
  document: kind(
    z.strictObject({
      accountId: id,
      // What was saved before people were asked has none.
      kind: z.enum(DOCUMENT_KINDS).default('other'),
      pageCount: z.int().min(1),
      depositedAt: instant,
      sha256: z.string(),
      /** Of what goes with it, in parts. */
      lengthBytes: z.int().min(1).optional(),
      /** Base64: all of it, as earlier versions kept it. */
      content: z.string().min(1).optional(),
    }),
    (api, { payload: { accountId, lengthBytes, content, ...body }, ...deposit }, readAttachment) => {
      const inRow = Buffer.from(content ?? '', 'base64');
      const attachment = content
        ? { lengthBytes: inRow.byteLength, read: readerOfContent(inRow) }
        : { lengthBytes: lengthBytes ?? 0, read: readAttachment };
      return api.createDocument({ ...deposit, accountId, body, attachment });
    },
  ),
  request: kind(
    z.strictObject({
      accountId: id,
      subject: requestSubjectSchema,
      acknowledgement: acknowledgementSchema,
      /** Documents of the outbox, which it needs. */
      attachments: z.array(id),
      writtenAt: instant,
      locale: z.enum(LOCALES),
    }),
    (api, { payload: { accountId, subject, ...rest }, ...deposit }) =>
      api.createRequest({ ...deposit, accountId, body: { ...subject, ...rest } }),
  ),
  'request-message': kind(
    z.strictObject({
      requestId: id,
      text: requestTextSchema,
      attachments: z.array(id),
      writtenAt: instant,
    }),
    (api, { payload: { requestId, ...body }, ...deposit }) =>
      api.createRequestMessage({ ...deposit, requestId, body }),
  ),
  'request-settlement': kind(
    z.strictObject({
      requestId: id,
      isSettled: z.boolean(),
      text: requestTextSchema.nullable(),
      writtenAt: instant,
    }),
    (api, { payload: { requestId, ...body }, ...deposit }) =>
      api.createRequestSettlement({ ...deposit, requestId, body }),
  ),
  /** By somebody who did not sign in. */
  'unsigned-request': kindOfThisMachine(
    z.strictObject({
      from: unsignedPersonSchema,
      subject: requestSubjectSchema,
      writtenAt: instant,
      locale: z.enum(LOCALES),
    }),
    (api, { payload: { subject, ...rest }, idempotencyKey }) =>
      api.createUnsignedRequest({ body: { ...subject, ...rest }, idempotencyKey }),
  ),
  /** Likewise: a document, or an insurance certificate with its days. */
  'unsigned-deposit': kindOfThisMachine(
    z.strictObject({
      from: depositorSchema,
      kind: z.enum(DOCUMENT_KINDS),
      insured: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
      pageCount: z.int().min(1),
      depositedAt: instant,
      sha256: z.string(),
      lengthBytes: z.int().min(1),
      locale: z.enum(LOCALES),
    }),
    (api, { payload: { lengthBytes, ...body }, idempotencyKey }, readAttachment) =>
      api.createUnsignedDeposit({ body, attachment: { lengthBytes, read: readAttachment }, idempotencyKey }),
  ),
} as const;

export type OutboxKind = keyof typeof kinds;
export type OutboxPayload<K extends OutboxKind> = z.output<(typeof kinds)[K]['payload']>;

/** Kinds that are handed in by the machine itself, when nobody is signed in, or nobody any more. */
export type KindOfThisMachine = {
  [K in OutboxKind]: (typeof kinds)[K]['signedBy'] extends 'machine' ? K : never;
}[OutboxKind];

export type Delivering = (api: DepositApi) => Promise<DepositOutcome>;

/** As it lies under its seal. */
export interface SealedDeposit {
  depositToken: string | null;
  payload: unknown;
}

/** What is known of a row beside what lies under its seal. */
interface OfRow {
  idempotencyKey: string;
  readAttachment: ReadAttachment;
}

interface DepositOfThisMachine<Payload> {
  payload: Payload;
  idempotencyKey: string;
}

type Deliver<Of> = (api: DepositApi, deposit: Of, readAttachment: ReadAttachment) => Promise<DepositOutcome>;

interface Deposit<Payload> extends DepositOfThisMachine<Payload> {
  depositToken: string;
}

export function isOutboxKind(name: string): name is OutboxKind {
  return Object.hasOwn(kinds, name);
}

function kind<Payload>(payload: z.ZodType<Payload>, deliver: Deliver<Deposit<Payload>>) {
  const signedBy = 'person' as const;
  return { signedBy, payload, opened: openedWith(payload, deliver) };
}

function kindOfThisMachine<Payload>(
  payload: z.ZodType<Payload>,
  deliver: Deliver<DepositOfThisMachine<Payload>>,
) {
  const signedBy = 'machine' as const;
  const { opened } = kind(payload, deliver);
  // A deposit that nobody signed carries no token.
  return {
    signedBy,
    payload,
    opened: (sealed: SealedDeposit, row: OfRow) => opened({ ...sealed, depositToken: '' }, row),
  };
}

/** The way to deliver what was sealed once, or null when that is not what this kind looks like. */
function openedWith<Payload>(schema: z.ZodType<Payload>, deliver: Deliver<Deposit<Payload>>) {
  return (
    { depositToken, payload }: SealedDeposit,
    { idempotencyKey, readAttachment }: OfRow,
  ): Delivering | null => {
    const checked = schema.safeParse(payload);
    if (!checked.success || depositToken === null) return null;
    return (api) => deliver(api, { payload: checked.data, depositToken, idempotencyKey }, readAttachment);
  };
}
