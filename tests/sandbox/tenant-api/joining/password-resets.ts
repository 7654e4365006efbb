import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Books, Tenant } from '../books.ts';
import type { Clock } from '../clock.ts';
import { newLinkToken } from './link-token.ts';

/** Passwords that are lost. A reset for an address that nobody signs in with lives like any other, and leads nowhere. */
export interface PasswordResets {
  /** In place of the one before for this address. */
  begin(email: string, kioskId: string): PasswordReset;
  /** Nobody's but the kiosk's where it was asked for. Null when its time is over. */
  find(id: string, kioskId: string): PasswordReset | null;
  secondsLeft(reset: PasswordReset): number;
  /** `over` after too many wrong ones. */
  prove(reset: PasswordReset, code: string): 'right' | 'wrong' | 'over';
  /** Who may choose a new password on the kiosk now; null for nobody. */
  proven(reset: PasswordReset): Tenant | null;
  end(reset: PasswordReset): void;
  readonly telephone: NewPasswordSide;
}

export interface PasswordReset {
  readonly id: string;
  readonly kioskId: string;
  readonly email: string;
  readonly code: string;
  readonly token: string;
  phase: 'waiting' | 'opened' | 'changed';
}

/** What a browser can do that knows the token. */
export interface NewPasswordSide {
  /** Null when there is no such link any more. */
  tenantOf(token: string): Tenant | null;
  opened(token: string): void;
  change(token: string, passwordHash: string): boolean;
}

const RESET_SECONDS = 900;
const PROOF_SECONDS = 600;
const MOST_WRONG_CODES = 5;
export const RESET_EMAIL_GAP_SECONDS = 60;

interface Kept extends PasswordReset {
  readonly endsAtMilliseconds: number;
  wrongCodes: number;
  provenAtMilliseconds: number | null;
}

export function createPasswordResets(books: Books, clock: Clock): PasswordResets {
  let resets: Kept[] = [];

  return {
    begin(email, kioskId) {
      const now = clock.nowMilliseconds();
      resets = resets.filter((each) => each.email !== email && now < each.endsAtMilliseconds);
      const reset: Kept = {
        id: randomBytes(16).toString('base64url'),
        kioskId,
        email,
        code: String(randomInt(1_000_000)).padStart(6, '0'),
        token: newLinkToken(),
        phase: 'waiting',
        endsAtMilliseconds: now + RESET_SECONDS * 1_000,
        wrongCodes: 0,
        provenAtMilliseconds: null,
      };
      resets.push(reset);
      return reset;
    },
    find: (id, kioskId) =>
      resets.find((each) => each.id === id && each.kioskId === kioskId && isLive(each)) ?? null,
    secondsLeft: ({ id }) => {
      const endsAt = resets.find((each) => each.id === id)?.endsAtMilliseconds ?? 0;
      return Math.max(0, Math.floor((endsAt - clock.nowMilliseconds()) / 1_000));
    },
    prove({ id }, code) {
      const own = resets.find((each) => each.id === id);
      if (!own) return 'over';
      const isRight = timingSafeEqual(Buffer.from(code), Buffer.from(own.code));
      if (isRight && books.withSignInEmail(own.email)) {
        own.provenAtMilliseconds = clock.nowMilliseconds();
        return 'right';
      }
      own.wrongCodes += 1;
      if (own.wrongCodes < MOST_WRONG_CODES) return 'wrong';
      resets = resets.filter((each) => each !== own);
      return 'over';
    },
    proven({ id }) {
      const own = resets.find((each) => each.id === id);
      const isFresh =
        own?.provenAtMilliseconds != null &&
        clock.nowMilliseconds() < own.provenAtMilliseconds + PROOF_SECONDS * 1_000;
      return own && isFresh ? books.withSignInEmail(own.email) : null;
    },
    end({ id }) {
      resets = resets.filter((each) => each.id !== id);
    },
    telephone: {
      tenantOf(token) {
        const found = withToken(token);
        return found ? books.withSignInEmail(found.email) : null;
      },
      opened(token) {
        const found = withToken(token);
        if (found) found.phase = 'opened';
      },
      change(token, passwordHash) {
        const found = withToken(token);
        const tenant = found ? books.withSignInEmail(found.email) : null;
        if (!found || !tenant) return false;
        books.changePassword(tenant.id, passwordHash);
        found.phase = 'changed';
        return true;
      },
    },
  };

  /** What was used leads nowhere any more, though the kiosk still hears of it. */
  function withToken(token: string): Kept | null {
    return resets.find((each) => each.token === token && each.phase !== 'changed' && isLive(each)) ?? null;
  }

  function isLive({ endsAtMilliseconds }: Kept): boolean {
    return clock.nowMilliseconds() < endsAtMilliseconds;
  }
}
