/** The landlord's central system, as the rest of the kiosk sees it. */
import { v7 as uuidV7 } from 'uuid';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { type CardCharges, createCardCharges } from './card-charges.ts';
import { createConnection, type RequestOutcome } from './connection.ts';
import type { DepositOutcome } from './deposit-outcome.ts';
import { createDirectDebitDeposits, type DirectDebitDeposits } from './direct-debit-deposits.ts';
import { createDocumentDeposits, type DocumentDeposits } from './document-deposits.ts';
import { expectedAnswers } from './expected-answers.ts';
import { CreateTenantSessionBody } from './generated/answers.ts';
import type {
  AuditEntry,
  KioskCredential,
  KioskHealthReport,
  PaymentReceiptRequest,
  PaymentReport,
  PublicKey,
  RentNotice,
  StatementRequest,
  Tenant,
  TenantSession,
} from './generated/model/index.ts';
import {
  createAuditEntry,
  createKioskCredential,
  createKioskHealthReport,
  createPayment,
  createPaymentReceiptDelivery,
  createStatementDelivery,
  createTenantSession,
  readRentNotice,
} from './generated/operations.ts';
import { createGuideSessionApi, type GuideSessionApi } from './guide-sessions.ts';
import { type AccountDeposit, handInAsKiosk, handInFor, outcomeForKiosk } from './hand-in.ts';
import { createHelpCallApi, type HelpCallApi } from './help-calls.ts';
import { createJoiningApi, type JoiningApi } from './joining-api.ts';
import { createKioskRequests, type TokenGiven } from './kiosk-requests.ts';
import type { KioskSigners } from './kiosk-signer.ts';
import { createPaperDeposits, type PaperDeposits } from './paper-deposits.ts';
import { createPublicReads, type PublicReads } from './public-reads.ts';
import { createRequestDeposits, type RequestDeposits } from './request-deposits.ts';
import { createSituationDeposits, type SituationDeposits } from './situation-deposits.ts';
import { createStaffApi, type StaffApi } from './staff-api.ts';
import { createTenantConnection, type TenantConnection } from './tenant-connection.ts';

export type { CardCharges, ChargeAnswer } from './card-charges.ts';
export type { RequestOutcome } from './connection.ts';
export type { DepositOutcome } from './deposit-outcome.ts';
export type { DwellingReads, PageRequest } from './dwelling-reads.ts';
export type {
  Account,
  Agencies,
  Agency,
  Appointment,
  CardCharge,
  CashSlip,
  ChargeYear,
  ChargeYearPage,
  Consumption,
  DirectDebit,
  DirectDebitChange,
  FollowUp as ApiFollowUp,
  HelpCall,
  KioskHealthReport,
  LeasePaperPage,
  LedgerEntry,
  LedgerPage,
  Meter,
  Payment,
  PaymentReport,
  PracticalTexts,
  ProfileChange as ProfileChangeOnRecord,
  ProfileChangeContent,
  PublicKey,
  RecentPayments,
  RentMonthPage,
  RentNotice,
  Request as ApiRequest,
  RequestHead as ApiRequestHead,
  ResidenceAlert,
  ResidenceAlerts,
  StatementRequest,
  Tenant,
  TenantProfile,
  UsefulNumbers,
} from './generated/model/index.ts';
export type { GuideSessionApi } from './guide-sessions.ts';
export type { LedgerPageRequest, ListedLedger } from './held-ledgers.ts';
export type { HelpCallApi } from './help-calls.ts';
export type { KnownAnswers } from './known-answers.ts';
export type { PublicReads } from './public-reads.ts';
export type { RequestReads } from './request-reads.ts';
export type { StaffApi } from './staff-api.ts';
export type { TenantConnection } from './tenant-connection.ts';
export type { UploadSlots } from './upload-slots.ts';
export type { ReadAttachment } from './uploads.ts';

export interface TenantApi extends DepositApi, CardCharges, GuideSessionApi, HelpCallApi, PublicReads {
  /** For whoever has nothing to sign in with. */
  readonly joining: JoiningApi;
  /** For staff who help tenants. */
  readonly staff: StaffApi;
  /**
   * CREDENTIALS_INVALID, SIGN_IN_DELAYED with its `retryAfterSeconds`, API_UNREACHABLE, API_TIMEOUT,
   * API_BROKEN_ANSWER, API_REFUSED, KIOSK_NOT_RECOGNISED, KIOSK_CLOCK_WRONG, or what `signers` answered.
   */
  signIn(credentials: { email: string; password: string }): Promise<Result<SignedIn>>;
  /** RENT_NOTICE_UNKNOWN, or whatever else `signIn` may answer but what is about credentials. */
  readRentNotice(reference: string): Promise<Result<RentNotice>>;
  /** A credential for another key, under the one that the kiosk has. */
  createKioskCredential(request: {
    publicKey: PublicKey;
    idempotencyKey: string;
  }): Promise<Result<KioskCredential>>;
  /** Asks for a kiosk token, whether or not one is at hand; what comes of it is told by `onOutcome`. */
  knock(): Promise<void>;
  /** The API's time as far as it was told, in milliseconds since 1970; this machine's until then. */
  timeThere(): number;
  /** Ends what is under way (API_UNREACHABLE) and the connections that are kept alive. */
  close(): void;
}

export interface SignedIn {
  tenant: Tenant;
  /** For what the person hands in: outlives the session, and reads nothing. */
  depositToken: string;
  expiresAt: string;
  /** The only way to read. */
  connection: TenantConnection;
}

/** What is handed in from the outbox, under a deposit token, or under the kiosk's own when nobody need be known. */
export interface DepositApi
  extends DirectDebitDeposits,
    DocumentDeposits,
    PaperDeposits,
    RequestDeposits,
    SituationDeposits {
  createStatementDelivery(deposit: AccountDeposit<StatementRequest>): Promise<DepositOutcome>;
  /** `idempotencyKey`: the attempt's id. */
  createPayment(report: { body: PaymentReport; idempotencyKey: string }): Promise<DepositOutcome>;
  createAuditEntry(deposit: { body: AuditEntry; idempotencyKey: string }): Promise<DepositOutcome>;
  createKioskHealthReport(deposit: {
    body: KioskHealthReport;
    idempotencyKey: string;
  }): Promise<DepositOutcome>;
  createPaymentReceiptDelivery(deposit: AccountDeposit<PaymentReceiptRequest>): Promise<DepositOutcome>;
}

export interface TenantApiOptions {
  /** https, or http on this machine; anything else throws. */
  baseUrl: string;
  /** `sha256/…` of the keys that the API may have; any that the system trusts when absent. */
  pins?: readonly string[] | undefined;
  /** How long one call of this API may take in all. */
  timeoutSeconds: number;
  /** Asked when a kiosk token is needed. Its failures are handed on. */
  signers: KioskSigners;
  /** Told after every kiosk token. */
  onToken?: (token: TokenGiven) => void;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** UUID version 7. */
  newId?: () => string;
  /** Told after every request. */
  onOutcome?: (outcome: RequestOutcome) => void;
}

export function createTenantApi(options: TenantApiOptions): TenantApi {
  const { baseUrl, pins, timeoutSeconds, signers, log } = options;
  const { now = Date.now, newId = uuidV7, onOutcome = () => undefined, onToken = () => undefined } = options;
  const closing = new AbortController();
  const connection = createConnection({ baseUrl, pins, log, now, onOutcome });
  const requests = createKioskRequests({
    connection,
    timeoutSeconds,
    signers,
    onToken,
    newId,
    endedBy: closing.signal,
  });

  return {
    async signIn(entered) {
      // What the contract does not let in cannot be anybody's.
      const credentials = CreateTenantSessionBody.safeParse({ ...entered, email: entered.email.trim() });
      if (!credentials.success) return { ok: false, error: { code: 'CREDENTIALS_INVALID' } };

      const idempotencyKey = newId();
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createTenantSession(credentials.data, {
            ...sent,
            expected: expectedAnswers.createTenantSession,
            idempotencyKey,
          }),
      });
      if (!answer.ok) return { ok: false, error: answer.failure.error };

      return { ok: true, value: signedInOf(answer.value) };
    },

    createStatementDelivery: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createStatementDelivery(accountId, body, {
          ...sent,
          expected: expectedAnswers.createStatementDelivery,
        }),
      ),

    async createPayment({ body, idempotencyKey }) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createPayment(body, { ...sent, expected: expectedAnswers.createPayment, idempotencyKey }),
      });
      if (answer.ok && answer.value.id !== idempotencyKey) {
        log.warn('tenant-api.failed', { operation: 'createPayment', code: 'API_BROKEN_ANSWER' });
        return { outcome: 'later', error: { code: 'API_BROKEN_ANSWER' } };
      }
      return outcomeForKiosk(answer);
    },

    createAuditEntry: ({ body, idempotencyKey }) =>
      handInAsKiosk(requests, idempotencyKey, (sent) =>
        createAuditEntry(body, { ...sent, expected: expectedAnswers.createAuditEntry }),
      ),

    createKioskHealthReport: ({ body, idempotencyKey }) =>
      handInAsKiosk(requests, idempotencyKey, (sent) =>
        createKioskHealthReport(body, { ...sent, expected: expectedAnswers.createKioskHealthReport }),
      ),

    createPaymentReceiptDelivery: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createPaymentReceiptDelivery(accountId, body, {
          ...sent,
          expected: expectedAnswers.createPaymentReceiptDelivery,
        }),
      ),

    async readRentNotice(reference) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) => readRentNotice(reference, { ...sent, expected: expectedAnswers.readRentNotice }),
      });
      if (!answer.ok) return { ok: false, error: answer.failure.error };
      if (answer.value.reference === reference) return answer;
      log.warn('tenant-api.failed', { operation: 'readRentNotice', code: 'API_BROKEN_ANSWER' });
      return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
    },

    joining: createJoiningApi(requests, signedInOf),
    staff: createStaffApi(requests, newId),
    ...createCardCharges(requests),
    ...createDirectDebitDeposits(requests),
    ...createDocumentDeposits(requests),
    ...createGuideSessionApi(requests),
    ...createHelpCallApi(requests),
    ...createPublicReads(requests),
    ...createSituationDeposits(requests),
    ...createPaperDeposits(requests),
    ...createRequestDeposits(requests),

    async createKioskCredential({ publicKey, idempotencyKey }) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createKioskCredential(
            { publicKey },
            { ...sent, expected: expectedAnswers.createKioskCredential, idempotencyKey },
          ),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },

    knock: requests.knock,
    timeThere: connection.timeThere,

    close() {
      closing.abort('API_UNREACHABLE' satisfies ErrorCode);
      connection.close();
    },
  };

  function signedInOf({ token, tenant, depositToken, expiresAt }: TenantSession): SignedIn {
    const tenantConnection = createTenantConnection({ requests, tenantToken: token, newId, log });
    return { tenant, depositToken, expiresAt, connection: tenantConnection };
  }
}
