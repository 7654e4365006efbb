/**
 * Sealing: what the disk holds about people is AES-256-GCM under a key that only the keyring has.
 *
 *     version (1 byte) · nonce (12) · tag (16) · ciphertext
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Result } from '../../preload/contract.ts';
import { KEYRING_ACCOUNTS, type Keyring } from './keyring.ts';

export interface Sealing {
  /** `context` says what this is and where it belongs, e.g. a row's id and kind. It is not kept: the same is needed to unseal. */
  seal(plain: string | Uint8Array, context: string): Uint8Array;
  /** Null when it was sealed with another key or for another context, or was changed since. */
  unseal(sealed: Uint8Array, context: string): string | null;
  /** For what was no text. */
  unsealBytes(sealed: Uint8Array, context: string): Uint8Array | null;
  /**
   * A name for `text` that gives nothing away without the key: HMAC-SHA-256, in hexadecimal.
   * The same text under two purposes has two names that nobody can link.
   */
  fingerprint(purpose: string, text: string): string;
}

const VERSION = 1;
const KEY_BYTES = 32;
/** NIST SP 800-38D, 8.2.2: random nonces of 96 bits, for at most 2^32 messages under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * Takes the key from the keyring, and makes one at the first start.
 * KEYRING_UNAVAILABLE when the keyring does not answer, does not keep what it is given, or holds something else
 * than a key: that is never overwritten, since what it sealed may still be on disk.
 */
export async function loadSealingKey(keyring: Keyring): Promise<Result<Sealing>> {
  const kept = await keyring.read(KEYRING_ACCOUNTS.sealingKey);
  if (!kept.ok) return kept;
  if (kept.value !== null) return sealingFrom(kept.value);

  const fresh = randomBytes(KEY_BYTES).toString('base64');
  const written = await keyring.write(KEYRING_ACCOUNTS.sealingKey, fresh);
  if (!written.ok) return written;

  const readBack = await keyring.read(KEYRING_ACCOUNTS.sealingKey);
  if (!readBack.ok) return readBack;
  return readBack.value === fresh ? sealingFrom(fresh) : noKey;
}

/** `key`: 32 bytes. */
export function createSealing(key: Uint8Array): Sealing {
  if (key.byteLength !== KEY_BYTES) throw new RangeError(`a sealing key has ${KEY_BYTES} bytes`);
  const sealingKey = deriveKey(key, 'sealing');
  const fingerprintKeys = new Map<string, KeyObject>();
  const root = createSecretKey(key);

  return {
    seal,
    unseal: (sealed, context) => unsealBytes(sealed, context)?.toString('utf8') ?? null,
    unsealBytes,
    fingerprint,
  };

  function seal(plain: string | Uint8Array, context: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(context));
    const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
    const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ciphertext]);
  }

  function unsealBytes(sealed: Uint8Array, context: string): Buffer | null {
    if (sealed.byteLength < HEADER_BYTES || sealed[0] !== VERSION) return null;
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(context));
    decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEADER_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
    } catch {
      // The tag does not fit, which is all that `final` can complain about.
      return null;
    }
  }

  function fingerprint(purpose: string, text: string): string {
    let purposeKey = fingerprintKeys.get(purpose);
    if (!purposeKey) {
      purposeKey = deriveKey(root.export(), `fingerprint ${purpose}`);
      fingerprintKeys.set(purpose, purposeKey);
    }
    return createHmac('sha256', purposeKey).update(text, 'utf8').digest('hex');
  }
}

/** Whether what the keyring holds is a key, without making one of it. */
export function isSealingKey(kept: string): boolean {
  const key = Buffer.from(kept, 'base64');
  return key.byteLength === KEY_BYTES && key.toString('base64') === kept;
}

function sealingFrom(kept: string): Result<Sealing> {
  return isSealingKey(kept) ? { ok: true, value: createSealing(Buffer.from(kept, 'base64')) } : noKey;
}

/** One key per use, so that no two uses can be played against each other (RFC 5869). */
function deriveKey(root: Uint8Array, use: string): KeyObject {
  return createSecretKey(
    Buffer.from(hkdfSync('sha256', root, new Uint8Array(), `fr.ekidom.kiosk ${use}`, KEY_BYTES)),
  );
}

/** The version is part of what the tag vouches for. */
function boundTo(context: string): Buffer {
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(context, 'utf8')]);
}

const noKey = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } } as const;
