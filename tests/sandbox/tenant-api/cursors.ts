import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Places in lists, handed to the caller in a form that only this API reads, and only for the list it was made for. */
export interface Cursors {
  /** @param list everything that tells this list from another: whose, which, over which period */
  seal(list: readonly string[], place: readonly number[]): string;
  /** Null when the cursor was made for another list, has expired, or was never made here. */
  open(list: readonly string[], cursor: string): readonly number[] | null;
}

/** "A cursor is opaque and lives for an hour", says the contract. */
const LIFETIME_MILLISECONDS = 3_600_000;
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createCursors(clock: Clock): Cursors {
  const key = randomBytes(32);
  const aad = (list: readonly string[]) => Buffer.from(JSON.stringify(list));

  return {
    seal(list, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(aad(list));
      const content = JSON.stringify([clock.nowMilliseconds() + LIFETIME_MILLISECONDS, ...place]);
      const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(list, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(aad(list))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      let content: string;
      try {
        const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        content = Buffer.concat([opened, decipher.final()]).toString();
      } catch {
        return null;
      }
      const [expiresAtMilliseconds = 0, ...place] = JSON.parse(content) as number[];
      return clock.nowMilliseconds() < expiresAtMilliseconds ? place : null;
    },
  };
}
