/** Requests of people who have not signed in: they say who they are and how they can be reached. */
import { v7 as uuidV7 } from 'uuid';
import type { Delivery, Locale, Result } from '../../preload/contract.ts';
import type { RequestSubject, UnsignedPerson } from '../../preload/request-contract.ts';
import type { Outbox } from '../sync/outbox.ts';
import { depositNumberOf } from './deposit-number.ts';
import { createUnsignedAllowance, type UnsignedAllowance } from './unsigned-allowance.ts';

export interface UnsignedRequests {
  /** Answers once it is on disk. NOT_ALLOWED_NOW for more than a few in one session. */
  write(
    request: { from: UnsignedPerson; subject: RequestSubject },
    locale: Locale,
  ): Result<Delivery & { reference: string }>;
  /** Whether whoever is there wrote it. */
  isOwn(deliveryId: string): boolean;
  /** The person leaves. */
  forget(): void;
}

export function createUnsignedRequests(parts: {
  outbox: Pick<Outbox, 'enqueue'>;
  allowance?: UnsignedAllowance;
  now?: () => Date;
  newId?: () => string;
}): UnsignedRequests {
  const { outbox, allowance = createUnsignedAllowance(), now = () => new Date(), newId = uuidV7 } = parts;
  const written = new Set<string>();

  return {
    write({ from, subject }, locale) {
      if (allowance.isUsedUp()) return { ok: false, error: { code: 'NOT_ALLOWED_NOW' } };
      const deliveryId = newId();
      const saved = outbox.enqueue({
        kind: 'unsigned-request',
        deliveryId,
        isOnItsOwn: true,
        payload: { from, subject, writtenAt: now().toISOString(), locale },
      });
      if (!saved.ok) return saved;
      allowance.use();
      written.add(deliveryId);
      return { ok: true, value: { deliveryId, state: 'saved', reference: depositNumberOf(deliveryId) } };
    },
    isOwn: (deliveryId) => written.has(deliveryId),
    forget() {
      written.clear();
      allowance.forget();
    },
  };
}
