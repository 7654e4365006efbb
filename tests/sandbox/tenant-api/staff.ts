/** The staff who help tenants at kiosks, and who of them is signed in where. */
import { randomBytes } from 'node:crypto';
import { type Clock, instantOf } from './clock.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

export interface StaffMember {
  readonly id: string;
  readonly userName: string;
  readonly badgeNumber: string;
  /** Everybody can read it here: nobody's real one. */
  readonly pin: string;
  readonly displayName: string;
  readonly role: 'adviser' | 'supervisor';
  readonly tenantNumbers: readonly string[];
}

export interface Staff {
  readonly members: readonly StaffMember[];
  /** By badge or by name; what is wrong is not told. Seconds when it came too early. */
  signIn(
    kioskId: string,
    shown: { badgeNumber: string | null; userName: string | null; pin: string },
  ): object | { waitSeconds: number } | null;
  signOut(sessionId: string): void;
  /** At the desk of an agency, by name. */
  signInAtDesk(shown: { userName: string; pin: string }): object | { waitSeconds: number } | null;
  /** Null when this is nobody's token any more. */
  atDesk(token: string): StaffMember | null;
  signOutAtDesk(token: string): void;
  readonly tokens: TokenStore<StaffHolder>;
}

export interface StaffHolder {
  readonly kioskId: string;
  readonly staffId: string;
}

export const STAFF: readonly StaffMember[] = [
  {
    id: 'staff-claire-dubois',
    userName: 'claire.dubois',
    badgeNumber: '0004211337',
    pin: '2580',
    displayName: 'Claire D.',
    role: 'adviser',
    tenantNumbers: [],
  },
  {
    id: 'staff-marc-lefevre',
    userName: 'marc.lefevre',
    badgeNumber: '0004211338',
    pin: '1470',
    displayName: 'Marc L.',
    role: 'supervisor',
    // He lives in one of their dwellings himself: lucas.moreau@exemple.fr.
    tenantNumbers: ['0106120'],
  },
];

/** A reader that types them writes zeros in front, one that sends a number does not. */
function isSameBadge(one: string, other: string): boolean {
  return one.replace(/^0+/, '') === other.replace(/^0+/, '');
}

/** A day's work. */
const SESSION_SECONDS = 8 * 3_600;
/** Whoever leaves the desk without signing out leaves nobody a day. */
const DESK_SESSION_SECONDS = 3_600;
const VERIFIER_SECONDS = 7 * 86_400;

export function createStaff(clock: Clock): Staff {
  const throttle = createSignInThrottle(clock);
  const tokens = createTokenStore<StaffHolder>(clock, SESSION_SECONDS);
  const tokenOf = new Map<string, string>();
  const deskTokens = createTokenStore<{ staffId: string }>(clock, DESK_SESSION_SECONDS);

  return {
    members: STAFF,
    tokens,
    signIn(kioskId, shown) {
      const found = check(shown);
      if (found === null || 'waitSeconds' in found) return found;
      const id = randomBytes(12).toString('base64url');
      const issued = tokens.issue({ kioskId, staffId: found.id });
      tokenOf.set(id, issued.token);
      const { id: staffId, displayName, role, tenantNumbers } = found;
      return {
        id,
        ...issued,
        verifierValidUntil: instantOf(clock.nowMilliseconds() + VERIFIER_SECONDS * 1_000),
        staffMember: { id: staffId, displayName, role, tenantNumbers },
      };
    },
    signOut(sessionId) {
      tokens.revoke(tokenOf.get(sessionId) ?? '');
      tokenOf.delete(sessionId);
    },
    signInAtDesk({ userName, pin }) {
      const found = check({ badgeNumber: null, userName, pin });
      if (found === null || 'waitSeconds' in found) return found;
      return {
        ...deskTokens.issue({ staffId: found.id }),
        staffMember: { displayName: found.displayName },
      };
    },
    atDesk(token) {
      const found = deskTokens.find(token);
      if (found.state !== 'valid') return null;
      return STAFF.find(({ id }) => id === found.holder.staffId) ?? null;
    },
    signOutAtDesk: deskTokens.revoke,
  };

  function check({
    badgeNumber,
    userName,
    pin,
  }: {
    badgeNumber: string | null;
    userName: string | null;
    pin: string;
  }): StaffMember | { waitSeconds: number } | null {
    const name = badgeNumber === null ? `name:${userName}` : `badge:${badgeNumber}`;
    const waitSeconds = throttle.admit(name);
    if (waitSeconds > 0) return { waitSeconds };
    const found = STAFF.find((member) =>
      badgeNumber === null ? member.userName === userName : isSameBadge(member.badgeNumber, badgeNumber),
    );
    if (found?.pin !== pin) return null;
    throttle.forgive(name);
    return found;
  }
}
