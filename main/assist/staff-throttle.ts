/** How fast one may guess the PIN that belongs to a badge or a name, at a public screen. */
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { Limit } from '../session/fading-tries.ts';
import { createSubjectThrottle, type SubjectThrottle } from '../session/subject-throttle.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';

/**
 * Four guesses an hour at one badge: whoever found one needs a year for a PIN of four figures, on average, and it is
 * missed before. A staff member who mistypes it twice meets nothing.
 */
const LIMITS = {
  subject: {
    delayFromFailure: 3,
    firstDelaySeconds: 30,
    longestDelaySeconds: 900,
    forgiveOneAfterSeconds: 900,
  },
  kiosk: {
    delayFromFailure: 6,
    firstDelaySeconds: 15,
    longestDelaySeconds: 300,
    forgiveOneAfterSeconds: 180,
  },
} as const satisfies Record<string, Limit>;

export function createPinThrottle(needs: {
  tries: SignInTriesRepository;
  sealing: Pick<Sealing, 'fingerprint'>;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): SubjectThrottle {
  return createSubjectThrottle({
    ...needs,
    subjectPurpose: 'staff-pin',
    kioskSubject: 'staff-pin-kiosk',
    limits: LIMITS,
    wrong: 'STAFF_PIN_REFUSED',
    delayed: 'STAFF_PIN_DELAYED',
    event: 'assist.sign-in-delayed',
  });
}
