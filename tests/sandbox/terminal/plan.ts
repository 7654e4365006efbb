import { z } from 'zod';

/** Waiting longer than this helps no test and no demonstration. */
const LONGEST_WAIT_MS = 600_000;
const waitMs = z.int().min(0).max(LONGEST_WAIT_MS);

/** Who stands in front of the terminal. */
export const customerSchema = z.discriminatedUnion('kind', [
  /** A card is there as soon as it is asked for, and the bank decides at once. */
  z.strictObject({ kind: z.literal('instant') }),
  /** Somebody who presents a card by themselves, a while after being asked. */
  z.strictObject({
    kind: z.literal('person'),
    cardAfterMs: waitMs.default(1_500),
    decisionAfterMs: waitMs.default(1_500),
  }),
  /** Nobody, until a card is presented through the control surface; patience ends like on a real terminal. */
  z.strictObject({
    kind: z.literal('byHand'),
    decisionAfterMs: waitMs.default(1_500),
    patienceMs: waitMs.default(60_000),
  }),
]);

/** What truly becomes of the transaction, and so what the terminal's own journal says. */
export const OUTCOMES = ['approved', 'refused', 'abandoned', 'inputTimeout'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What becomes of the answer on its way. Unless it says otherwise, the transaction itself takes place. */
const answerSchema = z.discriminatedUnion('kind', [
  /** The request is lost in the terminal: no transaction, no answer. */
  z.strictObject({ kind: z.literal('ignored') }),
  /** Somebody is in the terminal's menu: no transaction, and the answer says so. */
  z.strictObject({ kind: z.literal('busy') }),
  z.strictObject({ kind: z.literal('silence') }),
  /** After whatever deadline the kiosk has. */
  z.strictObject({ kind: z.literal('late'), afterMs: waitMs }),
  /** Byte by byte, or in larger pieces, each in a segment of its own. */
  z.strictObject({
    kind: z.literal('pieces'),
    sizeBytes: z.int().min(1).max(65_536).default(1),
    gapMs: waitMs.default(1),
  }),
  z.strictObject({ kind: z.literal('twice') }),
  /** The connection ends, politely or with a reset, after so many bytes of the answer: 0 is none at all. */
  z.strictObject({
    kind: z.literal('cut'),
    afterBytes: z.int().min(0).max(65_536),
    manner: z.enum(['end', 'reset']).default('end'),
  }),
  /** The terminal dies, and stays off until it is started again. Before the transaction there is none. */
  z.strictObject({
    kind: z.literal('powerCut'),
    moment: z.enum(['beforeTransaction', 'beforeAnswer', 'midAnswer']),
  }),
  /** One cent less than asked when no amount is given. */
  z.strictObject({ kind: z.literal('wrongAmount'), amountCents: z.int().min(0).max(99_999_999).optional() }),
  /** US dollars. */
  z.strictObject({ kind: z.literal('wrongCurrency') }),
  /** By their names in the protocol; for nexo, the path below the response such as `PaymentResult.AmountsResp`. */
  z.strictObject({ kind: z.literal('missingFields'), fields: z.array(z.string().max(100)).min(1).max(50) }),
  /** Other values for the same names; a name that is not there is added. */
  z.strictObject({
    kind: z.literal('alteredFields'),
    fields: z.record(z.string().max(100), z.string().max(999)),
  }),
  /** These bytes instead of the answer; a fixed mess when none are given. */
  z.strictObject({
    kind: z.literal('garbage'),
    hex: z
      .string()
      .max(131_072)
      .regex(/^([0-9a-f]{2})*$/i)
      .optional(),
  }),
  /** The whole number of a card, by its place in TEST_CARDS, where the protocol has room for it. */
  z.strictObject({ kind: z.literal('clearCardNumber'), card: z.int().min(0).max(4).default(0) }),
  /** Caisse-AP: the fields in reverse order, the version still first. */
  z.strictObject({ kind: z.literal('reordered') }),
  /** Caisse-AP: the answer only says that the request was received. */
  z.strictObject({ kind: z.literal('acknowledgedOnly') }),
  /** Concert: the first so many requests are refused with a NAK. */
  z.strictObject({ kind: z.literal('refusedFrames'), count: z.int().min(1).max(10) }),
  /** Concert: the first so many answers carry a wrong checksum; each NAK has the answer sent again. */
  z.strictObject({ kind: z.literal('badChecksums'), count: z.int().min(1).max(10) }),
  /** nexo: an HTTP status without a word of the protocol. */
  z.strictObject({ kind: z.literal('httpStatus'), status: z.int().min(400).max(599) }),
]);

/** What happens to coming requests. Everything that is left out goes well. */
export const planSchema = z.strictObject({
  /** nexo alone knows another question than a payment: what became of one. */
  request: z.enum(['payment', 'status']).default('payment'),
  outcome: z.enum(OUTCOMES).default('approved'),
  answer: answerSchema.optional(),
  /** How many requests it happens to. */
  times: z.int().min(1).max(1_000_000).default(1),
});

export type NewCustomer = z.input<typeof customerSchema>;
export type Customer = z.output<typeof customerSchema>;
export type NewPlan = z.input<typeof planSchema>;
export type Plan = z.output<typeof planSchema>;
export type AnswerFault = z.output<typeof answerSchema>;
export type AnswerFaultKind = AnswerFault['kind'];

/** What every protocol can do to its answers. */
export const COMMON_FAULTS = [
  'ignored',
  'busy',
  'silence',
  'late',
  'pieces',
  'twice',
  'cut',
  'powerCut',
  'wrongAmount',
  'wrongCurrency',
  'missingFields',
  'alteredFields',
  'garbage',
  'clearCardNumber',
] as const satisfies readonly AnswerFaultKind[];
