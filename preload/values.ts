/** What calls and events are made of, whatever they are about. */
import * as z from 'zod';

export const none = z.undefined();
/** For calls that are over when they are done. */
export const nothing = z.void();
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** ISO 8601: `2018-06-26`. */
export const day = z.iso.date();
/** `2018-06-26T09:30:00.000Z` */
export const instant = z.iso.datetime();
/** Positive when the tenant owes it. */
export const cents = z.int().min(-100_000_000_000).max(100_000_000_000);
/** What is paid, received or printed on a bill: never nothing, never less. */
export const amountCents = z.int().min(1).max(100_000_000_000);

/** Answers once the job is known; `printing.changed` tells the rest. */
export const startedPrint = z.strictObject({ jobId: id });

export const delivery = z.strictObject({
  deliveryId: id,
  /** `saved`: on this kiosk's disk. `transmitted`: acknowledged by the central API. `refused`: staff will see to it. */
  state: z.enum(['saved', 'transmitted', 'refused']),
});
