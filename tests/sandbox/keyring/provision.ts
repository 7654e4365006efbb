/**
 * Run as a program: puts the secrets that come as JSON on its standard input into the keyring of the bus named
 * in DBUS_SESSION_BUS_ADDRESS, as soon as that keyring answers, and reads them back. They are never arguments,
 * which every user of the machine can see.
 */
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import keytar from 'keytar';
import type { Secret } from './keyring.ts';

const START_PATIENCE_MS = 5_000;
const POLL_MS = 10;

const secrets = JSON.parse(await text(process.stdin)) as Secret[];
await waitForKeyring();
for (const { service, account, secret } of secrets) {
  await keytar.setPassword(service, account, secret);
  const stored = await keytar.getPassword(service, account);
  if (stored !== secret) throw new Error(`The keyring did not keep ${service} ${account}.`);
}

async function waitForKeyring(): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    try {
      await keytar.getPassword('sandbox', 'is-anybody-there');
      return;
    } catch (error) {
      if (!isNotYetThere(error) || performance.now() > deadline) throw error;
      await delay(POLL_MS);
    }
  }
}

/** The bus answers, and nobody has the name of the Secret Service yet, or not all of its objects. */
function isNotYetThere(error: unknown): boolean {
  return /org[./]freedesktop[./]secrets/.test(String(error));
}
