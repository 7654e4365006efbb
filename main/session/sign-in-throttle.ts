/** Wrong passwords slow the next try down: for that account, and for the whole kiosk. */
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import type { Limit } from './fading-tries.ts';
import { createSubjectThrottle, type SubjectThrottle } from './subject-throttle.ts';

/** About e-mail addresses. SIGN_IN_DELAYED. */
export type SignInThrottle = SubjectThrottle;

/**
 * Both leave about four guesses an hour at one account, and twenty an hour at one kiosk, to somebody who never gives
 * up: the rate at which failures are forgiven. A forgetful person meets 30 seconds after five tries. The kiosk is
 * shared, so its delays are short and fade quickly; a sign-in that succeeds does not clear them, or anybody with an
 * account of their own could.
 */
const LIMITS = {
  subject: {
    delayFromFailure: 5,
    firstDelaySeconds: 30,
    longestDelaySeconds: 900,
    forgiveOneAfterSeconds: 900,
  },
  kiosk: {
    delayFromFailure: 5,
    firstDelaySeconds: 10,
    longestDelaySeconds: 300,
    forgiveOneAfterSeconds: 180,
  },
} as const satisfies Record<string, Limit>;

export function createSignInThrottle(options: {
  tries: SignInTriesRepository;
  sealing: Pick<Sealing, 'fingerprint'>;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): SignInThrottle {
  return createSubjectThrottle({
    ...options,
    subjectPurpose: 'sign-in-account',
    kioskSubject: 'kiosk',
    limits: LIMITS,
    wrong: 'CREDENTIALS_INVALID',
    delayed: 'SIGN_IN_DELAYED',
    event: 'session.sign-in-delayed',
  });
}
