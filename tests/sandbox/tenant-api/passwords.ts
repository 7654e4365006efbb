import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Makes and checks passwords' hashes, written as `$argon2id$v=19$m=…,t=…,p=…$salt$hash` (the PHC string format). */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
  /** The hash of no password at all: checked when nobody has the e-mail, so that the answer takes the same time. */
  readonly decoyHash: string;
}

/**
 * The algorithm is the one a landlord should use, its memory is not (OWASP asks for 19 MiB at least): every
 * password here stands in the README, and a dozen of them are hashed each time the sandbox starts.
 */
const MEMORY_KIBIBYTES = 4_096;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);

export async function createPasswords(): Promise<Passwords> {
  return { hash, verify, decoyHash: await hash(randomBytes(32).toString('base64')) };
}

async function hash(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const derived = await derive('argon2id', {
    message: password,
    nonce: salt,
    memory: MEMORY_KIBIBYTES,
    passes: PASSES,
    parallelism: LANES,
    tagLength: HASH_BYTES,
  });
  const costs = `m=${MEMORY_KIBIBYTES},t=${PASSES},p=${LANES}`;
  return `$argon2id$v=19$${costs}$${unpadded(salt)}$${unpadded(derived)}`;
}

async function verify(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, lanes, salt, expected] = PHC.exec(stored) ?? [];
  if (!salt || !expected) throw new Error('A stored password hash is not in the PHC format.');
  const expectedBytes = Buffer.from(expected, 'base64');
  const derived = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(lanes),
    tagLength: expectedBytes.length,
  });
  return timingSafeEqual(derived, expectedBytes);
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
