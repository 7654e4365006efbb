/** What the screen and the machine say to each other about a dwelling: what it used, what it costs, its papers. */
import * as z from 'zod';
import { LEAST_CASH_CENTS, MOST_CASH_CENTS } from './cash-limits.ts';
import { resultOf } from './failures.ts';
import { amountCents, cents, day, delivery, id, startedPrint } from './values.ts';

export const ENERGIES = ['coldWater', 'hotWater', 'heating', 'electricity'] as const;

/** The month's own proof is a `quittance`, once all of it is paid; until then a `receipt` of what was paid. */
export const RENT_PAPERS = ['rentNotice', 'quittance', 'receipt'] as const;

export const LEASE_PAPERS = [
  'lease',
  'leaseAmendment',
  'entryInventory',
  'exitInventory',
  /** What the CAF asks for. */
  'rentCertificate',
  'other',
] as const;

/** `2018-06` */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const account = { accountId: id };
const page = z.strictObject({ ...account, cursor: z.string().min(1).max(512).nullable() });
const nextCursor = z.string().nullable();
const notNegative = z.int().min(0);

const meter = z.strictObject({
  id,
  energy: z.enum(ENERGIES),
  unit: z.enum(['m3', 'kWh']),
  /** The oldest first, one after the other. */
  months: z.array(
    z.strictObject({
      month,
      /** Of the unit; null for a month that was not read. */
      thousandths: notNegative.nullable(),
      /** The landlord reckoned it. */
      isEstimated: z.boolean(),
      /** What similar dwellings used on average; null where that is not known. */
      similarThousandths: notNegative.nullable(),
    }),
  ),
  /** On which days there was another meter. */
  replacedOn: z.array(day),
});

const chargeYear = z.strictObject({
  id,
  from: day,
  to: day,
  provisionsCents: notNegative,
  headings: z.array(
    z.strictObject({
      label: z.string(),
      provisionsCents: notNegative,
      /** Null until the year is settled. */
      costCents: notNegative.nullable(),
    }),
  ),
  /** Null until the real costs are known. */
  settlement: z
    .strictObject({
      settledOn: day,
      costsCents: notNegative,
      /** The costs without the provisions. */
      balanceCents: cents,
    })
    .nullable(),
});

const paper = { id, issuedOn: day, pageCount: z.int().min(1) };

const rentMonth = z.strictObject({
  month,
  dueCents: notNegative,
  leftToPayCents: notNegative,
  papers: z.array(z.strictObject({ ...paper, kind: z.enum(RENT_PAPERS) })),
});

const leasePaper = z.strictObject({ ...paper, kind: z.enum(LEASE_PAPERS) });

const cashSlip = z.strictObject({ id, reference: z.string(), amountCents, validUntil: day });

const onePaper = z.strictObject({ ...account, paperId: id });

export const dwellingCalls = {
  'consumption.read': {
    input: z.strictObject(account),
    output: resultOf(z.strictObject({ asOf: day, meters: z.array(meter) })),
  },
  /** Each of these lists the newest first. */
  'charges.list': {
    input: page,
    output: resultOf(z.strictObject({ years: z.array(chargeYear), nextCursor })),
  },
  'paper.listRent': {
    input: page,
    output: resultOf(z.strictObject({ months: z.array(rentMonth), nextCursor })),
  },
  'paper.listLease': {
    input: page,
    output: resultOf(z.strictObject({ papers: z.array(leasePaper), nextCursor })),
  },
  /** The landlord's own PDF, the very bytes that would be printed. */
  'paper.show': {
    input: onePaper,
    output: resultOf(z.strictObject({ pdf: z.instanceof(Uint8Array), pageCount: z.int().min(1) })),
  },
  /** Answers once the job is known; `printing.changed` tells the rest. */
  'paper.print': { input: onePaper, output: resultOf(startedPrint) },
  /** Answers once the wish is on disk; `delivery.changed` tells the rest. */
  'paper.sendByEmail': { input: onePaper, output: resultOf(delivery) },
  /** Within one session, the same sum gives the same slip. */
  'cashSlip.make': {
    input: z.strictObject({
      ...account,
      amountCents: z.int().min(LEAST_CASH_CENTS).max(MOST_CASH_CENTS),
    }),
    output: resultOf(cashSlip),
  },
  'cashSlip.print': { input: z.strictObject({ slipId: id }), output: resultOf(startedPrint) },
} as const;

export type CashSlip = z.output<typeof cashSlip>;
export type ChargeYear = z.output<typeof chargeYear>;
export type Energy = (typeof ENERGIES)[number];
export type LeasePaper = z.output<typeof leasePaper>;
export type Meter = z.output<typeof meter>;
export type MeterMonth = Meter['months'][number];
export type RentMonth = z.output<typeof rentMonth>;
export type RentPaper = RentMonth['papers'][number];
