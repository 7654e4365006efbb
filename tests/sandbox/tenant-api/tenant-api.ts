import type { IncomingMessage } from 'node:http';
import { startLoopbackServer } from '../loopback-server.ts';
import type { Answer } from './answer.ts';
import type { Appointments } from './appointments.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { Tenant } from './books.ts';
import { type Caller, type Proof, SECURITY_SCHEMES } from './callers.ts';
import type { CardCharges } from './card-charges.ts';
import { createClock, dayInFrance, instantOf } from './clock.ts';
import { BASE_PATH, openContract, type Trace, type ValidRequest } from './contract.ts';
import type { Documents } from './documents.ts';
import { createFaults, type Faults } from './faults.ts';
import type { GuideSessions } from './guide/guide-sessions.ts';
import { createDeskHandler, isForDesk } from './guide/serve-desk.ts';
import { createRelayServer } from './guide/serve-relay.ts';
import type { HealthReports } from './health-reports.ts';
import type { HelpCalls } from './help-calls.ts';
import { type EnrolledKiosk, enrol, type KioskRegister } from './kiosk-register.ts';
import {
  addTenant,
  createLandlordSystem,
  prepareTenants,
  TOKEN_LIFETIMES,
  type TokenLifetimes,
} from './landlord-system.ts';
import type { Mailbox } from './mailbox.ts';
import type { NewTenant } from './new-tenant.ts';
import { OPERATIONS } from './operations/all-operations.ts';
import { createPasswords } from './passwords.ts';
import type { Bookings, Payments } from './payments.ts';
import type { PublicInformation } from './public-information.ts';
import { type RentNotice, rentNoticesOf } from './rent-notices.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import type { RequestFile } from './requests.ts';
import { createRequestHandler } from './serve.ts';
import type { Staff } from './staff.ts';
import { createLinkHandler, isForLinks } from './telephone/serve-links.ts';
import { createTelephoneHandler, isForTelephones } from './telephone/serve-telephone.ts';
import { PASSWORD } from './tenants/all-tenants.ts';

/** The landlord's central system: a real HTTP server over accounts that live as long as it runs. */
export interface TenantApi {
  /** For `tenantApi.baseUrl` of the kiosk's configuration. */
  readonly baseUrl: string;
  /** For `phoneUploads.origin` of the kiosk's configuration. */
  readonly phoneUploadsOrigin: string;
  /** The page that staff at the desk have before them, and what guides from there. */
  readonly deskUrl: string;
  readonly guideSessions: GuideSessions;
  /** The first of them is the kiosk that the sandbox is made for. */
  readonly kiosks: readonly [EnrolledKiosk, ...EnrolledKiosk[]];
  /** Which machines are the landlord's, and by what each is known. */
  readonly register: KioskRegister;
  /** How each kiosk is, as it last said. */
  readonly healthReports: HealthReports;
  /** What everybody may know. */
  readonly publicInformation: PublicInformation;
  /** Who waits for a member of staff. */
  readonly helpCalls: HelpCalls;
  /** What staff did for tenants at kiosks, as it was handed in. */
  readonly auditTrail: AuditTrail;
  readonly staff: Staff;
  /** Every tenant's. */
  readonly password: string;
  readonly tenants: readonly Tenant[];
  /** As they lie in people's letter boxes. */
  readonly rentNotices: readonly RentNotice[];
  readonly mailbox: Mailbox;
  /** What kiosks reported, and whether it is booked. */
  readonly payments: Payments;
  /** What tenants handed in. */
  readonly documents: Documents;
  /** What tenants asked for and complained about. */
  readonly requests: RequestFile;
  /** When staff are free, and whom they expect. */
  readonly appointments: Appointments;
  /** The payment provider's own journal. */
  readonly cardCharges: CardCharges;
  readonly faults: Faults;
  readonly requestLog: RequestLog;
  /** One more tenant, with the same password. @throws RefusedInput, or ZodError for a wrong shape */
  addTenant(tenant: NewTenant): Promise<void>;
  /** The landlord puts the amount of an entry right, and with it all balances after it. */
  correctEntry(accountId: string, entryId: string, amountCents: number): void;
  /** Moves the API's clock on: tokens and cursors expire, sign-in delays end. */
  advanceSeconds(seconds: number): void;
  nowMilliseconds(): number;
  /** Back to the first morning: tenants, tokens, delays, mailbox, faults, log, clock. */
  reset(): void;
  /** The same for a kiosk that goes on: it is known as before, by the key and the token that it has. */
  resetAround(): void;
  /** May be called again. */
  stop(): Promise<void>;
}

export interface TenantApiOptions {
  /** The kiosks that the landlord enrolled; one, with a credential made for this run, unless given. */
  readonly kiosks?: readonly [EnrolledKiosk, ...EnrolledKiosk[]];
  /** The day the accounts are told from, `2018-07-12`; the actual day unless given. */
  readonly today?: string;
  readonly lifetimes?: Partial<TokenLifetimes>;
  /** Held unless given: what was paid is seen being recorded until it is booked on the sandbox page. */
  readonly bookings?: Bookings;
}

export async function startTenantApi(options: TenantApiOptions = {}): Promise<TenantApi> {
  const kiosks = options.kiosks ?? [enrol('sandbox-1', 'direction-centre')];
  const lifetimes = { ...TOKEN_LIFETIMES, ...options.lifetimes };
  const { bookings = 'held' } = options;
  const clock = createClock();
  const today = options.today ?? dayInFrance(clock.nowMilliseconds());
  const [contract, { passwords, tenants }] = await Promise.all([
    openContract({
      operationIds: Object.keys(OPERATIONS),
      securitySchemes: Object.keys(SECURITY_SCHEMES),
      prove,
      act,
    }),
    preparePeople(today),
  ]);
  const firstMorning = () =>
    createLandlordSystem({
      ...{ today, clock, kiosks, lifetimes, passwords, tenants, bookings },
      uploadPageUrl: (token) => `${server.origin}/u/${token}`,
      linkPageUrl: (page, token) => `${server.origin}/${page}/${token}`,
    });
  const forgetTrials = () => {
    system.guideSessions.endAll();
    faults.clear();
    requestLog.clear();
  };
  let system = firstMorning();
  const faults = createFaults(contract.operationIds);
  const requestLog = createRequestLog();
  const serveKiosks = createRequestHandler({ contract, faults, log: requestLog, clock });
  const serveTelephones = createTelephoneHandler(() => system.uploadSlots.telephone);
  const serveLinks = createLinkHandler(() => system);
  const serveDesk = createDeskHandler(() => system);
  const relay = createRelayServer(() => system.guideSessions);
  const handlerOf = (request: IncomingMessage) => {
    if (isForLinks(request)) return serveLinks;
    if (isForTelephones(request)) return serveTelephones;
    return isForDesk(request) ? serveDesk : serveKiosks;
  };
  const server = await startLoopbackServer(
    (request, response, stopping) => handlerOf(request)(request, response, stopping),
    relay.upgrade,
  );

  function prove(
    scheme: string,
    operationId: string,
    headers: Readonly<Record<string, string>>,
  ): Proof | Promise<Proof> | undefined {
    return SECURITY_SCHEMES[scheme]?.(
      {
        operationId,
        idempotencyKey: headers['idempotency-key'] ?? '',
        authorization: headers.authorization ?? '',
        tenantToken: headers['tenant-token'] ?? '',
        depositToken: headers['deposit-token'] ?? '',
        staffToken: headers['staff-token'] ?? '',
      },
      system,
    );
  }

  async function act(request: ValidRequest, trace: Trace): Promise<Answer> {
    const perform = OPERATIONS[request.operationId];
    if (!perform) throw new Error(`${request.operationId} is not implemented.`);
    const caller = callerOf(request);
    trace.kioskId = caller.kioskId;
    if (!request.isWrite) return perform(request, caller, system);

    const write = {
      kioskId: caller.kioskId,
      key: request.headers['idempotency-key'] ?? '',
      what: [request.operationId, request.path, caller.tenantToken ?? caller.tenantId, request.body],
    };
    const { answer, isReplay } = await system.writes.answerOnce(write, async () =>
      perform(request, caller, system),
    );
    trace.isReplay = isReplay;
    if (!isReplay) {
      const { key } = write;
      const at = instantOf(clock.nowMilliseconds());
      const { operationId, body } = request;
      system.followUps.note({ operationId, key, tenantId: caller.tenantId, body, answer, at });
    }
    return answer;
  }

  return {
    baseUrl: `${server.origin}${BASE_PATH}`,
    phoneUploadsOrigin: server.origin,
    deskUrl: `${server.origin}/desk/`,
    get guideSessions() {
      return system.guideSessions;
    },
    kiosks,
    get healthReports() {
      return system.healthReports;
    },
    get publicInformation() {
      return system.publicInformation;
    },
    get helpCalls() {
      return system.helpCalls;
    },
    get auditTrail() {
      return system.auditTrail;
    },
    get staff() {
      return system.staff;
    },
    get register() {
      return system.register;
    },
    password: PASSWORD,
    get tenants() {
      return system.books.tenants;
    },
    get rentNotices() {
      return rentNoticesOf(system.books, system.today);
    },
    get payments() {
      return system.payments;
    },
    get documents() {
      return system.documents;
    },
    get requests() {
      return system.requests;
    },
    get appointments() {
      return system.appointments;
    },
    get cardCharges() {
      return system.cardCharges;
    },
    get mailbox() {
      return system.mailbox;
    },
    faults,
    requestLog,
    addTenant: (tenant) => addTenant(system, tenant),
    correctEntry: (accountId, entryId, amountCents) => system.books.correct(accountId, entryId, amountCents),
    advanceSeconds: (seconds) => clock.advanceSeconds(seconds),
    nowMilliseconds: () => clock.nowMilliseconds(),
    reset() {
      clock.reset();
      forgetTrials();
      system = firstMorning();
    },
    resetAround() {
      clock.reset();
      forgetTrials();
      const { register, tokens } = system;
      const next = firstMorning();
      system = { ...next, register, tokens: { ...next.tokens, kiosk: tokens.kiosk } };
    },
    stop() {
      system.guideSessions.endAll();
      relay.stop();
      return server.stop();
    },
  };
}

async function preparePeople(today: string) {
  const passwords = await createPasswords();
  return { passwords, tenants: await prepareTenants(today, passwords) };
}

function callerOf({ operationId, proofs, body }: ValidRequest): Caller {
  const caller: { kioskId?: string; credentialId?: string; tenantId?: string; tenantToken?: string } = {};
  // Whoever is not enrolled yet can only say who they are to become.
  if (operationId === 'createKioskEnrolment') caller.kioskId = (body as { kioskId: string }).kioskId;
  for (const scheme of Object.keys(SECURITY_SCHEMES)) Object.assign(caller, proofs[scheme]);
  if (caller.kioskId === undefined) throw new Error(`${operationId} was let in without a kiosk.`);
  return {
    kioskId: caller.kioskId,
    credentialId: caller.credentialId ?? null,
    tenantId: caller.tenantId ?? null,
    tenantToken: caller.tenantToken ?? null,
  };
}
