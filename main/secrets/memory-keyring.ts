import type { Keyring, KeyringAccount } from './keyring.ts';

/** A stand-in for tests: a keyring that forgets everything when the program ends. */
export function createMemoryKeyring(secrets: Partial<Record<KeyringAccount, string>> = {}): Keyring {
  const held = new Map<string, string>(Object.entries(secrets));
  return {
    read: async (account) => ({ ok: true, value: held.get(account) ?? null }),
    write: async (account, secret) => {
      held.set(account, secret);
      return { ok: true, value: undefined };
    },
    erase: async (account) => {
      held.delete(account);
      return { ok: true, value: undefined };
    },
  };
}

/** A stand-in for a machine whose keyring is locked. */
export function createLockedKeyring(): Keyring {
  const locked = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } } as const;
  return { read: async () => locked, write: async () => locked, erase: async () => locked };
}
