/** What was paid on an account, whoever took it: the central API's list, and before it what was paid here meanwhile. */
import type { Result } from '../../preload/contract.ts';
import type { PastPayment } from '../../preload/payment-contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { Visit } from '../session/visit.ts';
import type { PaymentAttemptRow } from '../store/payment-attempts-repository.ts';
import type { Payment as ApiPayment } from '../tenant-api/tenant-api.ts';
import type { PaymentJournal } from './payment-journal.ts';
import { referenceOf } from './payment-reference.ts';

export interface PastPayments {
  list(
    visit: Visit,
    request: { accountId: string; cursor: string | null },
  ): Promise<Result<{ payments: PastPayment[]; nextCursor: string | null }>>;
  /** A payment that this person was shown, and that has a receipt; null for any other. */
  listed(paymentId: string): ListedPayment | null;
  forgetPerson(): void;
}

export interface ListedPayment {
  accountId: string;
  means: PastPayment['means'];
  amountCents: number;
  receipt: NonNullable<ApiPayment['receipt']>;
  authorisationNumber: string | null;
}

export function createPastPayments(parts: { journal: Pick<PaymentJournal, 'approvedOf'> }): PastPayments {
  const { journal } = parts;
  const shown = new Map<string, ListedPayment>();
  let stay = 0;

  return {
    async list({ connection }, { accountId, cursor }) {
      const startedIn = stay;
      // What the API acknowledges while it answers may be missing from its answer.
      const before = unreportedOf(accountId);
      if (!before.ok) return before;
      const page = await connection.listPayments({ accountId, cursor });
      if (!page.ok) return page;
      if (stay !== startedIn) return { ok: false, error: { code: 'SESSION_OVER' } };
      const after = unreportedOf(accountId);
      if (!after.ok) return after;
      const own = cursor === null ? new Map([...before.value, ...after.value].map(byId)).values() : [];

      const { items, nextCursor } = page.value;
      const told = new Set(items.map(({ id }) => id.toLowerCase()));
      const untold = [...own].filter(({ attemptId }) => !told.has(attemptId));
      for (const item of items) remember(accountId, item);
      for (const attempt of untold) rememberOwn(accountId, attempt);

      // What is planned comes first, and has not been paid.
      const planned = items.filter(({ state }) => state === 'planned').map(described);
      const paid = items.filter(({ state }) => state !== 'planned').map(described);
      const payments = [...planned, ...untold.toReversed().map(describedOwn), ...paid];
      return { ok: true, value: { payments, nextCursor } };
    },

    listed: (paymentId) => shown.get(paymentId) ?? null,

    forgetPerson() {
      stay += 1;
      shown.clear();
    },
  };

  /** What the API has acknowledged is in its own list. */
  function unreportedOf(accountId: string): Result<PaymentAttemptRow[]> {
    const approved = journal.approvedOf(accountId);
    return approved.ok
      ? { ok: true, value: approved.value.filter(({ state }) => state === 'APPROVED') }
      : approved;
  }

  function remember(accountId: string, { id, means, amountCents, receipt }: ApiPayment): void {
    if (receipt) shown.set(id, { accountId, means, amountCents, receipt, authorisationNumber: null });
  }

  function rememberOwn(accountId: string, attempt: PaymentAttemptRow): void {
    const { attemptId, amountCents, isWhole, authorisationNumber } = attempt;
    const receipt = {
      reference: referenceOf(attemptId),
      paidAt: new Date(paidAt(attempt)).toISOString(),
      isWhole,
    };
    shown.set(attemptId, { accountId, means: 'cardAtKiosk', amountCents, receipt, authorisationNumber });
  }
}

function described({ id, paidOn, means, amountCents, state, receipt }: ApiPayment): PastPayment {
  return {
    id,
    paidOn,
    means,
    amountCents,
    state: state === 'received' ? 'recording' : state,
    hasReceipt: receipt !== null,
  };
}

function describedOwn(attempt: PaymentAttemptRow): PastPayment {
  return {
    id: attempt.attemptId,
    paidOn: dayInFrance(new Date(paidAt(attempt))),
    means: 'cardAtKiosk',
    amountCents: attempt.amountCents,
    state: 'recording',
    hasReceipt: true,
  };
}

function byId(attempt: PaymentAttemptRow): [string, PaymentAttemptRow] {
  return [attempt.attemptId, attempt];
}

function paidAt({ approvedAt, createdAt }: PaymentAttemptRow): number {
  return approvedAt ?? createdAt;
}
