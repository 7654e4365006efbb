/**
 * What was paid and is not in the balance and the ledger yet: said beside them, never in both and never in neither.
 *
 * Two know of it. The central API tells what kiosks reported to it, and whether the very answer in which it says so
 * holds the booking already. This kiosk's own journal knows what is approved here, before the API does. A payment
 * that the API tells of is taken from there, any other from here.
 */
import type { Account } from '../../preload/contract.ts';
import type { RecentPayments } from '../tenant-api/generated/model/index.ts';
import { dayInFrance } from './day-in-france.ts';

export type BeingRecorded = Account['beingRecorded'];

/** A payment that was approved at this kiosk. Instants are milliseconds since 1970. */
export interface OwnPayment {
  readonly paymentId: string;
  readonly amountCents: number;
  readonly paidAt: number;
  /** When the API acknowledged it, null as long as it has not. */
  readonly acknowledgedAt: number | null;
}

/**
 * For so long after it acknowledged a payment, the API tells of it, booked or not: a little less than the 90 days of
 * the contract. An answer without it then was made before the payment came in.
 */
const TOLD_FOR_DAYS = 80;
const MS_A_DAY = 86_400_000;

/** The newest first. `now`: milliseconds since 1970. */
export function beingRecorded(told: RecentPayments, own: readonly OwnPayment[], now: number): BeingRecorded {
  const toldIds = new Set(told.map(({ paymentId }) => paymentId.toLowerCase()));
  // One that is told twice is one payment all the same, and booked when that is said once.
  const unbooked = new Map(told.map((payment) => [payment.paymentId.toLowerCase(), payment]));
  for (const { paymentId, booked } of told) if (booked) unbooked.delete(paymentId.toLowerCase());
  const untold = own.filter(
    ({ paymentId, acknowledgedAt }) =>
      !toldIds.has(paymentId) && (acknowledgedAt === null || acknowledgedAt > now - TOLD_FOR_DAYS * MS_A_DAY),
  );
  return [
    ...[...unbooked.values()].map(({ paymentId, amountCents, paidAt }) => ({
      paymentId,
      amountCents,
      paidAt: Date.parse(paidAt),
    })),
    ...untold,
  ]
    .toSorted((one, other) => other.paidAt - one.paidAt)
    .map(({ paymentId, amountCents, paidAt }) => ({
      paymentId,
      amountCents,
      paidOn: dayInFrance(new Date(paidAt)),
    }));
}

export function sumCents(payments: readonly { readonly amountCents: number }[]): number {
  return payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
