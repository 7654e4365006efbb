import { type Appointments, createAppointments } from './appointments.ts';
import { type AuditTrail, createAuditTrail } from './audit-trail.ts';
import { type Books, createBooks } from './books.ts';
import { type CardCharges, createCardCharges } from './card-charges.ts';
import type { Clock } from './clock.ts';
import { type Cursors, createCursors } from './cursors.ts';
import { createDocuments, type Documents } from './documents.ts';
import { type CashSlips, createCashSlips } from './dwelling/cash-slips.ts';
import { createFollowUps, type FollowUps } from './follow-ups.ts';
import { createGrowingLists, type GrowingLists } from './growing-lists.ts';
import { createGuideSessions, type GuideSessions } from './guide/guide-sessions.ts';
import { createHealthReports, type HealthReports } from './health-reports.ts';
import { createHelpCalls, type HelpCalls } from './help-calls.ts';
import { createIdempotentWrites, type IdempotentWrites } from './idempotency.ts';
import { createPasswordResets, type PasswordResets } from './joining/password-resets.ts';
import { createRegistrations, type Registrations } from './joining/registrations.ts';
import { createKioskRegister, type EnrolledKiosk, type KioskRegister } from './kiosk-register.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import type { NewTenant } from './new-tenant.ts';
import type { Passwords } from './passwords.ts';
import { type Bookings, createPayments, type Payments } from './payments.ts';
import { createPublicInformation, type PublicInformation } from './public-information.ts';
import { createRequestFile, type RequestFile } from './requests.ts';
import { createSignInThrottle, type SignInThrottle } from './sign-in-throttle.ts';
import { createStaff, type Staff } from './staff.ts';
import { allTenants, PASSWORD } from './tenants/all-tenants.ts';
import { followUpsBefore, requestsBefore } from './tenants/requests-before.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';
import { createUploadSlots, type UploadSlots } from './upload-slots.ts';
import { createUploads, type Uploads } from './uploads.ts';

export interface TokenLifetimes {
  readonly kioskTokenSeconds: number;
  readonly tenantTokenSeconds: number;
  readonly depositTokenSeconds: number;
}

/** Seven days for the deposit token is the contract's; the others are the sandbox's own. */
export const TOKEN_LIFETIMES: TokenLifetimes = {
  kioskTokenSeconds: 3_600,
  tenantTokenSeconds: 3_600,
  depositTokenSeconds: 7 * 86_400,
};

/** All that the API remembers. A new one is the world on its first morning. */
export interface LandlordSystem {
  readonly today: string;
  readonly clock: Clock;
  readonly register: KioskRegister;
  readonly healthReports: HealthReports;
  readonly publicInformation: PublicInformation;
  readonly helpCalls: HelpCalls;
  readonly auditTrail: AuditTrail;
  readonly staff: Staff;
  readonly guideSessions: GuideSessions;
  readonly books: Books;
  readonly payments: Payments;
  readonly cardCharges: CardCharges;
  readonly documents: Documents;
  readonly uploads: Uploads;
  readonly cashSlips: CashSlips;
  readonly requests: RequestFile;
  readonly followUps: FollowUps;
  readonly appointments: Appointments;
  readonly uploadSlots: UploadSlots;
  /** Where the telephone's page is that a token finds. */
  readonly uploadPageUrl: (token: string) => string;
  readonly registrations: Registrations;
  readonly passwordResets: PasswordResets;
  /** Slows down whoever guesses who a tenant is, by number. */
  readonly identityThrottle: SignInThrottle;
  /** Spares an address a flood of e-mails. */
  readonly resetThrottle: SignInThrottle;
  /** Where the page is that a link in an e-mail leads to: `v` validates an address, `p` takes a new password. */
  readonly linkPageUrl: (page: 'v' | 'p', token: string) => string;
  readonly mailbox: Mailbox;
  readonly passwords: Passwords;
  readonly throttle: SignInThrottle;
  readonly writes: IdempotentWrites;
  readonly cursors: Cursors;
  readonly growingLists: GrowingLists;
  readonly tokens: {
    readonly kiosk: TokenStore<{ kioskId: string }>;
    readonly tenant: TokenStore<{ kioskId: string; tenantId: string }>;
    readonly deposit: TokenStore<{ kioskId: string; tenantId: string }>;
  };
}

/** Of the sandbox's own tenants, by e-mail. Hashing is the slow part: a process does it once, however many APIs it starts. */
const passwordHashes = new Map<string, Promise<string>>();

/** The sandbox's own tenants, each with the hash of their password. */
export async function prepareTenants(
  today: string,
  passwords: Passwords,
): Promise<readonly PreparedTenant[]> {
  return Promise.all(
    allTenants(today).map(async (tenant) => {
      const hashing = passwordHashes.get(tenant.email) ?? passwords.hash(PASSWORD);
      passwordHashes.set(tenant.email, hashing);
      return { tenant, passwordHash: await hashing };
    }),
  );
}

export interface PreparedTenant {
  readonly tenant: NewTenant;
  readonly passwordHash: string;
}

export function createLandlordSystem(options: {
  today: string;
  clock: Clock;
  kiosks: readonly EnrolledKiosk[];
  lifetimes: TokenLifetimes;
  passwords: Passwords;
  tenants: readonly PreparedTenant[];
  bookings: Bookings;
  uploadPageUrl: (token: string) => string;
  linkPageUrl: (page: 'v' | 'p', token: string) => string;
}): LandlordSystem {
  const { today, clock, kiosks, lifetimes, passwords, tenants, bookings } = options;
  const { uploadPageUrl, linkPageUrl } = options;
  const books = createBooks(today);
  for (const { tenant, passwordHash } of tenants) books.add(tenant, passwordHash);
  const cursors = createCursors(clock);
  const helpCalls = createHelpCalls(clock);
  return {
    today,
    clock,
    register: createKioskRegister(kiosks, clock),
    healthReports: createHealthReports(),
    publicInformation: createPublicInformation(clock.nowMilliseconds()),
    auditTrail: createAuditTrail(),
    staff: createStaff(clock),
    helpCalls,
    guideSessions: createGuideSessions(clock, helpCalls),
    books,
    payments: createPayments({ books, clock, today, bookings }),
    cardCharges: createCardCharges(),
    documents: createDocuments(),
    uploads: createUploads(),
    cashSlips: createCashSlips(clock),
    requests: createRequestFile(requestsBefore()),
    followUps: createFollowUps(books, followUpsBefore()),
    appointments: createAppointments(today),
    uploadSlots: createUploadSlots(clock),
    uploadPageUrl,
    registrations: createRegistrations(books, clock),
    passwordResets: createPasswordResets(books, clock),
    identityThrottle: createSignInThrottle(clock),
    resetThrottle: createSignInThrottle(clock),
    linkPageUrl,
    mailbox: createMailbox(),
    passwords,
    throttle: createSignInThrottle(clock),
    writes: createIdempotentWrites(clock),
    cursors,
    growingLists: createGrowingLists(cursors),
    tokens: {
      kiosk: createTokenStore(clock, lifetimes.kioskTokenSeconds),
      tenant: createTokenStore(clock, lifetimes.tenantTokenSeconds),
      deposit: createTokenStore(clock, lifetimes.depositTokenSeconds),
    },
  };
}

export async function addTenant(system: LandlordSystem, tenant: NewTenant): Promise<void> {
  system.books.add(tenant, await system.passwords.hash(PASSWORD));
}
