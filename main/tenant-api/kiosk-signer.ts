/** Proof of which kiosk is asking: a statement of a minute's life, signed with a key that never leaves the keyring. */
import { createPrivateKey } from 'node:crypto';
import type { Result } from '../../preload/contract.ts';
import type { KioskCredential, KioskCredentials } from '../secrets/kiosk-credentials.ts';

/** openapi.yaml, `kioskAssertion`: the longest that is accepted. */
const LIFE_SECONDS = 60;

export interface KioskSigner {
  readonly credentialId: string;
  /** A JWT for the request with this `Idempotency-Key`. `at`: the API's time, in milliseconds since 1970. */
  sign(assertion: { idempotencyKey: string; at: number }): Promise<string>;
}

/** The newest credential first, and at least one; KIOSK_NOT_ENROLLED, KEYRING_UNAVAILABLE. */
export type KioskSigners = () => Promise<Result<readonly KioskSigner[]>>;

export function signersOf(credentials: Pick<KioskCredentials, 'read'>): KioskSigners {
  return async () => {
    const known = await credentials.read();
    return known.ok ? { ok: true, value: known.value.map(signerOf) } : known;
  };
}

export function signerOf({
  id,
  audience,
  privateKey,
}: Pick<KioskCredential, 'id' | 'audience' | 'privateKey'>): KioskSigner {
  return {
    credentialId: id,
    async sign({ idempotencyKey, at }) {
      const { SignJWT } = await import('jose');
      const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
      const issuedAt = Math.floor(at / 1_000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(audience)
        .setJti(idempotencyKey)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFE_SECONDS)
        .sign(key);
    },
  };
}
