/** Rent notices, as whoever holds one in their hand may see them: what is to be paid, and whose it is, masked. */
import type { Result } from '../../preload/contract.ts';
import type { RentNotice } from '../../preload/payment-contract.ts';
import type { RentNotice as ApiRentNotice, TenantApi, TenantConnection } from '../tenant-api/tenant-api.ts';
import type { GuessThrottle } from './guess-throttle.ts';
import { readNoticeCode } from './notice-code.ts';

export interface RentNotices {
  /**
   * From what was scanned or typed. RENT_NOTICE_CODE_WRONG before the central API hears of it, RENT_NOTICE_UNKNOWN,
   * RENT_NOTICE_DELAYED with its `retryAfterSeconds`, SESSION_OVER when the person left in the meantime, or what can
   * go wrong with any request.
   */
  read(code: string): Promise<Result<RentNotice>>;
  /**
   * Which of their accounts a notice is about that somebody signed in has scanned. Like `read`, and
   * RENT_NOTICE_OF_ANOTHER when it is none of theirs.
   */
  findOwn(
    code: string,
    person: Pick<TenantConnection, 'listAccounts'>,
  ): Promise<Result<{ accountId: string }>>;
  /**
   * For paying, as it is now, and only what this person has read: to ask what can be paid of other people's notices
   * is to leaf through them. RENT_NOTICE_UNKNOWN for any other. The account in it is never shown.
   */
  readAgain(reference: string): Promise<Result<ApiRentNotice>>;
  /** The person has left. */
  forget(): void;
}

export function createRentNotices(parts: {
  api: Pick<TenantApi, 'readRentNotice'>;
  throttle: GuessThrottle;
}): RentNotices {
  const { api, throttle } = parts;
  const references = new Set<string>();
  let endings = 0;

  return {
    async read(code) {
      const looked = await lookUp(code);
      if (!looked.ok) return looked;
      const { reference, dueCents, maskedName } = looked.value;
      references.add(reference);
      return { ok: true, value: { reference, amountCents: dueCents, maskedName } };
    },
    async findOwn(code, person) {
      const looked = await lookUp(code);
      if (!looked.ok) return looked;
      const accounts = await person.listAccounts();
      if (!accounts.ok) return accounts;
      const { accountId } = looked.value;
      const isOwn = accounts.value.some(({ id }) => id === accountId);
      return isOwn
        ? { ok: true, value: { accountId } }
        : { ok: false, error: { code: 'RENT_NOTICE_OF_ANOTHER' } };
    },
    async readAgain(reference) {
      if (references.has(reference)) return await api.readRentNotice(reference);
      return { ok: false, error: { code: 'RENT_NOTICE_UNKNOWN' } };
    },
    forget() {
      endings += 1;
      references.clear();
    },
  };

  async function lookUp(code: string): Promise<Result<ApiRentNotice & { reference: string }>> {
    const notice = readNoticeCode(code);
    if (!notice) return { ok: false, error: { code: 'RENT_NOTICE_CODE_WRONG' } };

    const { reference } = notice;
    const endingsBefore = endings;
    const answer = references.has(reference)
      ? // Whoever comes back to their own notice guesses nothing.
        await api.readRentNotice(reference)
      : await throttle.guard(() => api.readRentNotice(reference));
    // What came for somebody who has left is not for whoever is there now.
    if (endings !== endingsBefore) return { ok: false, error: { code: 'SESSION_OVER' } };
    return answer.ok ? { ok: true, value: { ...answer.value, reference } } : answer;
  }
}
