/**
 * Messages that only the kiosk and the terminal can read and make: AES-256-CBC, and HMAC-SHA-256 over the text itself,
 * with keys derived from a passphrase that both know. The header stays readable, for whoever passes the message on.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  pbkdf2Sync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import * as z from 'zod';
import type { NexoRequest } from './messages.ts';

export interface SharedKey {
  /** As set on the terminal. */
  readonly identifier: string;
  readonly version: number;
  readonly passphrase: string;
}

export interface MessageProtection {
  protect(request: NexoRequest): object;
  /** Null for what was not made by the terminal, or not for this kiosk. */
  unprotect(answer: unknown): unknown;
}

/** Adyen Terminal API, "Protect local communications": the only version that there is. */
const CRYPTO_VERSION = 1;
const SALT = 'AdyenNexoV1Salt';
const ITERATIONS = 4_000;
const KEY_BYTES = 32;
const BLOCK_BYTES = 16;
const CIPHER = 'aes-256-cbc';

const protectedAnswer = z.object({
  SaleToPOIResponse: z.object({
    NexoBlob: z.base64().max(512 * 1024),
    SecurityTrailer: z.object({
      AdyenCryptoVersion: z.literal(CRYPTO_VERSION),
      KeyIdentifier: z.string(),
      KeyVersion: z.int(),
      Nonce: z.base64(),
      Hmac: z.base64(),
    }),
  }),
});

export function createMessageProtection(key: SharedKey): MessageProtection {
  const derived = pbkdf2Sync(key.passphrase, SALT, ITERATIONS, 2 * KEY_BYTES + BLOCK_BYTES, 'sha1');
  const signingKey = derived.subarray(0, KEY_BYTES);
  const cipherKey = derived.subarray(KEY_BYTES, 2 * KEY_BYTES);
  const vector = derived.subarray(2 * KEY_BYTES);

  const vectorWith = (nonce: Uint8Array) => vector.map((byte, at) => byte ^ (nonce[at] ?? 0));
  const signatureOf = (text: Buffer) => createHmac('sha256', signingKey).update(text).digest();

  return {
    protect(request) {
      const text = Buffer.from(JSON.stringify(request), 'utf8');
      const nonce = randomBytes(BLOCK_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey, vectorWith(nonce));
      return {
        SaleToPOIRequest: {
          MessageHeader: request.SaleToPOIRequest.MessageHeader,
          NexoBlob: Buffer.concat([cipher.update(text), cipher.final()]).toString('base64'),
          SecurityTrailer: {
            AdyenCryptoVersion: CRYPTO_VERSION,
            KeyIdentifier: key.identifier,
            KeyVersion: key.version,
            Nonce: nonce.toString('base64'),
            Hmac: signatureOf(text).toString('base64'),
          },
        },
      };
    },

    unprotect(answer) {
      const parsed = protectedAnswer.safeParse(answer);
      if (!parsed.success) return null;
      const { NexoBlob, SecurityTrailer: trailer } = parsed.data.SaleToPOIResponse;
      if (trailer.KeyIdentifier !== key.identifier || trailer.KeyVersion !== key.version) return null;
      const nonce = Buffer.from(trailer.Nonce, 'base64');
      const signature = Buffer.from(trailer.Hmac, 'base64');
      if (nonce.length !== BLOCK_BYTES) return null;
      try {
        const decipher = createDecipheriv(CIPHER, cipherKey, vectorWith(nonce));
        const text = Buffer.concat([decipher.update(NexoBlob, 'base64'), decipher.final()]);
        const expected = signatureOf(text);
        const isGenuine = signature.length === expected.length && timingSafeEqual(signature, expected);
        return isGenuine ? JSON.parse(text.toString('utf8')) : null;
      } catch {
        // Encrypted with another key, or cut: it does not even come out as text.
        return null;
      }
    },
  };
}
