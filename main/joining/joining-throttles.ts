/** How fast one may guess who a tenant is, or the code of a lost password, at a public screen. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import { FOUR_AN_HOUR, type Limit, TWENTY_AN_HOUR } from '../session/fading-tries.ts';
import { createGuardedTries, type GuardedTries, type Verdict } from '../session/guarded-tries.ts';
import { createSubjectThrottle, type SubjectThrottle } from '../session/subject-throttle.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';

interface Needs {
  tries: SignInTriesRepository;
  sealing: Pick<Sealing, 'fingerprint'>;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** As with passwords, and for the same reasons. */
const IDENTITY_LIMITS = {
  subject: { ...FOUR_AN_HOUR, delayFromFailure: 4 },
  kiosk: { ...TWENTY_AN_HOUR, delayFromFailure: 6, firstDelaySeconds: 15 },
} as const satisfies Record<string, Limit>;

/**
 * Each e-mail that is asked for and each wrong code counts. A family that has lost everything gets on; whoever
 * guesses codes has five for each e-mail that somebody gets, and soon one in five minutes.
 */
const RESET_LIMIT: Limit = { ...TWENTY_AN_HOUR, delayFromFailure: 8, firstDelaySeconds: 15 };

export function createIdentityThrottle(needs: Needs): SubjectThrottle {
  return createSubjectThrottle({
    ...needs,
    subjectPurpose: 'registration-tenant',
    kioskSubject: 'registration-kiosk',
    limits: IDENTITY_LIMITS,
    wrong: 'REGISTRATION_REFUSED',
    delayed: 'REGISTRATION_DELAYED',
    event: 'registration.delayed',
  });
}

export function createResetTries({ tries, log, now = Date.now }: Needs): GuardedTries {
  return createGuardedTries({
    subject: 'password-reset',
    limit: RESET_LIMIT,
    tries,
    delayed: (retryAfterSeconds) => ({ ok: false, error: { code: 'RESET_DELAYED', retryAfterSeconds } }),
    verdictOn,
    log,
    now,
  });
}

/** A begun reset has something to tell, a right code has nothing: that one guessed nothing. */
function verdictOn(answer: Result<unknown>): Verdict {
  if (answer.ok) return answer.value === undefined ? 'void' : 'counts';
  return answer.error.code === 'RESET_CODE_WRONG' || answer.error.code === 'RESET_OVER' ? 'counts' : 'void';
}
