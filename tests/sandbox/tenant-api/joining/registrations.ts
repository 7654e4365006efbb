import { randomBytes } from 'node:crypto';
import type { Books, Tenant } from '../books.ts';
import { type Clock, instantOf } from '../clock.ts';
import { newLinkToken } from './link-token.ts';

/** Online accounts that are being created at kiosks, until their address is validated. */
export interface Registrations {
  /** In place of one that this tenant never finished. */
  begin(tenant: Tenant, kioskId: string): Registration;
  /** Nobody's but the kiosk's where it was begun. */
  find(id: string, kioskId: string): Registration | null;
  choose(registration: Registration, chosen: { email: string; passwordHash: string }): SentLink;
  /** Seconds to wait, null when there were enough of them, 0 to go on. */
  secondsUntilNextEmail(registration: Registration): number | null;
  sendAgain(registration: Registration, email: string): SentLink;
  /** Whoever has signed in needs it no more. */
  end(registration: Registration): void;
  readonly telephone: ValidationSide;
}

export interface Registration {
  readonly id: string;
  readonly kioskId: string;
  readonly tenantId: string;
  phase: 'identified' | 'sent' | 'opened' | 'validated';
}

export interface SentLink {
  readonly token: string;
  readonly validUntil: string;
  readonly againAfterSeconds: number | null;
}

/** What a browser can do that knows the token. */
export interface ValidationSide {
  /** The address, as it may be shown to anybody; null when there is no such link any more. */
  look(token: string): { email: string } | null;
  opened(token: string): void;
  /** False when the link went in the meantime. */
  validate(token: string): boolean;
}

/** At the kiosk: longer than any session there. */
const REGISTRATION_SECONDS = 7_200;
const LINK_SECONDS = 86_400;
const EMAIL_GAP_SECONDS = 60;
const MOST_EMAILS = 5;

interface Pending extends Registration {
  readonly beganAtMilliseconds: number;
  email: string | null;
  token: string | null;
  sentAtMilliseconds: number;
  emailCount: number;
}

export function createRegistrations(books: Books, clock: Clock): Registrations {
  let pending: Pending[] = [];

  return {
    begin(tenant, kioskId) {
      pending = pending.filter(({ tenantId }) => tenantId !== tenant.id);
      const registration: Pending = {
        id: randomBytes(16).toString('base64url'),
        kioskId,
        tenantId: tenant.id,
        phase: 'identified',
        beganAtMilliseconds: clock.nowMilliseconds(),
        email: null,
        token: null,
        sentAtMilliseconds: 0,
        emailCount: 0,
      };
      pending.push(registration);
      return registration;
    },
    find(id, kioskId) {
      const found = pending.find((each) => each.id === id && each.kioskId === kioskId);
      return found && secondsSince(found.beganAtMilliseconds) < REGISTRATION_SECONDS ? found : null;
    },
    choose(registration, { email, passwordHash }) {
      const own = ownOf(registration);
      books.giveAccess(own.tenantId, { email, passwordHash, access: 'notValidated' });
      return send(own, email);
    },
    secondsUntilNextEmail(registration) {
      const own = ownOf(registration);
      if (own.emailCount >= MOST_EMAILS) return null;
      return Math.max(0, Math.ceil(EMAIL_GAP_SECONDS - secondsSince(own.sentAtMilliseconds)));
    },
    sendAgain(registration, email) {
      const own = ownOf(registration);
      const tenant = books.withId(own.tenantId);
      if (!tenant) throw new Error('A registration is about nobody.');
      books.giveAccess(tenant.id, { email, passwordHash: tenant.passwordHash, access: 'notValidated' });
      return send(own, email);
    },
    end(registration) {
      pending = pending.filter((each) => each !== registration);
    },
    telephone: {
      look(token) {
        const email = withToken(token)?.email;
        return email ? { email } : null;
      },
      opened(token) {
        const found = withToken(token);
        if (found?.phase === 'sent') found.phase = 'opened';
      },
      validate(token) {
        const found = withToken(token);
        if (!found) return false;
        books.validateEmail(found.tenantId);
        found.phase = 'validated';
        found.token = null;
        return true;
      },
    },
  };

  function send(own: Pending, email: string): SentLink {
    const now = clock.nowMilliseconds();
    const token = newLinkToken();
    own.emailCount += 1;
    Object.assign(own, { email, token, sentAtMilliseconds: now, phase: 'sent' });
    return {
      token,
      validUntil: instantOf(now + LINK_SECONDS * 1_000),
      againAfterSeconds: own.emailCount < MOST_EMAILS ? EMAIL_GAP_SECONDS : null,
    };
  }

  function ownOf({ id }: Registration): Pending {
    const own = pending.find((each) => each.id === id);
    if (!own) throw new Error('A registration went while it was being looked at.');
    return own;
  }

  function withToken(token: string): Pending | null {
    const found = pending.find((each) => each.token === token);
    return found && secondsSince(found.sentAtMilliseconds) < LINK_SECONDS ? found : null;
  }

  function secondsSince(milliseconds: number): number {
    return (clock.nowMilliseconds() - milliseconds) / 1_000;
  }
}
