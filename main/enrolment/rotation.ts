/** Gives the kiosk a new key in good time, or when the API asks for it; nobody has to come for that. */
import { v7 as uuidV7 } from 'uuid';
import type { Log } from '../log/log.ts';
import type { KioskCredential, KioskCredentials } from '../secrets/kiosk-credentials.ts';
import type { After } from '../sync/lanes.ts';
import type { TokenGiven } from '../tenant-api/kiosk-requests.ts';
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import { makeKeyPair } from './key-pair.ts';

/** From then on there is a third of its life left to find the API in. */
const PART_OF_LIFE = 2 / 3;
const LOOK_EVERY_SECONDS = 3_600;

export interface Rotation {
  /** For `onToken` of the API. */
  tokenGiven(token: TokenGiven): void;
  /** Looks at once, and then every hour. */
  start(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function createRotation(from: {
  api: Pick<TenantApi, 'createKioskCredential' | 'knock' | 'timeThere'>;
  credentials: KioskCredentials;
  after: After;
  log: Log;
}): Rotation {
  const { api, credentials, after, log } = from;
  let isStopped = false;
  let callOff = () => {};
  let underWay: Promise<void> | null = null;
  /** The credential that the API last gave a token for. */
  let inUse: string | null = null;
  let isWanted = false;

  return {
    tokenGiven({ credentialId, wantsNewCredential }) {
      void credentials.confirm(credentialId);
      inUse = credentialId;
      isWanted = wantsNewCredential;
      if (wantsNewCredential) look();
    },
    start: look,
    async stop() {
      isStopped = true;
      callOff();
      await underWay;
    },
  };

  function look(): void {
    if (isStopped || underWay) return;
    callOff();
    underWay = credentials.exclusively(renewIfDue).finally(() => {
      underWay = null;
      if (!isStopped) callOff = after(LOOK_EVERY_SECONDS, look);
    });
  }

  async function renewIfDue(): Promise<void> {
    const known = await credentials.read();
    if (!known.ok) return;
    const current = () => known.value.find(({ id }) => id === inUse) ?? known.value[0];
    // The one before is there for as long as nothing has come of the newest: which of them is good is asked first.
    // And so is the time: a clock that is a year fast would have the key changed every hour.
    if (known.value.length > 1 || isDue(current())) await api.knock();
    const used = current();
    if (!used || !(isWanted || isDue(used))) return;

    const pair = makeKeyPair();
    const given = await api.createKioskCredential({ publicKey: pair.publicKey, idempotencyKey: uuidV7() });
    if (!given.ok) return log.warn('enrolment.not-renewed', { code: given.error.code });
    const { id, name, audience, issuedAt, expiresAt } = given.value;
    const fresh = { id, name, audience, issuedAt, expiresAt, privateKey: pair.privateKey };
    const kept = await credentials.keep(fresh, inUse ?? used.id);
    if (!kept.ok) return log.warn('enrolment.not-renewed', { code: kept.error.code });
    log.warn('enrolment.renewed', { credentialId: id, expiresAt });
    // Its first use, which makes the one before it void.
    await api.knock();
  }

  function isDue(credential: KioskCredential | undefined): boolean {
    if (!credential) return false;
    const [from, until] = [Date.parse(credential.issuedAt), Date.parse(credential.expiresAt)];
    return api.timeThere() >= from + (until - from) * PART_OF_LIFE;
  }
}
