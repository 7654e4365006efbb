/** The operating system's keyring: Secret Service on Linux, Credential Manager on Windows. */
import type { Result } from '../../preload/contract.ts';
import { type Log, silentLog } from '../log/log.ts';

/** Every secret of the kiosk stands in the keyring under this service name. */
export const KEYRING_SERVICE = 'fr.ekidom.kiosk';

export const KEYRING_ACCOUNTS = {
  /** What the landlord knows this machine by, private key included: see kiosk-credentials.ts. */
  kioskCredential: 'kiosk-credential',
  /** The next one, until it has been used for the first time, and then the other way round. */
  kioskCredentialBeside: 'kiosk-credential-beside',
  /** Base64 of 32 bytes, made by the kiosk at its first start. */
  sealingKey: 'sealing-key',
  /** The passphrase shared with a payment terminal that encrypts what is said; none for the others. */
  paymentTerminalKey: 'payment-terminal-key',
} as const;

export type KeyringAccount = (typeof KEYRING_ACCOUNTS)[keyof typeof KEYRING_ACCOUNTS];

/** Every method answers KEYRING_UNAVAILABLE when the keyring is absent, locked, or does not answer in time. */
export interface Keyring {
  /** Null when nothing stands under that account. */
  read(account: KeyringAccount): Promise<Result<string | null>>;
  write(account: KeyringAccount, secret: string): Promise<Result<void>>;
  /** Nothing stands under that account any more, if anything did. */
  erase(account: KeyringAccount): Promise<Result<void>>;
}

/** As much of keytar as is used here. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** A locked keyring waits for somebody to type its password; nobody will, on a kiosk. */
const KEYRING_TIMEOUT_SECONDS = 5;

/** KEYRING_UNAVAILABLE when keytar itself cannot be loaded on this machine. */
export async function openKeyring(
  options: { log?: Log; timeoutSeconds?: number; load?: () => Promise<Keytar> } = {},
): Promise<Result<Keyring>> {
  const { log = silentLog, timeoutSeconds = KEYRING_TIMEOUT_SECONDS, load = loadKeytar } = options;
  try {
    return { ok: true, value: boundedKeyring(await load(), timeoutSeconds, log) };
  } catch (error) {
    log.error('keyring.not-loaded', { cause: causeOf(error) });
    return unavailable;
  }
}

function boundedKeyring(keytar: Keytar, timeoutSeconds: number, log: Log): Keyring {
  // A call that hangs cannot be called back and holds one of the few threads that files and names are looked up
  // with. So while one hangs, no other is begun.
  let hanging = 0;

  return {
    read: (account) => bounded(() => keytar.getPassword(KEYRING_SERVICE, account)),
    write: (account, secret) => bounded(() => keytar.setPassword(KEYRING_SERVICE, account, secret)),
    erase: (account) =>
      bounded(async () => {
        await keytar.deletePassword(KEYRING_SERVICE, account);
      }),
  };

  async function bounded<Value>(call: () => Promise<Value>): Promise<Result<Value>> {
    if (hanging > 0) return unavailable;

    let timedOut = false;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<Result<Value>>((resolve) => {
      timer = setTimeout(() => {
        timedOut = true;
        hanging += 1;
        log.error('keyring.timed-out', { timeoutSeconds });
        resolve(unavailable);
      }, timeoutSeconds * 1_000);
    });
    const answer = call().then(
      (value): Result<Value> => ({ ok: true, value }),
      (error: unknown): Result<Value> => {
        log.error('keyring.refused', { cause: causeOf(error) });
        return unavailable;
      },
    );
    void answer.then(() => {
      if (timedOut) hanging -= 1;
    });

    try {
      return await Promise.race([answer, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function loadKeytar(): Promise<Keytar> {
  const { default: keytar } = await import('keytar');
  return keytar;
}

/** The kind of error only: its words may name what was asked for. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? String(error.code) : error.name;
}

const unavailable = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } } as const;
