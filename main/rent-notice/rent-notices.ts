/** Rent notices, as whoever holds one in their hand may see them: what is to be paid, and whose it is, masked. */
import type { Result } from '../../preload/contract.ts';
import type { RentNotice } from '../../preload/payment-contract.ts';
import { isLineCut } from '../tenant-api/line-is-cut.ts';
import type { RentNotice as ApiRentNotice, TenantApi, TenantConnection } from '../tenant-api/tenant-api.ts';
import type { GuessThrottle } from './guess-throttle.ts';
import { readNoticeCode } from './notice-code.ts';

export interface RentNotices {
  /**
   * From what was scanned or typed. RENT_NOTICE_CODE_WRONG before the central API hears of it, RENT_NOTICE_UNKNOWN,
   * RENT_NOTICE_DELAYED with its `retryAfterSeconds`, SESSION_OVER when the person left in the meantime, or what can
   * go wrong with any request.
   *
   * While the line is cut, and where the configuration allows it, a whole code says what is printed on the notice;
   * RENT_NOTICE_CODE_NEEDED for a reference alone, which does not.
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
  readAgain(reference: string): Promise<Result<NoticeNow>>;
  /** The person has left. */
  forget(): void;
}

/** A notice as the central API has it; without a name and an account, as it is printed. */
export type NoticeNow = ApiRentNotice | { accountId: null; maskedName: null; dueCents: number };

export function createRentNotices(parts: {
  api: Pick<TenantApi, 'readRentNotice'>;
  throttle: GuessThrottle;
  /** What is printed on a notice can be paid up to that while the line is cut; absent: nothing can. */
  offlineMaximumCents?: number | undefined;
  /** The line is known to be cut: nobody has to wait for that to be found out again. */
  isOffline?: () => boolean;
}): RentNotices {
  const { throttle, offlineMaximumCents, isOffline = () => false } = parts;

  /** By reference: what is printed on it, null where the code did not say. */
  const printed = new Map<string, number | null>();
  let endings = 0;

  return {
    async read(code) {
      const looked = await lookUp(code);
      if (!looked.ok) return looked;
      const { reference, printedCents, dueCents, maskedName } = looked.value;
      printed.set(reference, printedCents ?? printed.get(reference) ?? null);
      return { ok: true, value: { reference, amountCents: dueCents, maskedName } };
    },
    async findOwn(code, person) {
      const looked = await lookUp(code);
      if (!looked.ok) return looked;
      const accounts = await person.listAccounts();
      if (!accounts.ok) return accounts;
      const { accountId } = looked.value;
      if (accountId === null) return { ok: false, error: { code: 'API_UNREACHABLE' } };
      const isOwn = accounts.value.some(({ id }) => id === accountId);
      return isOwn
        ? { ok: true, value: { accountId } }
        : { ok: false, error: { code: 'RENT_NOTICE_OF_ANOTHER' } };
    },
    async readAgain(reference) {
      const printedCents = printed.get(reference);
      if (printedCents === undefined) return { ok: false, error: { code: 'RENT_NOTICE_UNKNOWN' } };
      return asPrinted(await ask(reference), printedCents);
    },
    forget() {
      endings += 1;
      printed.clear();
    },
  };

  async function lookUp(
    code: string,
  ): Promise<Result<NoticeNow & { reference: string; printedCents: number | null }>> {
    const notice = readNoticeCode(code);
    if (!notice) return { ok: false, error: { code: 'RENT_NOTICE_CODE_WRONG' } };

    const { reference, printedCents } = notice;
    const endingsBefore = endings;
    const read = printed.has(reference)
      ? // Whoever comes back to their own notice guesses nothing.
        await ask(reference)
      : await throttle.guard(() => ask(reference));
    // What came for somebody who has left is not for whoever is there now.
    if (endings !== endingsBefore) return { ok: false, error: { code: 'SESSION_OVER' } };
    const answer = asPrinted(read, printedCents);
    return answer.ok ? { ok: true, value: { ...answer.value, reference, printedCents } } : answer;
  }

  async function ask(reference: string): Promise<Result<ApiRentNotice>> {
    const isInVain = offlineMaximumCents !== undefined && isOffline();
    return isInVain ? { ok: false, error: { code: 'API_UNREACHABLE' } } : parts.api.readRentNotice(reference);
  }

  /** In place of an answer that did not come. */
  function asPrinted(answer: Result<ApiRentNotice>, printedCents: number | null): Result<NoticeNow> {
    if (answer.ok || offlineMaximumCents === undefined || !isLineCut(answer.error)) {
      return answer;
    }
    if (printedCents === null) return { ok: false, error: { code: 'RENT_NOTICE_CODE_NEEDED' } };
    if (printedCents > offlineMaximumCents) return answer;
    return { ok: true, value: { accountId: null, maskedName: null, dueCents: printedCents } };
  }
}
