import { generateKeyPairSync } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { createKioskCredentials } from '../secrets/kiosk-credentials.ts';
import { createMemoryKeyring } from '../secrets/memory-keyring.ts';
import { signerOf, signersOf } from './kiosk-signer.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const signer = signerOf({
  id: 'credential-1',
  audience: 'urn:api',
  privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
});
const at = Date.parse('2026-03-01T12:00:00.700Z');

test('what is signed says who, to whom, for which request, and for a minute only', async () => {
  const assertion = await signer.sign({ idempotencyKey: 'key-1', at });

  const { payload } = await jwtVerify(assertion, publicKey, { currentDate: new Date(at) });
  expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'EdDSA', typ: 'JWT' });
  expect(payload).toEqual({
    iss: 'credential-1',
    sub: 'credential-1',
    aud: 'urn:api',
    jti: 'key-1',
    iat: Date.parse('2026-03-01T12:00:00Z') / 1_000,
    exp: Date.parse('2026-03-01T12:01:00Z') / 1_000,
  });
});

test('another key does not vouch for it', async () => {
  const assertion = await signer.sign({ idempotencyKey: 'key-1', at });

  const another = generateKeyPairSync('ed25519').publicKey;

  await expect(jwtVerify(assertion, another, { currentDate: new Date(at) })).rejects.toThrow(/signature/);
});

test('a machine that is not enrolled signs nothing', async () => {
  const signers = signersOf(createKioskCredentials(async () => ({ ok: true, value: createMemoryKeyring() })));

  expect(await signers()).toEqual({ ok: false, error: { code: 'KIOSK_NOT_ENROLLED' } });
});
