/**
 * Papers of people who have not signed in: they say who they are, under which number the landlord knows them, and how
 * they can be reached. Nothing of anybody is read for it, so it is taken while the line is cut, too.
 */
import { v7 as uuidV7 } from 'uuid';
import type { Delivery, Locale, Result } from '../../preload/contract.ts';
import { faultOnAnyDay } from '../../preload/insurance-dates.ts';
import type { UnsignedDeposit } from '../../preload/unsigned-deposit-contract.ts';
import { depositNumberOf } from '../requests/deposit-number.ts';
import { createUnsignedAllowance, type UnsignedAllowance } from '../requests/unsigned-allowance.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Documents, UnsignedStay } from './documents.ts';

export interface UnsignedDeposits {
  /** Of whoever is there and has not signed in. */
  stay(): UnsignedStay;
  /**
   * Answers once the document in hand is on disk. NOT_ALLOWED_NOW for more than a few, INPUT_INVALID for dates that
   * cannot be, or what keeps a document from being handed in.
   */
  send(deposit: UnsignedDeposit, locale: Locale): Promise<Result<Delivery & { reference: string }>>;
  /** Whether whoever is there handed it in. */
  isOwn(deliveryId: string): boolean;
  /** The person leaves. */
  forget(): void;
}

export function createUnsignedDeposits(parts: {
  outbox: Pick<Outbox, 'enqueue'>;
  documents: Pick<Documents, 'handOver'>;
  allowance?: UnsignedAllowance;
  newId?: () => string;
}): UnsignedDeposits {
  const { outbox, documents, allowance = createUnsignedAllowance(), newId = uuidV7 } = parts;
  const written = new Set<string>();
  let stay: UnsignedStay = { isSignedIn: false };

  return {
    stay: () => stay,

    async send({ from, kind, insured }, locale) {
      if (allowance.isUsedUp()) return { ok: false, error: { code: 'NOT_ALLOWED_NOW' } };
      // Nobody has told this kiosk what day it is: its clock may be wrong by a year, and the landlord sees for itself.
      if (insured && faultOnAnyDay(insured)) return { ok: false, error: { code: 'INPUT_INVALID' } };
      const deliveryId = newId();
      const saved = await documents.handOver(stay, ({ pdf, facts }) =>
        outbox.enqueue({
          kind: 'unsigned-deposit',
          deliveryId,
          isOnItsOwn: true,
          payload: { from, kind, insured, ...facts, locale },
          attachment: pdf,
        }),
      );
      if (!saved.ok) return saved;
      allowance.use();
      written.add(deliveryId);
      return { ok: true, value: { deliveryId, state: 'saved', reference: depositNumberOf(deliveryId) } };
    },

    isOwn: (deliveryId) => written.has(deliveryId),

    forget() {
      stay = { isSignedIn: false };
      written.clear();
      allowance.forget();
    },
  };
}
