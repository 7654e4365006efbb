/** What the screen and the machine say to each other about money. Nothing of any card is ever in it. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { amountCents, cents, day, delivery, id, instant, none, nothing, startedPrint } from './values.ts';

/** Why nothing can be paid now. Each has a sentence in the message catalogues, under `payment.obstacles.<name>`. */
export const PAYMENT_OBSTACLES = [
  'nothingOwed',
  /** Less is owed than can be paid by card. */
  'tooLittleOwed',
  /** It is not known what became of a payment for the same thing: nobody is charged twice. */
  'unknownOutcome',
  /** One is under way. */
  'underWay',
  'noTerminal',
] as const;

/** Each has a sentence in the message catalogues, under `payment.notPerformed.<name>`. */
export const NOT_PERFORMED_REASONS = [
  'refused',
  'callTheBank',
  'abandoned',
  'cardTimeout',
  'terminalBusy',
  'terminalTrouble',
] as const;

/** By what means something was paid. Each has a name in the message catalogues, under `payment.means.<name>`. */
export const PAYMENT_MEANS = [
  'cardAtKiosk',
  'cardOnline',
  'directDebit',
  'tipSepa',
  'cheque',
  'cash',
  'transfer',
  'other',
] as const;

/** Why a terminal's word leaves open what became of a payment: codes for technicians. */
export const UNKNOWN_REASONS = [
  'NO_ANSWER',
  'CONNECTION_LOST',
  'ANSWER_CUT_SHORT',
  'ANSWER_UNREADABLE',
  'ANSWER_TOO_LARGE',
  'ANSWER_CONTRADICTORY',
  'FIELDS_MISSING',
  'AMOUNT_DIFFERS',
  'CURRENCY_DIFFERS',
  'ANOTHER_PAYMENT',
  'PARTLY_APPROVED',
  'ONLY_ACKNOWLEDGED',
  'TERMINAL_UNSURE',
  /** The terminal is set up to send card numbers, and must not be used before that is mended. */
  'CARD_NUMBER_IN_ANSWER',
  'NOT_RECOVERABLE',
  'STILL_IN_PROGRESS',
  'DRIVER_FAILED',
] as const;

/** Why a payment waits for staff. */
export const UNKNOWN_CAUSES = [
  ...UNKNOWN_REASONS,
  /** The kiosk stopped before the terminal answered. */
  'PROGRAM_ENDED',
  /** It was charged beyond doubt, and the landlord does not take the report: it is to be booked by hand. */
  'REPORT_REFUSED',
] as const;

/** The reference that is printed on a rent notice, without spaces. */
export const RENT_NOTICE_REFERENCE = /^[0-9]{14}$/;

/** An account, by the tenant who is signed in; or a rent notice, by whoever holds it in their hand. */
export const payable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), accountId: id }),
  z.strictObject({ kind: z.literal('rentNotice'), reference: z.string().regex(RENT_NOTICE_REFERENCE) }),
]);

const offer = z.strictObject({
  /** What is owed, without what was paid here and is still being recorded. */
  owedCents: cents,
  /** Any amount between the two, both included. Null when nothing can be paid now. */
  range: z.strictObject({ minimumCents: amountCents, maximumCents: amountCents }).nullable(),
  obstacle: z.enum(PAYMENT_OBSTACLES).nullable(),
  /** What to name when asking about the payment that stands in the way. */
  obstacleReference: z.string().nullable(),
});

const payment = z.strictObject({
  paymentId: id,
  /** Short enough to be said aloud and copied by hand: `7F3A-21C9`. */
  reference: z.string(),
  payable,
  amountCents,
  /** Whether the kiosk can end it, or the person does on the terminal. */
  abandonedBy: z.enum(['kiosk', 'redButton']),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('connecting') }),
    z.strictObject({ name: z.literal('waitingForCard') }),
    z.strictObject({ name: z.literal('processing') }),
    /** The terminal was silent, and is being asked what became of the payment. */
    z.strictObject({ name: z.literal('checking') }),
    z.strictObject({
      name: z.literal('approved'),
      approvedAt: instant,
      /** Whether all that was owed was paid. A part of it has a "reçu", never a "quittance". */
      isWhole: z.boolean(),
      /** Whether the terminal handed over its own ticket for the customer, printed with the receipt. */
      hasTicket: z.boolean(),
    }),
    z.strictObject({ name: z.literal('notPerformed'), reason: z.enum(NOT_PERFORMED_REASONS) }),
    /** Nobody knows whether money moved. Nothing more is taken until that is settled. */
    z.strictObject({ name: z.literal('unknown') }),
  ]),
});

/** A payment of the past, whoever took it. */
const pastPayment = z.strictObject({
  id,
  paidOn: day,
  means: z.enum(PAYMENT_MEANS),
  amountCents,
  /** `recording`: paid here, not yet in the account's ledger. */
  state: z.enum(['recording', 'booked', 'rejected', 'planned']),
  /** Whether its receipt can be had here. */
  hasReceipt: z.boolean(),
});

const rentNotice = z.strictObject({
  reference: z.string().regex(RENT_NOTICE_REFERENCE),
  /** What is still to be paid of it; without a name, what is printed on it. */
  amountCents: cents,
  /** Enough to be recognised by whoever knows the name: `M. M•••••`. Null while the line is cut. */
  maskedName: z.string().nullable(),
});

/** A payment that staff settle after looking into the terminal's own journal. */
const unknownPayment = z.strictObject({
  paymentId: id,
  reference: z.string(),
  amountCents,
  startedAt: instant,
  cause: z.enum(UNKNOWN_CAUSES),
  /** Whether the terminal itself can be asked. */
  canAsk: z.boolean(),
});

export const paymentCalls = {
  /** What can be paid, and what stands in the way. */
  'payment.offer': { input: z.strictObject({ payable }), output: resultOf(offer) },
  /** Answers once the attempt is on disk and the terminal is being asked; `payment.changed` tells the rest. */
  'payment.start': {
    input: z.strictObject({ payable, amountCents }),
    output: resultOf(z.strictObject({ paymentId: id })),
  },
  /** What became of it is told by `payment.changed` alone. */
  'payment.abandon': {
    input: z.strictObject({ paymentId: id }),
    output: resultOf(z.enum(['requested', 'pressRedButton', 'tooLate'])),
  },
  /** The payment that is under way, or the last one of this session. */
  'payment.read': { input: none, output: payment.nullable() },
  'payment.printReceipt': { input: z.strictObject({ paymentId: id }), output: resultOf(startedPrint) },
  /** To the address on file. Answers once the wish is on disk. */
  'payment.emailReceipt': { input: z.strictObject({ paymentId: id }), output: resultOf(delivery) },
  /** The newest first. */
  'payment.list': {
    input: z.strictObject({ accountId: id, cursor: z.string().min(1).max(512).nullable() }),
    output: resultOf(z.strictObject({ payments: z.array(pastPayment), nextCursor: z.string().nullable() })),
  },
  /** From what was scanned or typed: the whole code of a notice, or its reference alone. */
  'rentNotice.read': {
    input: z.strictObject({ code: z.string().min(1).max(80) }),
    output: resultOf(rentNotice),
  },
  /**
   * Which of their accounts the notice is about that somebody signed in has scanned. RENT_NOTICE_OF_ANOTHER when it is
   * none of theirs: nothing of it is told to them.
   */
  'rentNotice.own': {
    input: z.strictObject({ code: z.string().min(1).max(80) }),
    output: resultOf(z.strictObject({ accountId: id })),
  },
  /** The form for a direct debit, to be filled in by hand; with the name of whoever is signed in. */
  'paymentMethods.printForm': { input: none, output: resultOf(startedPrint) },
  /** The same form, to the address on file. Answers once the wish is on disk. */
  'paymentMethods.emailForm': { input: none, output: resultOf(delivery) },
  'staff.listUnknownPayments': { input: none, output: resultOf(z.array(unknownPayment)) },
  /** Asks the terminal itself. Never charges. Answers whether it is settled now. */
  'staff.askTerminal': {
    input: z.strictObject({ paymentId: id }),
    output: resultOf(z.strictObject({ isSettled: z.boolean() })),
  },
  'staff.settlePayment': {
    input: z.strictObject({
      paymentId: id,
      charged: z.boolean(),
      reason: z.string().trim().min(3).max(500),
    }),
    output: resultOf(nothing),
  },
} as const;

export const paymentEvents = {
  'payment.changed': payment,
  /** A code was read by a scanner, while somebody is there. */
  'rentNotice.scanned': z.strictObject({ code: z.string().min(1).max(80) }),
} as const;

export type NotPerformedReason = (typeof NOT_PERFORMED_REASONS)[number];
export type PastPayment = z.output<typeof pastPayment>;
export type Payable = z.output<typeof payable>;
export type Payment = z.output<typeof payment>;
export type PaymentMeans = (typeof PAYMENT_MEANS)[number];
export type PaymentObstacle = (typeof PAYMENT_OBSTACLES)[number];
export type PaymentOffer = z.output<typeof offer>;
export type RentNotice = z.output<typeof rentNotice>;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];
export type UnknownCause = (typeof UNKNOWN_CAUSES)[number];
export type UnknownPayment = z.output<typeof unknownPayment>;
