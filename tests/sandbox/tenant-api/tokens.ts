import { createHash, randomBytes } from 'node:crypto';
import { type Clock, instantOf } from './clock.ts';

/** Tokens of one kind: what each stands for, and until when. */
export interface TokenStore<Holder> {
  issue(holder: Holder): { token: string; expiresAt: string };
  find(token: string): { state: 'valid'; holder: Holder } | { state: 'expired' } | { state: 'unknown' };
  revoke(token: string): void;
}

export function createTokenStore<Holder>(clock: Clock, lifetimeSeconds: number): TokenStore<Holder> {
  // Kept by digest: looking one up compares nothing that a guess could come nearer to.
  const issued = new Map<string, { holder: Holder; expiresAtMilliseconds: number }>();

  return {
    issue(holder) {
      const token = randomBytes(32).toString('base64url');
      const expiresAtMilliseconds = clock.nowMilliseconds() + lifetimeSeconds * 1_000;
      issued.set(digestOf(token), { holder, expiresAtMilliseconds });
      return { token, expiresAt: instantOf(expiresAtMilliseconds) };
    },
    find(token) {
      const found = issued.get(digestOf(token));
      if (!found) return { state: 'unknown' };
      if (clock.nowMilliseconds() >= found.expiresAtMilliseconds) return { state: 'expired' };
      return { state: 'valid', holder: found.holder };
    },
    revoke(token) {
      issued.delete(digestOf(token));
    },
  };
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
