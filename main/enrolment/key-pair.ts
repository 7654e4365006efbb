import { generateKeyPairSync } from 'node:crypto';
import type { PublicKey } from '../tenant-api/tenant-api.ts';

export interface KeyPair {
  publicKey: PublicKey;
  /** PKCS#8, in base64: for the keyring, and for nobody else. */
  privateKey: string;
}

export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('an Ed25519 key has an x');
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x },
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}
