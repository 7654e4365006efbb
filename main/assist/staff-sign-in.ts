/**
 * Who a staff member is: asked of the central API, or, while that cannot be reached, looked up in what the kiosk kept
 * of their last sign-in here. What is kept is a slow hash of the PIN, sealed, for as long as the API allowed.
 */
import * as z from 'zod';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { SubjectThrottle } from '../session/subject-throttle.ts';
import type { StaffVerifiersRepository } from '../store/staff-verifiers-repository.ts';
import type { StaffApi } from '../tenant-api/tenant-api.ts';
import {
  type SignedInStaff,
  type StaffCredentials,
  type StaffSignIn,
  staffMemberSchema,
} from './staff-member.ts';

const verifierSchema = z.strictObject({
  pinHash: z.string(),
  member: staffMemberSchema,
  keptAt: z.iso.datetime(),
  validUntil: z.iso.datetime(),
});

/** The API has not judged the PIN. */
const UNREACHABLE: readonly ErrorCode[] = ['API_UNREACHABLE', 'API_TIMEOUT', 'API_BROKEN_ANSWER'];

const UNKNOWN = { ok: false, error: { code: 'STAFF_UNKNOWN_OFFLINE' } } as const;
const REFUSED = { ok: false, error: { code: 'STAFF_PIN_REFUSED' } } as const;

export function createStaffSignIn(from: {
  api: StaffApi;
  throttle: SubjectThrottle;
  verifiers: StaffVerifiersRepository;
  sealing: Sealing;
  /** Slow by intent. */
  pins: { hash(pin: string): Promise<string>; fits(pin: string, hash: string): Promise<boolean> };
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): StaffSignIn {
  const { api, throttle, verifiers, sealing, pins, log, now = Date.now } = from;

  return {
    async signIn(credentials) {
      const answer = await throttle.guard(nameOf(credentials), () => ask(credentials));
      if (!answer.ok) log.info('assist.refused', { code: answer.error.code });
      return answer;
    },
    signOut(session) {
      void api.signOut(session).then((answer) => {
        if (!answer.ok) log.warn('assist.sign-out-not-heard', { code: answer.error.code });
      });
    },
  };

  async function ask(credentials: StaffCredentials): Promise<Result<SignedInStaff>> {
    const subject = sealing.fingerprint('staff-verifier', nameOf(credentials));
    const answer = await api.signIn({
      badgeNumber: 'badgeNumber' in credentials ? credentials.badgeNumber : null,
      userName: 'userName' in credentials ? credentials.userName : null,
      pin: credentials.pin,
    });
    if (!answer.ok) {
      if (UNREACHABLE.includes(answer.error.code)) return lookUp(subject, credentials.pin);
      // A badge that was taken away, or a PIN that was changed, is not good while the line is cut either.
      if (answer.error.code === 'STAFF_PIN_REFUSED') await forgetIfKnown(subject, credentials.pin);
      return answer;
    }
    const { id: sessionId, token, expiresAt, staffMember, verifierValidUntil } = answer.value;
    const { id, displayName, role, tenantNumbers } = staffMember;
    const member = { id, displayName, role, tenantNumbers };
    await keep(subject, { pin: credentials.pin, member, validUntil: verifierValidUntil });
    return { ok: true, value: { member, session: { sessionId, token, expiresAt } } };
  }

  async function lookUp(subject: string, pin: string): Promise<Result<SignedInStaff>> {
    const kept = read(subject);
    if (!kept) return UNKNOWN;
    if (!isValid(kept)) {
      verifiers.remove(subject);
      return UNKNOWN;
    }
    if (!(await pins.fits(pin, kept.pinHash))) return REFUSED;
    log.info('assist.known-offline', { staffId: kept.member.id });
    return { ok: true, value: { member: kept.member, session: null } };
  }

  /** Somebody who does not know the PIN makes nobody unknown. */
  async function forgetIfKnown(subject: string, pin: string): Promise<void> {
    const kept = read(subject);
    if (kept && (await pins.fits(pin, kept.pinHash))) verifiers.remove(subject);
  }

  async function keep(
    subject: string,
    { pin, member, validUntil }: { pin: string; member: SignedInStaff['member']; validUntil: string },
  ): Promise<void> {
    const before = read(subject);
    const pinHash = before && (await pins.fits(pin, before.pinHash)) ? before.pinHash : await pins.hash(pin);
    const kept = { pinHash, member, keptAt: new Date(now()).toISOString(), validUntil };
    // What is not kept is missed only while the line is cut; the store logs it.
    verifiers.write(subject, sealing.seal(JSON.stringify(kept), contextOf(subject)));
  }

  function read(subject: string): z.output<typeof verifierSchema> | null {
    const sealed = verifiers.read(subject);
    const text = sealed.ok && sealed.value ? sealing.unseal(sealed.value, contextOf(subject)) : null;
    const checked = text === null ? null : verifierSchema.safeParse(JSON.parse(text));
    return checked?.success ? checked.data : null;
  }

  /** A clock that was put back makes nothing good for longer. */
  function isValid({ keptAt, validUntil }: { keptAt: string; validUntil: string }): boolean {
    return Date.parse(keptAt) <= now() && now() < Date.parse(validUntil);
  }
}

function nameOf(credentials: StaffCredentials): string {
  return 'badgeNumber' in credentials
    ? `badge:${credentials.badgeNumber.toUpperCase()}`
    : `name:${credentials.userName}`;
}

function contextOf(subject: string): string {
  return `staff verifier ${subject}`;
}
