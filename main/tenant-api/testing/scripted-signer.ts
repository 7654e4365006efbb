/** A stand-in for tests: signs everything with the same few words. */
import type { KioskSigners } from '../kiosk-signer.ts';

export const SIGNED = 'signed-by-the-kiosk';

export const scriptedSigners: KioskSigners = async () => ({
  ok: true,
  value: [{ credentialId: 'credential-1', sign: async () => SIGNED }],
});
