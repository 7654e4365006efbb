/** Requests of people who have not signed in: they say who they are and how they can be reached. */
import { v7 as uuidV7 } from 'uuid';
import type { Delivery, Locale, Result } from '../../preload/contract.ts';
import type { RequestSubject, UnsignedPerson } from '../../preload/request-contract.ts';
import type { Outbox } from '../sync/outbox.ts';
import { depositNumberOf } from './deposit-number.ts';

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

/** Nobody proves who they are: whoever wants to flood the landlord has to begin anew each time. */
const MOST_A_SESSION = 3;

export function createUnsignedRequests(parts: {
  outbox: Pick<Outbox, 'enqueue'>;
  now?: () => Date;
  newId?: () => string;
}): UnsignedRequests {
  const { outbox, now = () => new Date(), newId = uuidV7 } = parts;
  const written = new Set<string>();

  return {
    write({ from, subject }, locale) {
      if (written.size >= MOST_A_SESSION) return { ok: false, error: { code: 'NOT_ALLOWED_NOW' } };
      const deliveryId = newId();
      const saved = outbox.enqueue({
        kind: 'unsigned-request',
        deliveryId,
        isOnItsOwn: true,
        payload: { from, subject, writtenAt: now().toISOString(), locale },
      });
      if (!saved.ok) return saved;
      written.add(deliveryId);
      return { ok: true, value: { deliveryId, state: 'saved', reference: depositNumberOf(deliveryId) } };
    },
    isOwn: (deliveryId) => written.has(deliveryId),
    forget: () => written.clear(),
  };
}
