/** What one signed-in person's kiosk may read, from sign-in to sign-out. */
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Answer } from './answer.ts';
import { type AppointmentBook, createAppointmentBook } from './appointment-book.ts';
import { createDwellingReads, type DwellingReads } from './dwelling-reads.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { Account, DirectDebit, ListAccountsParams, Payment } from './generated/model/index.ts';
import {
  deleteCurrentTenantSession,
  listAccounts,
  listLedgerEntries,
  listPayments,
  readDirectDebit,
} from './generated/operations.ts';
import {
  createHeldLedgers,
  type HeldLedgers,
  type LedgerPageRequest,
  type ListedLedger,
} from './held-ledgers.ts';
import { createHeldLists, type ListBreach } from './held-lists.ts';
import { createInsuranceReadings, type InsuranceReadings } from './insurance-readings.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';
import { createKnownAnswers } from './known-answers.ts';
import type { LedgerBreach } from './ledger-integrity.ts';
import { isLineCut } from './line-is-cut.ts';
import { createProfileReadings, type ProfileReadings } from './profile-readings.ts';
import { createRequestReads, type RequestReads } from './request-reads.ts';
import { createUploadSlots, type UploadSlots } from './upload-slots.ts';

export interface ListedPayments {
  items: Payment[];
  nextCursor: string | null;
}

export interface TenantConnection {
  listAccounts(): Promise<Result<Account[]>>;
  /** As they were listed last in this session. Nothing is asked. */
  accountsAsListed(): readonly Account[];
  /** As they are now; while the line is cut, as they were listed last in this session, if they were. */
  listAccountsForPaper(): Promise<Result<readonly Account[]>>;
  /** The newest first. See `HeldLedgers`. */
  readLedgerPage(request: LedgerPageRequest): Promise<Result<ListedLedger>>;
  /** See `HeldLedgers`. */
  readWholeLedger: HeldLedgers['readWhole'];
  /**
   * The newest first. `cursor` null: as far as they were read in this session, and at least the first page.
   * API_BROKEN_ANSWER when one is told twice on a page.
   */
  listPayments(request: { accountId: string; cursor: string | null }): Promise<Result<ListedPayments>>;
  readDirectDebit(accountId: string): Promise<Result<DirectDebit>>;
  readonly insurance: InsuranceReadings;
  readonly profile: ProfileReadings;
  /** What the dwelling used and costs, and the papers about it. */
  readonly dwelling: DwellingReads;
  /** What the person asked for, and what they did lately. */
  readonly requests: RequestReads;
  readonly appointments: AppointmentBook;
  /** For what the person's own telephone sends. */
  readonly uploadSlots: UploadSlots;
  /**
   * Forgets the token at once, whatever becomes of telling the API. Whatever is being read, and every later
   * reading, answers SESSION_OVER.
   */
  signOut(): Promise<Result<void>>;
}

const PAYMENT_PAGE_LIMIT = 50;

/** One account per lease: nobody has a thousand. */
const MAX_ACCOUNT_PAGES = 20;

export function createTenantConnection(options: {
  requests: KioskRequests;
  tenantToken: string;
  newId: () => string;
  log: Log;
}): TenantConnection {
  const { requests, newId, log } = options;
  const session = new AbortController();
  const known = createKnownAnswers();
  const ledgers = createHeldLedgers({
    ask: (accountId, params) =>
      read((sent) =>
        listLedgerEntries(accountId, params, { ...sent, expected: expectedAnswers.listLedgerEntries }),
      ),
    onBreach: (breach) => void brokenBy('listLedgerEntries', breach),
  });
  const payments = createHeldLists<Payment>({
    ask: (accountId, place) =>
      read((sent) =>
        listPayments(
          accountId,
          { ...place, limit: PAYMENT_PAGE_LIMIT },
          { ...sent, expected: expectedAnswers.listPayments },
        ),
      ),
    orderOf: ({ state, paidOn }) => `${state === 'planned' ? 1 : 0} ${paidOn}`,
    onBreach: (breach) => void brokenBy('listPayments', breach),
  });
  const requestReads = createRequestReads({ read, log });
  const insurance = createInsuranceReadings({ read, log });
  const profile = createProfileReadings({ read, log });
  let accountsAsListed: readonly Account[] = [];
  let tenantToken: string | null = options.tenantToken;

  return {
    listAccounts: listAllAccounts,
    accountsAsListed: () => accountsAsListed,
    async listAccountsForPaper() {
      const answer = await listAllAccounts();
      const isCut = !answer.ok && isLineCut(answer.error);
      return isCut && accountsAsListed.length > 0 ? { ok: true, value: accountsAsListed } : answer;
    },
    readLedgerPage: ledgers.read,
    readWholeLedger: ledgers.readWhole,
    listPayments: ({ accountId, cursor }) => payments.read(accountId, cursor),
    readDirectDebit: (accountId) =>
      read((sent) => readDirectDebit(accountId, { ...sent, expected: expectedAnswers.readDirectDebit })),
    insurance: insurance.reads,
    profile: profile.reads,
    dwelling: createDwellingReads({ read, log }),
    requests: requestReads.reads,
    appointments: createAppointmentBook({ read, newId, log }),
    uploadSlots: createUploadSlots({ read, newId, log }),
    signOut,
  };

  async function listAllAccounts(): Promise<Result<Account[]>> {
    const accounts: Account[] = [];
    const seen = new Set<string>();
    let params: ListAccountsParams = {};
    for (let pages = 0; pages < MAX_ACCOUNT_PAGES; pages++) {
      const page = await read((sent) =>
        listAccounts(params, { ...sent, expected: expectedAnswers.listAccounts }),
      );
      if (!page.ok) return page;

      accounts.push(...page.value.items);
      const { nextCursor } = page.value;
      if (nextCursor === null) {
        if (!areDistinct(accounts)) return brokenBy('listAccounts', 'repeated-account');
        accountsAsListed = accounts;
        return { ok: true, value: accounts };
      }
      if (seen.has(nextCursor)) return brokenBy('listAccounts', 'cursor-loop');
      seen.add(nextCursor);
      params = { cursor: nextCursor };
    }
    return brokenBy('listAccounts', 'too-many-pages');
  }

  function signOut(): Promise<Result<void>> {
    if (tenantToken === null) return Promise.resolve({ ok: true, value: undefined });
    const spent = tenantToken;
    tenantToken = null;
    accountsAsListed = [];
    ledgers.forget();
    payments.forget();
    requestReads.forget();
    insurance.forget();
    profile.forget();
    known.forget();
    session.abort('SESSION_OVER' satisfies ErrorCode);
    return endSession(requests, spent, newId());
  }

  async function read<Value>(
    operation: (sent: Sent) => Promise<Answer<Value>>,
    limits: { timeoutSeconds?: number } = {},
  ): Promise<Result<Value>> {
    const held = tenantToken;
    if (held === null) return { ok: false, error: { code: 'SESSION_OVER' } };
    const answer = await requests.ask({
      identity: (kioskToken) => ({ kind: 'tenant', kioskToken, tenantToken: held }),
      operation: (sent) => operation({ ...sent, known }),
      endedBy: session.signal,
      ...limits,
    });
    if (session.signal.aborted) {
      known.forget();
      return { ok: false, error: { code: 'SESSION_OVER' } };
    }
    return answer.ok ? answer : { ok: false, error: answer.failure.error };
  }

  function brokenBy(
    operation: string,
    breach: LedgerBreach | ListBreach | 'repeated-account',
  ): Result<never> {
    log.warn('tenant-api.failed', { operation, code: 'API_BROKEN_ANSWER', breach });
    return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
  }
}

/** Beside the connection and not in it: however long the API takes to hear of it, it holds nothing of what was read. */
async function endSession(
  requests: KioskRequests,
  tenantToken: string,
  idempotencyKey: string,
): Promise<Result<void>> {
  const answer = await requests.ask({
    identity: (kioskToken) => ({ kind: 'tenant', kioskToken, tenantToken }),
    operation: (sent) =>
      deleteCurrentTenantSession({
        ...sent,
        expected: expectedAnswers.deleteCurrentTenantSession,
        idempotencyKey,
      }),
  });
  // Over already is what was asked for.
  if (answer.ok || answer.failure.error.code === 'SESSION_OVER') return { ok: true, value: undefined };
  return { ok: false, error: answer.failure.error };
}

function areDistinct(things: readonly { id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length;
}
