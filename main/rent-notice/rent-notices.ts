/** Rent notices, as whoever holds one in their hand may see them: what is to be paid, and whose it is, masked. */
import type { Result } from '../../preload/contract.ts';
import type { RentNotice } from '../../preload/payment-contract.ts';
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import type { GuessThrottle } from './guess-throttle.ts';
import { readNoticeCode } from './notice-code.ts';

/** What a payment needs to know of a notice. The account is never shown. */
export interface KnownRentNotice {
  readonly reference: string;
  readonly accountId: string;
  readonly dueCents: number;
}

export interface RentNotices {
  /**
   * From what was scanned or typed. RENT_NOTICE_CODE_WRONG before the central API hears of it, RENT_NOTICE_UNKNOWN,
   * RENT_NOTICE_DELAYED with its `retryAfterSeconds`, SESSION_OVER when the person left in the meantime, or what can
   * go wrong with any request.
   */
  read(code: string): Promise<Result<RentNotice>>;
  /** As it was when this person read it; null for any other notice. */
  known(reference: string): KnownRentNotice | null;
  /** The person has left. */
  forget(): void;
}

export function createRentNotices(parts: {
  api: Pick<TenantApi, 'readRentNotice'>;
  throttle: GuessThrottle;
}): RentNotices {
  const { api, throttle } = parts;
  const read = new Map<string, KnownRentNotice>();
  let endings = 0;

  return {
    async read(code) {
      const notice = readNoticeCode(code);
      if (!notice) return { ok: false, error: { code: 'RENT_NOTICE_CODE_WRONG' } };

      const { reference } = notice;
      const endingsBefore = endings;
      const answer = read.has(reference)
        ? // Whoever comes back to their own notice guesses nothing.
          await api.readRentNotice(reference)
        : await throttle.guard(() => api.readRentNotice(reference));
      // What came for somebody who has left is not for whoever is there now.
      if (endings !== endingsBefore) return { ok: false, error: { code: 'SESSION_OVER' } };
      if (!answer.ok) return answer;

      const { accountId, dueCents, maskedName } = answer.value;
      read.set(reference, { reference, accountId, dueCents });
      return { ok: true, value: { reference, amountCents: dueCents, maskedName } };
    },
    known: (reference) => read.get(reference) ?? null,
    forget() {
      endings += 1;
      read.clear();
    },
  };
}
