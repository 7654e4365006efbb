/**
 * A staff member's help from their sign-in to its end. Whatever becomes of it stands in the trail: what cannot be
 * written there does not begin.
 */
import { v7 as uuidV7 } from 'uuid';
import { type Consent, type IdentityDocument, LONGER_LIMITS } from '../../preload/assist-contract.ts';
import type { AuditEntry } from '../../preload/audit-entry.ts';
import type { Result, SessionSnapshot } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Assisting } from '../session/assistance.ts';
import type { Session } from '../session/session.ts';
import { LONGER_LIMIT_MINUTES } from '../session/times.ts';
import type { After } from '../sync/lanes.ts';
import { type AssistedGate, createAssistedGate } from './assisted-gate.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import type { PresentedBadge } from './presented-badge.ts';
import type { SignedInStaff, StaffMember, StaffSignIn, StaffToken } from './staff-member.ts';

type Done = Result<Record<string, never>>;

/** What somebody did here for whoever is there, in this session. */
export interface Helper {
  readonly assistanceId: string;
  readonly staffName: string;
}

/** Every method may answer ASSISTANCE_OVER when nobody assists, and AUDIT_BROKEN when nothing may be done. */
export interface AssistanceDesk {
  /** As `assist.signIn` of the contract has it. */
  signIn(entered: { name: string | null; pin: string }): Promise<Done>;
  consent(how: Exclude<Consent, 'asked'>): Done;
  stop(by: 'person' | 'staff'): void;
  handOver(): Done;
  takeBack(): Done;
  pauseClock(isPaused: boolean): Done;
  lengthenLimit(): Result<{ minutes: number }>;
  noteIdentity(documentType: IdentityDocument): Done;
  /** Null while nobody assists. */
  current(): {
    member: StaffMember;
    session: StaffToken | null;
    identity: IdentityDocument | null;
    isHandedOver: boolean;
  } | null;
  /** Everybody who helped in this session. */
  helpers(): readonly Helper[];
  /** Null while nobody assists. */
  gate(): AssistedGate | null;
  /** Told of every change of the session. */
  follow(snapshot: SessionSnapshot): void;
}

interface Help {
  readonly assistanceId: string;
  readonly staff: SignedInStaff;
  tenantNumber: string | null;
  consent: AuditEntry['consent'];
  identity: IdentityDocument | null;
}

/** No session lasts as long, and a timer that is set for weeks is due at once. */
const DAY_SECONDS = 86_400;

const DONE = { ok: true, value: {} } as const;
const OVER = { ok: false, error: { code: 'ASSISTANCE_OVER' } } as const;

export function createAssistanceDesk(from: {
  session: Pick<Session, 'snapshot' | 'assistance' | 'hasSomebody' | 'hasTenant'>;
  staffSignIn: StaffSignIn;
  badge: Pick<PresentedBadge, 'number' | 'keep'>;
  trail: Pick<AuditTrail, 'append'>;
  after: After;
  log: Log;
  newId?: () => string;
  /** Milliseconds since 1970. */
  now?: () => number;
}): AssistanceDesk {
  const { session, staffSignIn, badge, trail, after, log, newId = uuidV7, now: clock = Date.now } = from;
  let help: Help | null = null;
  let helpers: Helper[] = [];
  let callOffExpiry = () => {};
  /** Counts the people who have left: what was asked for one of them is not for the next. */
  let departures = 0;

  return {
    async signIn({ name, pin }) {
      const badgeNumber = name === null ? badge.number() : null;
      if (name === null && badgeNumber === null) return { ok: false, error: { code: 'BADGE_NEEDED' } };
      const departuresBefore = departures;
      const answer = await staffSignIn.signIn(
        badgeNumber === null ? { userName: name ?? '', pin } : { badgeNumber, pin },
      );
      if (!answer.ok) return answer;
      if (departures !== departuresBefore || !session.hasSomebody()) {
        signOut(answer.value);
        return { ok: false, error: { code: 'SESSION_OVER' } };
      }
      if (help?.staff.member.id === answer.value.member.id && session.assistance.current()?.isHandedOver) {
        signOut(answer.value);
        return takeBack();
      }
      return begin(answer.value, badgeNumber);
    },

    consent(how) {
      const now = session.assistance.current();
      if (!help || !now) return OVER;
      const wasGiven = now.consent === 'onScreen' || now.consent === 'orally';
      const declined = wasGiven ? 'consentWithdrawn' : 'consentDeclined';
      const traced = append({ action: how === 'declined' ? declined : 'consentGiven', consent: how });
      // Whoever says no is heard, whatever can be written.
      if (!traced.ok && how !== 'declined') return traced;
      session.assistance.consent(how);
      return DONE;
    },

    stop(by) {
      const now = session.assistance.current();
      const wasGiven = now?.consent === 'onScreen' || now?.consent === 'orally';
      if (by === 'person' && wasGiven) append({ action: 'consentWithdrawn', consent: 'declined' });
      session.assistance.end(by);
    },

    handOver() {
      if (!session.assistance.current()) return OVER;
      // The staff member steps back, whatever can be written.
      append({ action: 'handedOver' });
      session.assistance.handOver();
      return DONE;
    },

    takeBack,

    pauseClock: (isPaused) =>
      traced({ action: isPaused ? 'clockPaused' : 'clockResumed' }, () =>
        session.assistance.pauseClock(isPaused),
      ),

    lengthenLimit() {
      const snapshot = session.snapshot();
      const left = 'assistance' in snapshot ? (snapshot.assistance?.longerLimitsLeft ?? LONGER_LIMITS) : 0;
      if (left === 0) return { ok: false, error: { code: 'LIMIT_REACHED' } };
      const lengthened = traced({ action: 'limitLengthened' }, () => session.assistance.lengthenLimit());
      return lengthened.ok ? { ok: true, value: { minutes: LONGER_LIMIT_MINUTES } } : lengthened;
    },

    noteIdentity: (documentType) =>
      traced({ action: 'identityChecked', subject: documentType }, () => {
        if (help) help.identity = documentType;
      }),

    current() {
      const now = session.assistance.current();
      if (!help || !now) return null;
      const { staff, identity } = help;
      return { member: staff.member, session: staff.session, identity, isHandedOver: now.isHandedOver };
    },

    helpers: () => helpers,

    gate() {
      const assisting = session.assistance.current();
      const own = help;
      if (!assisting) return null;
      return createAssistedGate({
        assisting,
        hasTenant: session.hasTenant(),
        append: (told) => (own ? appendFor(own, told) : OVER),
      });
    },

    follow(snapshot) {
      const now = session.assistance.current();
      if (help && now?.assistanceId !== help.assistanceId) {
        const ended = 'assistanceEnded' in snapshot ? snapshot.assistanceEnded : null;
        end(ended ?? 'sessionOver');
      }
      if (help && now) note(help, now, snapshot);
      if (!session.hasSomebody() && helpers.length > 0) helpers = [];
      if (snapshot.state === 'ending' || snapshot.state === 'outOfService') departures += 1;
    },
  };

  function begin(staff: SignedInStaff, badgeNumber: string | null): Done {
    const { id: staffId, displayName: staffName, role, tenantNumbers } = staff.member;
    const snapshot = session.snapshot();
    const tenantNumber = snapshot.state === 'tenant' ? snapshot.tenant.number : null;
    if (tenantNumber !== null && tenantNumbers.includes(tenantNumber)) {
      signOut(staff);
      return { ok: false, error: { code: 'STAFF_OWN_ACCOUNT' } };
    }
    const before = help;
    const assistanceId = newId();
    const consent = tenantNumber === null ? 'none' : 'asked';
    const begun = { assistanceId, staff, tenantNumber, consent, identity: null } as const;
    const traced = appendOf(begun, { action: 'signedIn', subject: 'here' });
    if (!traced.ok) {
      signOut(staff);
      return traced;
    }
    // Somebody else takes their place.
    if (before) end('staff');
    help = { ...begun };
    helpers = [...helpers, { assistanceId, staffName }];
    badge.keep(badgeNumber);
    session.assistance.begin({ assistanceId, staffId, staffName, role, tenantNumbers });
    callOffExpiry = endWith(staff.session);
    log.info('assist.begun', { staffId, isOnline: staff.session !== null });
    return DONE;
  }

  function takeBack(): Done {
    return traced({ action: 'takenBack' }, () => session.assistance.takeBack());
  }

  function end(reason: string): void {
    if (!help) return;
    const ended = help;
    help = null;
    callOffExpiry();
    badge.keep(null);
    appendOf(ended, { action: 'ended', subject: reason });
    signOut(ended.staff);
    log.info('assist.ended', { staffId: ended.staff.member.id, reason });
  }

  /** What the landlord let them do ends with what they were let in for. */
  function endWith(token: StaffToken | null): () => void {
    if (token === null) return () => {};
    const seconds = (Date.parse(token.expiresAt) - clock()) / 1_000;
    return after(Math.min(Math.max(0, seconds), DAY_SECONDS), () => session.assistance.end('notRecognised'));
  }

  function signOut({ session: token }: SignedInStaff): void {
    if (token) staffSignIn.signOut(token);
  }

  function traced(told: Pick<AuditEntry, 'action'> & { subject?: string }, act: () => void): Done {
    if (!help || !session.assistance.current()) return OVER;
    const written = append(told);
    if (!written.ok) return written;
    act();
    return DONE;
  }

  function append(
    told: Pick<AuditEntry, 'action'> & Partial<Pick<AuditEntry, 'subject' | 'consent'>>,
  ): Result<void> {
    return help ? appendFor(help, told) : OVER;
  }

  /** Also when their help is over by then, or somebody else's has begun. */
  function appendFor(
    own: Help,
    told: Pick<AuditEntry, 'action'> & Partial<Pick<AuditEntry, 'subject' | 'consent'>>,
  ): Result<void> {
    const now = session.assistance.current();
    if (now?.assistanceId === own.assistanceId) note(own, now, session.snapshot());
    return appendOf(own, told);
  }

  function appendOf(
    { assistanceId, staff, tenantNumber, consent }: Help,
    told: Pick<AuditEntry, 'action'> & Partial<Pick<AuditEntry, 'subject' | 'consent'>>,
  ): Result<void> {
    const written = trail.append({
      assistanceId,
      staffId: staff.member.id,
      tenantNumber,
      subject: null,
      consent,
      ...told,
    });
    if (written.ok) return written;
    log.error('assist.not-traced', { code: written.error.code });
    return { ok: false, error: { code: 'AUDIT_BROKEN' } };
  }
}

/** For whom, and with which consent: still known when they have left. */
function note(help: Help, now: Assisting, snapshot: SessionSnapshot): void {
  if (snapshot.state === 'tenant') help.tenantNumber = snapshot.tenant.number;
  help.consent = help.tenantNumber === null ? 'none' : now.consent;
}
