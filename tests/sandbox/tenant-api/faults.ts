import { z } from 'zod';
import { RefusedInput } from '../refused-input.ts';

const effect = z.discriminatedUnion('kind', [
  /** A problem instead of the answer; the request has no effect. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().max(80).optional(),
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
  }),
  /** The connection is cut: before the request has its effect, after it, or in the middle of the answer. */
  z.strictObject({ kind: z.literal('cut'), moment: z.enum(['beforeEffect', 'beforeAnswer', 'midAnswer']) }),
  /** No answer, ever; the request has no effect. */
  z.strictObject({ kind: z.literal('silence') }),
  /** These very characters instead of the answer; the request has no effect. */
  z.strictObject({
    kind: z.literal('body'),
    status: z.int().min(200).max(599).default(200),
    contentType: z
      .string()
      .max(200)
      .regex(/^[\x20-\x7E]*$/)
      .default('application/json'),
    text: z.string(),
  }),
]);

export const faultSchema = z
  .strictObject({
    /** Waited before anything else. */
    latencyMilliseconds: z.int().min(0).max(600_000).default(0),
    effect: effect.optional(),
    /** How many requests it happens to; all of them when absent. */
    times: z.int().min(1).optional(),
  })
  .refine((fault) => fault.latencyMilliseconds > 0 || fault.effect, 'a latency or an effect');

export type NewFault = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;
export type Effect = z.output<typeof effect>;

/** What goes wrong on purpose: for one operation, or for `all` of them (even for paths that do not exist). */
export interface Faults {
  /** @throws RefusedInput when there is no such operation, ZodError when the fault makes no sense */
  set(target: string, fault: NewFault): void;
  clear(target?: string): void;
  list(): Readonly<Record<string, Fault>>;
  /** The fault that this request meets; counts it. The operation's own comes before that of `all`. */
  take(operationId: string | null): Fault | null;
}

export function createFaults(operationIds: readonly string[]): Faults {
  const targets = ['all', ...operationIds];
  const faults = new Map<string, Fault>();

  return {
    set(target, fault) {
      if (!targets.includes(target)) {
        throw new RefusedInput(`There is no operation "${target}". It is one of: ${targets.join(', ')}.`);
      }
      faults.set(target, faultSchema.parse(fault));
    },
    clear(target) {
      if (target === undefined) faults.clear();
      else faults.delete(target);
    },
    list: () => Object.fromEntries(faults),
    take(operationId) {
      const target = operationId !== null && faults.has(operationId) ? operationId : 'all';
      const fault = faults.get(target);
      if (!fault) return null;
      if (fault.times === 1) faults.delete(target);
      else if (fault.times !== undefined) faults.set(target, { ...fault, times: fault.times - 1 });
      return fault;
    },
  };
}
