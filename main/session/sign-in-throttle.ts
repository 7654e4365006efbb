/** Wrong passwords slow the next try down: for that account, and for the whole kiosk. */
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import { FOUR_AN_HOUR, type Limit, TWENTY_AN_HOUR } from './fading-tries.ts';
import { createSubjectThrottle, type SubjectThrottle } from './subject-throttle.ts';

/** About e-mail addresses. SIGN_IN_DELAYED. */
export type SignInThrottle = SubjectThrottle;

/**
 * A forgetful person meets a delay after five tries. A sign-in that succeeds does not clear those of the kiosk, or
 * anybody with an account of their own could.
 */
const LIMITS = {
  subject: { ...FOUR_AN_HOUR, delayFromFailure: 5 },
  kiosk: { ...TWENTY_AN_HOUR, delayFromFailure: 5, firstDelaySeconds: 10 },
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
