/** Staff codes and their argon2id hashes. The arithmetic takes a while: main has it done in a thread, see staff-codes.ts. */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** About 0.2 s for each try on a small machine; above the least that the configuration accepts. */
const COST = { parallelism: 1, iterations: 3, memorySize: 32_768, hashLength: 32 } as const;
const SALT_BYTES = 16;

/** @returns the hash in the PHC string format, as the configuration holds it */
export function hashCode(code: string): Promise<string> {
  return argon2id({ ...COST, password: code, salt: randomBytes(SALT_BYTES), outputType: 'encoded' });
}

/** Looks at every hash, whichever of them fits: how long it takes says nothing. */
export async function whichFit(code: string, hashes: readonly string[]): Promise<boolean[]> {
  const fits: boolean[] = [];
  for (const hash of hashes) fits.push(await argon2Verify({ password: code, hash }));
  return fits;
}
