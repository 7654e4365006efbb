import { createKioskCredentials } from '../main/secrets/kiosk-credentials.ts';
import { createMemoryKeyring } from '../main/secrets/memory-keyring.ts';
import { type KioskSigners, signersOf } from '../main/tenant-api/kiosk-signer.ts';

/** Of a kiosk that the sandbox's landlord has. @param keyringEntry what stands in that kiosk's keyring */
export function signersOfEnrolled(keyringEntry: string): KioskSigners {
  const keyring = createMemoryKeyring({ 'kiosk-credential': keyringEntry });
  return signersOf(createKioskCredentials(async () => ({ ok: true, value: keyring })));
}
