/**
 * A tenant's direct debit: how it stands, a mandate signed here, and what is changed about it.
 *
 * What was wished here is shown with what the central API says until the API says it too. All that is known of a
 * mandate's IBAN goes with the session; the outbox alone keeps it, sealed, until it is handed in.
 */
import type { CallInput, Delivery, ErrorCode, Failure, Locale, Result } from '../../preload/contract.ts';
import type { BicVerdict, DirectDebit, IbanVerdict } from '../../preload/direct-debit-contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { DirectDebitMandateContent, DrawnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { DirectDebitChange } from '../tenant-api/tenant-api.ts';
import { compactBic, compactIban, judgeBic, judgeIban } from './bank-account.ts';
import { isHolderName } from './holder-name.ts';
import { type OwnWish, obstacleTo, type SignedMandate, type Wished, withOwnWishes } from './own-wishes.ts';

export type SignRequest = CallInput<'directDebit.sign'>;

export interface DirectDebits {
  read(visit: Visit, accountId: string): Promise<Result<DirectDebit>>;
  judgeIban(typed: string): IbanVerdict;
  /** `iban`: one that was found right. */
  judgeBic(typed: string, iban: string): BicVerdict;
  /**
   * Resolves once the mandate is on disk. Its reference and its creditor are those that were read last: they are what
   * the person signed. IBAN_WRONG, BIC_WRONG, MANDATE_BEING_RECORDED; INPUT_INVALID for what was never offered.
   */
  sign(visit: Visit, request: SignRequest, locale: Locale): Result<Delivery>;
  /** MANDATE_NONE, DEBIT_TOO_LATE; INPUT_INVALID for a day or a debit that was never offered. */
  change(visit: Visit, accountId: string, change: DirectDebitChange): Result<Delivery>;
  /** The mandate that was signed in this session; MANDATE_UNAVAILABLE without one. */
  print(visit: Visit, accountId: string, locale: Locale): Result<{ jobId: string }>;
  /**
   * Resolves once the wish is on disk. The mandate that was shown last, also one that was signed before: the landlord
   * has it. MANDATE_NONE without one.
   */
  sendByEmail(visit: Visit, accountId: string, locale: Locale): Result<Delivery>;
  /** News of what was handed in, of whatever kind. */
  delivered(delivery: Delivery): void;
  /** The person leaves. */
  forget(): void;
}

/** What is known of one account during one visit. */
interface Book {
  /** As it was shown last. */
  shown: DirectDebit | null;
  wishes: OwnWish[];
}

export function createDirectDebits(parts: {
  outbox: Pick<Outbox, 'enqueue'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: DirectDebitMandateContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): DirectDebits {
  const { outbox, printJobs, draw, now = () => new Date() } = parts;
  let stay: { visit: Visit; books: Map<string, Book> } | null = null;

  return {
    async read(visit, accountId) {
      const book = bookOf(visit, accountId);
      // What is handed in while the API is being asked may or may not be in its answer.
      const wishesBefore = [...book.wishes];
      const answer = await visit.connection.readDirectDebit(accountId);
      if (!answer.ok) return answer;
      const wishes = [...new Set([...wishesBefore, ...book.wishes])];
      book.shown = withOwnWishes(answer.value, wishes);
      return { ok: true, value: book.shown };
    },

    judgeIban,
    judgeBic,

    sign(visit, request, locale) {
      const { accountId, copyByEmail, signature, day } = request;
      const { shown, wishes } = bookOf(visit, accountId);
      const holder = request.holder.trim();
      if (!shown?.days.includes(day) || !isHolderName(holder)) return failure('INPUT_INVALID');
      const reference = shown.nextMandateReference;
      const isSignedAlready = wishes.some((wish) => wish.mandate?.reference === reference);
      if (isSignedAlready) return failure('MANDATE_BEING_RECORDED');

      const verdict = judgeIban(request.iban);
      if (verdict.verdict === 'wrong') return failure('IBAN_WRONG');
      const bic = verdict.needsBic ? compactBic(request.bic ?? '') : null;
      if (bic !== null && judgeBic(bic, request.iban).verdict === 'wrong') return failure('BIC_WRONG');

      const signedAt = now();
      const iban = compactIban(request.iban);
      const mandate: SignedMandate = {
        creditor: shown.creditor,
        signedOn: dayInFrance(signedAt),
        ...{ reference, holder, iban, bic, day, signature },
      };
      const { tenantId, depositToken } = visit;
      const saved = outbox.enqueue({
        kind: 'direct-debit-mandate',
        ...{ tenantId, depositToken },
        payload: {
          signedAt: signedAt.toISOString(),
          ...{ accountId, reference, holder, iban, bic, day, signature, copyByEmail, locale },
        },
      });
      return noted(visit, accountId, saved, { mandate, change: null });
    },

    change(visit, accountId, change) {
      const obstacle = obstacleTo(change, bookOf(visit, accountId).shown);
      if (obstacle) return failure(obstacle);
      const { tenantId, depositToken } = visit;
      const saved = outbox.enqueue({
        kind: 'direct-debit-change',
        ...{ tenantId, depositToken },
        payload: { accountId, change },
      });
      return noted(visit, accountId, saved, { mandate: null, change });
    },

    print(visit, accountId, locale) {
      const signed = bookOf(visit, accountId).wishes.findLast(({ mandate }) => mandate)?.mandate;
      if (!signed) return failure('MANDATE_UNAVAILABLE');
      return printJobs.start(async () => {
        const accounts = await visit.connection.listAccountsForPaper();
        if (!accounts.ok) return accounts;
        const lease = accounts.value.find(({ id }) => id === accountId)?.lease;
        if (!lease) return failure('API_BROKEN_ANSWER');
        const { signature, ...mandate } = signed;
        return draw({
          ...mandate,
          signaturePath: signature,
          holderAddressLines: lease.addressLines,
          leaseNumber: lease.number,
          locale,
        });
      });
    },

    sendByEmail(visit, accountId, locale) {
      const reference = bookOf(visit, accountId).shown?.mandate?.reference;
      if (reference === undefined) return failure('MANDATE_NONE');
      const { tenantId, depositToken } = visit;
      // In the tenant's own lane: the API hears of the mandate first.
      const saved = outbox.enqueue({
        kind: 'direct-debit-mandate-delivery',
        ...{ tenantId, depositToken },
        payload: { accountId, reference, locale },
      });
      return saved.ok ? { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } } : saved;
    },

    delivered({ deliveryId, state }) {
      for (const book of stay?.books.values() ?? []) {
        const wish = book.wishes.find((each) => each.deliveryId === deliveryId);
        if (!wish) continue;
        // A mandate stays: its copy can be asked for, and the landlord may take its time to show it.
        if (state === 'refused' || (state === 'transmitted' && !wish.mandate)) {
          book.wishes = book.wishes.filter((each) => each !== wish);
        }
      }
    },

    forget() {
      stay = null;
    },
  };

  function bookOf(visit: Visit, accountId: string): Book {
    if (stay?.visit !== visit) stay = { visit, books: new Map() };
    const known = stay.books.get(accountId);
    if (known) return known;
    const book: Book = { shown: null, wishes: [] };
    stay.books.set(accountId, book);
    return book;
  }

  function noted(
    visit: Visit,
    accountId: string,
    saved: Result<{ deliveryId: string }>,
    wish: Wished,
  ): Result<Delivery> {
    if (!saved.ok) return saved;
    const { deliveryId } = saved.value;
    const book = bookOf(visit, accountId);
    const own = { deliveryId, ...wish };
    book.wishes = [...book.wishes, own];
    if (book.shown) book.shown = withOwnWishes(book.shown, [own]);
    return { ok: true, value: { deliveryId, state: 'saved' } };
  }
}

function failure(code: ErrorCode): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
