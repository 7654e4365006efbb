/** What the API refused for good, or what cannot be read here: for staff. Nothing of a person is in it. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { id, none } from './values.ts';

const refusedDelivery = z.strictObject({
  deliveryId: id,
  /** A name for technicians, as in the log. */
  kind: z.string().max(60),
  /** The API's own code; null for what cannot be read with the key that this machine has. */
  refusalCode: z.string().max(120).nullable(),
  savedAt: z.string(),
  refusedAt: z.string(),
});

const list = z.strictObject({
  /** The oldest first, as many as anybody looks through. */
  deliveries: z.array(refusedDelivery),
  /** Of all that cannot be read with this machine's key, how many there are of each kind. */
  unreadable: z.array(z.strictObject({ kind: z.string().max(60), count: z.int().min(1) })),
  /** When the database was last made anew of what could be saved; null when it was not, or long ago. */
  salvagedAt: z.string().nullable(),
  /** Of what people had handed in, how much is known to be lost by that. */
  lostCount: z.int().min(0),
  /** Whether there may have been more: part of it could not be read at all. */
  mayMissMore: z.boolean(),
});

const which = z.strictObject({ deliveryId: id });

export const refusedDeliveryCalls = {
  /** Payments are among `staff.listUnknownPayments`. */
  'staff.listRefusedDeliveries': { input: none, output: resultOf(list) },
  /** Under the same idempotency key. INPUT_INVALID when it is not refused any more. */
  'staff.tryDeliveryAgain': { input: which, output: resultOf(z.strictObject({})) },
  /** It is seen to; it stays on the disk. INPUT_INVALID likewise. */
  'staff.setDeliveryAside': { input: which, output: resultOf(z.strictObject({})) },
} as const;

export type RefusedDelivery = z.output<typeof refusedDelivery>;
export type RefusedDeliveryList = z.output<typeof list>;
