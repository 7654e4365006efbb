/**
 * What the landlord knows this kiosk by. The private half of each key stands in the keyring and nowhere else.
 *
 * There are two places, so that a new credential never stands on top of one that may still be needed: it is written
 * into the other place, and the old one is erased once the new one has been used. Whatever instant the power is cut
 * at, one of them is good.
 */
import * as z from 'zod';
import type { Result } from '../../preload/contract.ts';
import { KEYRING_ACCOUNTS, type Keyring } from './keyring.ts';

const PLACES = [KEYRING_ACCOUNTS.kioskCredential, KEYRING_ACCOUNTS.kioskCredentialBeside] as const;

const credentialSchema = z.strictObject({
  /** Counted by the kiosk, since no clock is to be trusted: the highest is the newest. */
  sequence: z.int().min(1),
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  audience: z.string().min(1).max(200),
  issuedAt: z.string().max(40),
  expiresAt: z.string().max(40),
  /** PKCS#8, in base64. */
  privateKey: z.base64().max(400),
});

export type KioskCredential = z.output<typeof credentialSchema>;

export interface KioskCredentials {
  /** The newest first, and at least one; KIOSK_NOT_ENROLLED when there is none, or KEYRING_UNAVAILABLE. */
  read(): Promise<Result<readonly KioskCredential[]>>;
  /**
   * Keeps a new one beside the one in use (null: whichever it may be). KEYRING_UNAVAILABLE when the keyring does not
   * have it afterwards.
   */
  keep(fresh: Omit<KioskCredential, 'sequence'>, inUse: string | null): Promise<Result<void>>;
  /** It was used, which made those before it void: they are erased. */
  confirm(id: string): Promise<void>;
  /** One at a time: who hands in a new key does not cross with somebody else who does. */
  exclusively<Value>(job: () => Promise<Value>): Promise<Value>;
}

export function createKioskCredentials(open: () => Promise<Result<Keyring>>): KioskCredentials {
  let opened: Promise<Result<Keyring>> | null = null;
  const inTurn = createTurns();

  return {
    async read() {
      const places = await readPlaces();
      if (!places.ok) return places;
      const [newest, ...older] = places.value
        .flatMap(({ credential }) => (credential ? [credential] : []))
        .toSorted((one, other) => other.sequence - one.sequence);
      return newest
        ? { ok: true, value: [newest, ...older] }
        : { ok: false, error: { code: 'KIOSK_NOT_ENROLLED' } };
    },

    keep: (fresh, inUse) =>
      inTurn(async () => {
        const places = await readPlaces();
        if (!places.ok) return places;
        const [place] = places.value
          .filter(({ credential }) => inUse === null || credential?.id !== inUse)
          .toSorted((one, other) => sequenceIn(one) - sequenceIn(other));
        if (!place) return unavailable;
        const sequence = Math.max(...places.value.map(sequenceIn)) + 1;
        return writeAndReadBack(place.account, JSON.stringify({ sequence, ...fresh }));
      }),

    confirm: (id) =>
      inTurn(async () => {
        const [keyring, places] = [await keyringOnce(), await readPlaces()];
        if (!keyring.ok || !places.ok) return;
        const used = places.value.find(({ credential }) => credential?.id === id);
        if (!used) return;
        for (const place of places.value) {
          // One that cannot be erased now is void all the same, and is erased after the next token.
          if (place.credential && sequenceIn(place) < sequenceIn(used))
            await keyring.value.erase(place.account);
        }
      }),

    exclusively: createTurns(),
  };

  async function readPlaces() {
    const keyring = await keyringOnce();
    if (!keyring.ok) return keyring;
    const read = await Promise.all(
      PLACES.map(async (account) => ({ account, kept: await keyring.value.read(account) })),
    );
    const places = [];
    for (const { account, kept } of read) {
      if (!kept.ok) return kept;
      places.push({ account, credential: credentialIn(kept.value) });
    }
    return { ok: true, value: places } as const;
  }

  async function writeAndReadBack(account: (typeof PLACES)[number], text: string): Promise<Result<void>> {
    const keyring = await keyringOnce();
    if (!keyring.ok) return keyring;
    const written = await keyring.value.write(account, text);
    if (!written.ok) return written;
    const readBack = await keyring.value.read(account);
    if (!readBack.ok) return readBack;
    return readBack.value === text ? { ok: true, value: undefined } : unavailable;
  }

  /** One that could not be opened may be there the next time. */
  async function keyringOnce(): Promise<Result<Keyring>> {
    opened ??= open();
    const keyring = await opened;
    if (!keyring.ok) opened = null;
    return keyring;
  }
}

/** What is no credential is as good as none: it signs nothing. */
function credentialIn(text: string | null): KioskCredential | null {
  if (text === null) return null;
  try {
    return credentialSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not even JSON. Its error would quote it.
    return null;
  }
}

function sequenceIn({ credential }: { credential: KioskCredential | null }): number {
  return credential?.sequence ?? 0;
}

function createTurns(): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job);
    last = mine.catch(() => undefined);
    return mine;
  };
}

const unavailable = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } } as const;
