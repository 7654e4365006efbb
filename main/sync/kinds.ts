/**
 * What can be handed in through the outbox. A new kind is a new entry of this table.
 *
 * A row may be delivered by a later version of the program than the one that wrote it: the schema of a kind only
 * ever grows by what is optional.
 */
import * as z from 'zod';
import { LOCALES } from '../../preload/contract.ts';
import type { DepositApi, DepositOutcome } from '../tenant-api/tenant-api.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const kinds = {
  'statement-delivery': kind(
    z
      .strictObject({ accountId: id, from: z.iso.date(), to: z.iso.date(), locale: z.enum(LOCALES) })
      .refine(({ from, to }) => from <= to),
    (api, { payload: { accountId, ...body }, ...deposit }) =>
      api.createStatementDelivery({ ...deposit, accountId, body }),
  ),
} as const;

export type OutboxKind = keyof typeof kinds;
export type OutboxPayload<K extends OutboxKind> = z.output<(typeof kinds)[K]['payload']>;

export interface Deposit<Payload> {
  payload: Payload;
  depositToken: string;
  idempotencyKey: string;
}

export function isOutboxKind(name: string): name is OutboxKind {
  return Object.hasOwn(kinds, name);
}

function kind<Payload>(
  payload: z.ZodType<Payload>,
  deliver: (api: DepositApi, deposit: Deposit<Payload>) => Promise<DepositOutcome>,
) {
  return { payload, deliver };
}
