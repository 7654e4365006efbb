/**
 * What the screen and the machine say to each other about direct debits.
 *
 * An IBAN goes one way only: from the screen to the machine. Of the account that is debited, four characters come back.
 */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { isSigned, SIGNATURE_MAX_LENGTH, SIGNATURE_PATH } from './signature.ts';
import { amountCents, day, delivery, id, startedPrint } from './values.ts';

/** What is wrong with an IBAN. Each has a sentence in the message catalogues, under `directDebit.ibanFaults.<name>`. */
export const IBAN_FAULTS = [
  'missing',
  'characters',
  /** No country has such a beginning. */
  'country',
  /** A country whose banks the landlord cannot debit. */
  'outsideSepa',
  'tooShort',
  'tooLong',
  /** Letters where this country has digits, or the other way round. */
  'format',
  /** A digit is wrong, or two have changed places. */
  'checkDigits',
] as const;

/** Each has a sentence in the message catalogues, under `directDebit.bicFaults.<name>`. */
export const BIC_FAULTS = [
  'missing',
  'format',
  /** Not of the country of the IBAN. */ 'otherCountry',
] as const;

/** As typed: spaces, small letters and hyphens are let through, and judged in main. */
const typedIban = z.string().max(64);
const typedBic = z.string().max(32);

/** SEPA lets a name have 70 characters. */
export const HOLDER_MAX_LENGTH = 70;
const holder = z.string().trim().min(2).max(HOLDER_MAX_LENGTH);

const dayOfMonth = z.int().min(1).max(28);
const mandateReference = z.string().regex(/^[A-Z0-9-]{1,35}$/);

const ibanVerdict = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('right'), needsBic: z.boolean() }),
  z.strictObject({
    verdict: z.literal('wrong'),
    fault: z.enum(IBAN_FAULTS),
    /** How many characters an IBAN of this country has; null where that is not the matter. */
    expectedLength: z.int().nullable(),
  }),
]);

const bicVerdict = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('right') }),
  z.strictObject({ verdict: z.literal('wrong'), fault: z.enum(BIC_FAULTS) }),
]);

const comingDebit = z.strictObject({
  id,
  dueOn: day,
  amountCents,
  /** `tooLate`: the bank has it already. */
  state: z.enum(['planned', 'leftOut', 'tooLate']),
});

const directDebit = z.strictObject({
  /** Who debits: the landlord, with its SEPA creditor identifier (ICS). */
  creditor: z.strictObject({ name: z.string(), identifier: z.string(), addressLines: z.array(z.string()) }),
  mandate: z
    .strictObject({
      reference: mandateReference,
      holder: z.string(),
      ibanLast4: z.string().max(4),
      bankName: z.string().nullable(),
      day: z.int(),
      signedOn: day,
      /** `beingRecorded`: signed, and not in force yet. `ending`: nothing more is debited. */
      state: z.enum(['active', 'beingRecorded', 'ending']),
      /** Signed in this session: its copy can still be had on paper. */
      canBePrinted: z.boolean(),
    })
    .nullable(),
  /** What the next mandate will be called (RUM). */
  nextMandateReference: mandateReference,
  /** On which days of the month the landlord debits. */
  days: z.array(z.int()).min(1),
  /** The next one first. */
  comingDebits: z.array(comingDebit),
});

const account = { accountId: id };

export const directDebitCalls = {
  'directDebit.read': { input: z.strictObject(account), output: resultOf(directDebit) },
  'directDebit.checkIban': { input: z.strictObject({ iban: typedIban }), output: resultOf(ibanVerdict) },
  'directDebit.checkBic': {
    input: z.strictObject({ iban: typedIban, bic: typedBic }),
    output: resultOf(bicVerdict),
  },
  /** The mandate that was read last, signed. Answers once it is on disk; `delivery.changed` tells the rest. */
  'directDebit.sign': {
    input: z.strictObject({
      ...account,
      iban: typedIban,
      /** Null where none is needed. */
      bic: typedBic.nullable(),
      holder,
      day: dayOfMonth,
      signature: z.string().max(SIGNATURE_MAX_LENGTH).regex(SIGNATURE_PATH).refine(isSigned),
      /** To the address on file. */
      copyByEmail: z.boolean(),
    }),
    output: resultOf(delivery),
  },
  /** Each of these answers once it is on disk; `delivery.changed` tells the rest. */
  'directDebit.changeDay': {
    input: z.strictObject({ ...account, day: dayOfMonth }),
    output: resultOf(delivery),
  },
  'directDebit.leaveOut': { input: z.strictObject({ ...account, debitId: id }), output: resultOf(delivery) },
  'directDebit.end': { input: z.strictObject(account), output: resultOf(delivery) },
  /** The mandate that was signed in this session. */
  'directDebit.printMandate': { input: z.strictObject(account), output: resultOf(startedPrint) },
  /** The mandate that was read last, to the address on file. Answers once the wish is on disk. */
  'directDebit.emailMandate': { input: z.strictObject(account), output: resultOf(delivery) },
} as const;

export type BicFault = (typeof BIC_FAULTS)[number];
export type BicVerdict = z.output<typeof bicVerdict>;
export type ComingDebit = z.output<typeof comingDebit>;
export type DirectDebit = z.output<typeof directDebit>;
export type IbanFault = (typeof IBAN_FAULTS)[number];
export type IbanVerdict = z.output<typeof ibanVerdict>;
export type Mandate = NonNullable<DirectDebit['mandate']>;
