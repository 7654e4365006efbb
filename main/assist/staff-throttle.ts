/** How fast one may guess the PIN that belongs to a badge or a name, at a public screen. */
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import { FOUR_AN_HOUR, type Limit, TWENTY_AN_HOUR } from '../session/fading-tries.ts';
import { createSubjectThrottle, type SubjectThrottle } from '../session/subject-throttle.ts';
import type { SignInTriesRepository } from '../store/sign-in-tries-repository.ts';

/**
 * Whoever found a badge needs seven weeks for a PIN of four figures, on average, and it is missed before. A staff member
 * who mistypes it twice meets nothing.
 */
const LIMITS = {
  subject: { ...FOUR_AN_HOUR, delayFromFailure: 3 },
  kiosk: { ...TWENTY_AN_HOUR, delayFromFailure: 6, firstDelaySeconds: 15 },
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
