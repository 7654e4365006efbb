import type { Result } from '../../../preload/contract.ts';
import { KEYRING_ACCOUNTS, type Keyring } from '../../secrets/keyring.ts';
import { createKioskCredentials } from '../../secrets/kiosk-credentials.ts';
import { isSealingKey } from '../../secrets/sealing.ts';
import type { Finding, PartCheck } from '../part-check.ts';

/** Whether the keyring answers and holds what the kiosk needs. What it holds goes nowhere. */
export function checkKeyring(open: () => Promise<Result<Keyring>>): PartCheck {
  return {
    part: 'keyring',
    async check() {
      const keyring = await open();
      if (!keyring.ok) return UNAVAILABLE;
      const enrolled = await createKioskCredentials(async () => keyring).read();
      if (!enrolled.ok) {
        return enrolled.error.code === 'KEYRING_UNAVAILABLE'
          ? UNAVAILABLE
          : { state: 'unfit', code: 'KIOSK_NOT_ENROLLED', facts: {} };
      }
      const sealingKey = await keyring.value.read(KEYRING_ACCOUNTS.sealingKey);
      if (!sealingKey.ok) return UNAVAILABLE;
      // The kiosk makes one at its first start.
      if (sealingKey.value === null) return { state: 'degraded', code: 'SEALING_KEY_MISSING', facts: {} };
      return isSealingKey(sealingKey.value)
        ? { state: 'fit', code: 'OK', facts: {} }
        : { state: 'unfit', code: 'SEALING_KEY_DAMAGED', facts: {} };
    },
  };
}

const UNAVAILABLE: Finding = { state: 'unfit', code: 'KEYRING_UNAVAILABLE', facts: {} };
