import { tryTerminal } from '../payment/doctor-terminal.ts';
import { KEYRING_ACCOUNTS, openKeyring } from '../secrets/keyring.ts';
import type { DoctorWorld } from './world.ts';

/** The payment terminal, with what the configuration and the keyring of this kiosk know of it. */
export function tellTerminal(words: readonly string[], world: DoctorWorld): Promise<number> {
  return tryTerminal(words, {
    tell: world.tell,
    tellAside: world.tellAside,
    configured() {
      const { loaded } = world.kiosk();
      return loaded.ok ? loaded.config.paymentTerminal : undefined;
    },
    async readTerminalKey() {
      const keyring = await openKeyring();
      const key = keyring.ok ? await keyring.value.read(KEYRING_ACCOUNTS.paymentTerminalKey) : keyring;
      return key.ok ? key.value : null;
    },
  });
}
