import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomInt,
  randomUUID,
} from 'node:crypto';
import { compactVerify, decodeJwt, SignJWT } from 'jose';
import { z } from 'zod';
import type { ProblemCode } from './answer.ts';
import { type Clock, instantOf } from './clock.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

/** A kiosk that the landlord has, with the credential that it was given before the first morning. */
export interface EnrolledKiosk {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly credential: {
    readonly id: string;
    readonly publicKey: PublicKey;
    /** PKCS#8, in base64: what the kiosk's keyring holds. */
    readonly privateKey: string;
  };
}

export type PublicKey = Pick<JsonWebKey, 'kty' | 'crv' | 'x'>;

/** What this API calls itself. */
export const AUDIENCE = 'urn:ekidom:sandbox:kiosk-api';
/** Good for the first kiosk, from the first morning on. */
export const ONE_TIME_CODE = '111122223333';

export const CREDENTIAL_LIFE_SECONDS = 90 * 86_400;
export const ONE_TIME_CODE_LIFE_SECONDS = 86_400;
/** The contract's, `kioskAssertion` and `createKioskToken`. */
const LONGEST_ASSERTION_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 60;

/** Which machines are the landlord's, and how each proves it. */
export interface KioskRegister {
  readonly kiosks: readonly Pick<EnrolledKiosk, 'id' | 'agencyId' | 'name'>[];
  readonly codes: readonly OneTimeCode[];
  readonly credentials: readonly Credential[];
  prove(
    assertion: string,
    idempotencyKey: string,
  ): Promise<{ kioskId: string; credentialId: string } | Refusal>;
  /** It was used: those that the kiosk was given before are void. Whether the landlord wants it to be changed. */
  used(credentialId: string): { wantsNewCredential: boolean };
  enrol(enrolment: { code: string; kioskId: string; publicKey: PublicKey }): Credential | Refusal;
  renew(kioskId: string, publicKey: PublicKey): Credential;
  /** By somebody at the landlord's. */
  issueCode(kioskId: string): OneTimeCode;
  revoke(kioskId: string): void;
  /** Whether it has a credential that is still good. */
  knows(kioskId: string): boolean;
  askForNewCredential(kioskId: string): void;
}

export interface Credential {
  readonly id: string;
  readonly kioskId: string;
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  state: 'unused' | 'used' | 'void';
}

export interface OneTimeCode {
  readonly code: string;
  readonly kioskId: string;
  readonly expiresAt: string;
  isUsed: boolean;
}

interface Refusal {
  readonly error: ProblemCode;
  readonly retryAfterSeconds?: number;
}

const claimsSchema = z.strictObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.literal(AUDIENCE),
  jti: z.string(),
  iat: z.int(),
  exp: z.int(),
});

export function createKioskRegister(enrolled: readonly EnrolledKiosk[], clock: Clock): KioskRegister {
  const credentials: (Credential & { readonly publicKey: PublicKey })[] = [];
  const codes: OneTimeCode[] = [];
  const askedForNew = new Set<string>();
  const throttle = createSignInThrottle(clock);
  for (const kiosk of enrolled) give(kiosk.id, kiosk.credential.publicKey, kiosk.credential.id, 'used');
  if (enrolled[0]) issueCode(enrolled[0].id, ONE_TIME_CODE);

  return {
    kiosks: enrolled.map(({ id, agencyId, name }) => ({ id, agencyId, name })),
    codes,
    credentials,

    async prove(assertion, idempotencyKey) {
      const found = credentials.find(({ id }) => id === issuerOf(assertion));
      if (!found || found.state === 'void' || hasPassed(found.expiresAt)) return INVALID;
      const claims = await claimsOf(assertion, found.publicKey);
      if (!claims || claims.iss !== found.id || claims.sub !== found.id) return INVALID;
      if (claims.jti !== idempotencyKey || claims.exp - claims.iat > LONGEST_ASSERTION_SECONDS)
        return INVALID;
      const now = clock.nowMilliseconds() / 1_000;
      const isInTime =
        claims.iat <= now + CLOCK_TOLERANCE_SECONDS && claims.exp >= now - CLOCK_TOLERANCE_SECONDS;
      return isInTime ? { kioskId: found.kioskId, credentialId: found.id } : { error: 'kiosk.clock_wrong' };
    },

    used(credentialId) {
      const at = credentials.findIndex(({ id }) => id === credentialId);
      const credential = credentials[at];
      if (!credential) throw new Error(`There is no credential ${credentialId}.`);
      credential.state = 'used';
      for (const before of credentials.slice(0, at)) {
        if (before.kioskId === credential.kioskId) before.state = 'void';
      }
      return { wantsNewCredential: askedForNew.has(credential.id) };
    },

    enrol({ code, kioskId, publicKey }) {
      const waitSeconds = throttle.admit(kioskId);
      if (waitSeconds > 0) return { error: 'enrolment.delayed', retryAfterSeconds: waitSeconds };
      const known = codes.find((each) => each.code === code && each.kioskId === kioskId);
      if (!known) return { error: 'enrolment.code_unknown' };
      throttle.forgive(kioskId);
      if (known.isUsed) return { error: 'enrolment.code_used' };
      if (hasPassed(known.expiresAt)) return { error: 'enrolment.code_expired' };
      known.isUsed = true;
      return replaceUnused(kioskId, publicKey);
    },

    renew: replaceUnused,
    issueCode: (kioskId) => issueCode(kioskId, String(randomInt(1e11, 1e12)).padStart(12, '0')),
    revoke(kioskId) {
      for (const each of credentials) if (each.kioskId === kioskId) each.state = 'void';
    },
    knows: (kioskId) => credentials.some((each) => each.kioskId === kioskId && each.state !== 'void'),
    askForNewCredential(kioskId) {
      for (const each of credentials) if (each.kioskId === kioskId) askedForNew.add(each.id);
    },
  };

  /** What was given and never used was lost on its way. */
  function replaceUnused(kioskId: string, publicKey: PublicKey): Credential {
    for (const each of credentials)
      if (each.kioskId === kioskId && each.state === 'unused') each.state = 'void';
    return give(kioskId, publicKey, randomUUID(), 'unused');
  }

  function give(kioskId: string, publicKey: PublicKey, id: string, state: Credential['state']): Credential {
    const now = clock.nowMilliseconds();
    const credential = {
      id,
      kioskId,
      name: enrolled.find((kiosk) => kiosk.id === kioskId)?.name ?? kioskId,
      issuedAt: instantOf(now),
      expiresAt: instantOf(now + CREDENTIAL_LIFE_SECONDS * 1_000),
      publicKey,
      state,
    };
    credentials.push(credential);
    return credential;
  }

  function issueCode(kioskId: string, code: string): OneTimeCode {
    const expiresAt = instantOf(clock.nowMilliseconds() + ONE_TIME_CODE_LIFE_SECONDS * 1_000);
    const issued = { code, kioskId, expiresAt, isUsed: false };
    codes.push(issued);
    return issued;
  }

  function hasPassed(instant: string): boolean {
    return clock.nowMilliseconds() >= Date.parse(instant);
  }
}

const INVALID = { error: 'kiosk_credential.invalid' } as const;

/** A kiosk as it is after its enrolment. */
export function enrol(id: string, agencyId: string): EnrolledKiosk {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    id,
    agencyId,
    name: `Borne ${id}, ${agencyId}`,
    credential: {
      id: randomUUID(),
      publicKey: publicKey.export({ format: 'jwk' }),
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    },
  };
}

/** What the kiosk's keyring holds, as main/secrets/kiosk-credentials.ts reads it. */
export function keyringEntryOf({ name, credential }: EnrolledKiosk, nowMilliseconds = Date.now()): string {
  return JSON.stringify({
    sequence: 1,
    id: credential.id,
    name,
    audience: AUDIENCE,
    issuedAt: instantOf(nowMilliseconds),
    expiresAt: instantOf(nowMilliseconds + CREDENTIAL_LIFE_SECONDS * 1_000),
    privateKey: credential.privateKey,
  });
}

/** What such a kiosk signs. `claims`: laid over the right ones. */
export async function assertionOf(
  { credential }: Pick<EnrolledKiosk, 'credential'>,
  request: { idempotencyKey: string; nowMilliseconds: number; claims?: Readonly<Record<string, unknown>> },
): Promise<string> {
  const iat = Math.floor(request.nowMilliseconds / 1_000);
  const right = {
    iss: credential.id,
    sub: credential.id,
    aud: AUDIENCE,
    jti: request.idempotencyKey,
    iat,
    exp: iat + LONGEST_ASSERTION_SECONDS,
  };
  const der = Buffer.from(credential.privateKey, 'base64');
  return new SignJWT({ ...right, ...request.claims })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

function issuerOf(assertion: string): string | null {
  try {
    return decodeJwt(assertion).iss ?? null;
  } catch {
    // Whatever it is, it is no JWT.
    return null;
  }
}

async function claimsOf(assertion: string, publicKey: PublicKey) {
  try {
    const key = createPublicKey({ key: publicKey, format: 'jwk' });
    const { payload } = await compactVerify(assertion, key, { algorithms: ['EdDSA'] });
    return claimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload))).data ?? null;
  } catch {
    // Not signed with this key, or not a JWT.
    return null;
  }
}
