/** Enrolment by a one-time code: the machine makes its key, the API agrees, and only then the key is kept. */
import { v7 as uuidV7 } from 'uuid';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { Enrolment } from '../../preload/enrolment-contract.ts';
import type { Log } from '../log/log.ts';
import type { KioskCredentials } from '../secrets/kiosk-credentials.ts';
import type { EnrolmentApi } from '../tenant-api/enrolment-api.ts';
import { signerOf } from '../tenant-api/kiosk-signer.ts';
import { type KeyPair, makeKeyPair } from './key-pair.ts';

const REFUSALS: readonly ErrorCode[] = [
  'ENROLMENT_CODE_UNKNOWN',
  'ENROLMENT_CODE_EXPIRED',
  'ENROLMENT_CODE_USED',
  'API_REFUSED',
];

export interface EnrolmentDesk {
  /** KEYRING_UNAVAILABLE. */
  read(): Promise<Result<Enrolment>>;
  /**
   * ENROLMENT_CODE_…, ENROLMENT_DELAYED, KEYRING_UNAVAILABLE, or the codes of any request. After the API has agreed,
   * what failed can be tried again with the same code: it takes effect once.
   */
  enrol(code: string, staffId: string): Promise<Result<Enrolment>>;
}

export function createEnrolmentDesk(from: {
  kioskId: string;
  baseUrl: string;
  api: EnrolmentApi;
  credentials: KioskCredentials;
  log: Log;
}): EnrolmentDesk {
  const { kioskId, baseUrl, api, credentials, log } = from;
  /** An answer that was lost on its way comes again, if the same is asked: the same code, key and write. */
  let wish: { code: string; pair: KeyPair; idempotencyKey: string } | null = null;

  return {
    read,
    enrol: (code, staffId) =>
      credentials.exclusively(async () => {
        const enrolled = await agreeAndKeep(code, staffId);
        if (!enrolled.ok) {
          log.warn('enrolment.failed', { staffId, code: enrolled.error.code });
          return enrolled;
        }
        return read();
      }),
  };

  async function agreeAndKeep(code: string, staffId: string): Promise<Result<void>> {
    if (wish?.code !== code) wish = { code, pair: makeKeyPair(), idempotencyKey: uuidV7() };
    const { pair, idempotencyKey } = wish;
    const agreed = await api.enrol({ code, kioskId, publicKey: pair.publicKey }, idempotencyKey);
    if (!agreed.ok) {
      // The API has answered for good: the next try is another wish.
      if (REFUSALS.includes(agreed.error.code)) wish = null;
      return agreed;
    }

    const { id, name, audience, issuedAt, expiresAt } = agreed.value;
    const fresh = { id, name, audience, issuedAt, expiresAt, privateKey: pair.privateKey };
    const kept = await credentials.keep(fresh, null);
    if (!kept.ok) return kept;
    log.warn('enrolment.kept', { staffId, credentialId: id, expiresAt });

    const used = await api.use(signerOf(fresh));
    if (!used.ok) return used;
    wish = null;
    await credentials.confirm(id);
    return used;
  }

  async function read(): Promise<Result<Enrolment>> {
    const known = await credentials.read();
    if (!known.ok && known.error.code !== 'KIOSK_NOT_ENROLLED') return known;
    const newest = known.ok ? known.value[0] : undefined;
    const aheadMs = api.aheadMs();
    return {
      ok: true,
      value: {
        kioskId,
        address: new URL(baseUrl).host,
        credential: newest
          ? { id: newest.id, name: newest.name, issuedAt: newest.issuedAt, expiresAt: newest.expiresAt }
          : null,
        clockAheadSeconds: aheadMs === null ? null : Math.round(aheadMs / 1_000),
      },
    };
  }
}
