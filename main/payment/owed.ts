/** What is owed for what somebody wants to pay, freshly read from the central API, without what was paid here. */
import type { Result } from '../../preload/contract.ts';
import type { Payable } from '../../preload/payment-contract.ts';
import { beingRecorded, sumCents } from '../account/being-recorded.ts';
import type { Visit } from '../session/visit.ts';
import { ownPaymentsOf } from './own-payments.ts';
import type { PaymentJournal } from './payment-journal.ts';

export interface Owed {
  accountId: string;
  owedCents: number;
  /** False for what is only printed on the notice: perhaps a part of it has been paid since. */
  isCurrent: boolean;
  /** Where a payment for the same thing may stand in the journal under another name. */
  alsoKnownAs: string | null;
}

/** What a payment has to know of a rent notice. */
export interface NoticeToPay {
  /** Null while the line is cut: nobody can say whose it is. */
  accountId: string | null;
  dueCents: number;
}

export type ReadNotice = (reference: string) => Promise<Result<NoticeToPay>>;

export function createOwedReader(parts: {
  journal: PaymentJournal;
  readNotice: ReadNotice;
  /** Milliseconds since 1970. */
  now: () => number;
}): (payable: Payable, visit: Visit | null) => Promise<Result<Owed>> {
  const { journal, readNotice, now } = parts;

  return (payable, visit) => {
    switch (payable.kind) {
      case 'account':
        return visit ? ofAccount(payable.accountId, visit) : Promise.resolve(SESSION_OVER);
      case 'rentNotice':
        return ofNotice(payable.reference);
      default:
        return payable satisfies never;
    }
  };

  async function ofAccount(accountId: string, { connection }: Visit): Promise<Result<Owed>> {
    const accounts = await connection.listAccounts();
    if (!accounts.ok) return accounts;
    const account = accounts.value.find(({ id }) => id === accountId);
    // Nobody pays for an account that is not theirs.
    if (!account) return { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } };
    const own = ownPaymentsOf(journal, accountId);
    if (!own.ok) return own;
    const recordingCents = sumCents(beingRecorded(account.recentPayments, own.value, now()));
    return {
      ok: true,
      value: {
        accountId,
        owedCents: account.balanceCents - recordingCents,
        isCurrent: true,
        alsoKnownAs: null,
      },
    };
  }

  async function ofNotice(reference: string): Promise<Result<Owed>> {
    // What the API acknowledges, or the terminal tells, while the API answers may be missing from its answer.
    const before = journal.open();
    if (!before.ok) return before;
    const notice = await readNotice(reference);
    if (!notice.ok) return notice;
    const after = journal.open();
    if (!after.ok) return after;
    const { accountId, dueCents } = notice.value;
    const unnamed = accountOfNotice(reference);
    const unreported = [...before.value, ...after.value].filter(
      (attempt) =>
        attempt.state === 'APPROVED' &&
        (journal.isOf(attempt, unnamed) || (accountId !== null && journal.isOf(attempt, accountId))),
    );
    const each = new Map(unreported.map((attempt) => [attempt.attemptId, attempt]));
    return {
      ok: true,
      value: {
        accountId: accountId ?? unnamed,
        owedCents: dueCents - sumCents([...each.values()]),
        isCurrent: accountId !== null,
        alsoKnownAs: accountId === null ? null : unnamed,
      },
    };
  }
}

/** Under which a notice stands in the journal whose account nobody could say. No account is called like that. */
function accountOfNotice(reference: string): string {
  return `rent-notice-${reference}`;
}

const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;
