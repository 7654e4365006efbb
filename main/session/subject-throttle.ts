/**
 * Wrong answers to a question about somebody slow the next try down: about that person, wherever it is tried here, and
 * for the whole kiosk, whoever is tried. What counts is on disk, so pulling the plug gains nothing.
 */
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import type { SignInTries, SignInTriesRepository } from '../store/sign-in-tries-repository.ts';
import { afterFailure, faded, type Limit, LONGEST_LOCK_SECONDS, lockSeconds } from './fading-tries.ts';

export interface SubjectThrottle {
  /**
   * Asks `ask` if no delay stands, and counts what comes of it. One try at a time.
   * The throttle's own delay, with `retryAfterSeconds`, before anything is asked; STORE_UNAVAILABLE when nothing can
   * be counted, since uncounted tries would be free.
   */
  guard<Value>(subject: string, ask: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

/** While a try is under way. Only a screen that was tampered with asks twice at once. */
const BUSY_SECONDS = 1;

export function createSubjectThrottle(options: {
  tries: SignInTriesRepository;
  sealing: Pick<Sealing, 'fingerprint'>;
  /** Makes names that give nobody away. */
  subjectPurpose: string;
  /** Under which the kiosk's own count is kept. */
  kioskSubject: string;
  limits: { subject: Limit; kiosk: Limit };
  /** The answer that counts, and the one that comes too early, from here or from the API. */
  wrong: ErrorCode;
  delayed: ErrorCode;
  /** What the log calls a try that came too early. */
  event: string;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): SubjectThrottle {
  const { tries, sealing, subjectPurpose, kioskSubject, limits, wrong, event, log, now = Date.now } = options;
  let isBusy = false;

  return {
    async guard(subject, ask) {
      if (isBusy) return delayed(BUSY_SECONDS);
      isBusy = true;
      try {
        return await guardOne(sealing.fingerprint(subjectPurpose, normalised(subject)), ask);
      } finally {
        isBusy = false;
      }
    },
  };

  async function guardOne<Value>(
    subjectName: string,
    ask: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const subject = tries.read(subjectName);
    const kiosk = tries.read(kioskSubject);
    if (!subject.ok) return subject;
    if (!kiosk.ok) return kiosk;
    const before = {
      subject: faded(subject.value, limits.subject, now()),
      kiosk: faded(kiosk.value, limits.kiosk, now()),
    };

    const waitSeconds = Math.max(lockSeconds(before.subject, now()), lockSeconds(before.kiosk, now()));
    if (waitSeconds > 0) {
      // What a clock that was put back has moved is written down, or the lock would move along with the clock.
      note(before);
      log.info(event, { waitSeconds });
      return delayed(waitSeconds);
    }

    // Counted before it is asked: a kiosk that is switched off in between has counted it.
    const counted = note({
      subject: afterFailure(before.subject, limits.subject, now()),
      kiosk: afterFailure(before.kiosk, limits.kiosk, now()),
    });
    if (!counted.ok) return counted;

    const answer = await ask();
    // A note that cannot be written from here on leaves the failure counted: the safe side. The store logs it.
    if (answer.ok) {
      note({ subject: null, kiosk: before.kiosk });
      return answer;
    }
    switch (answer.error.code) {
      case wrong:
        tries.forgetBefore(now() - LONGEST_LOCK_SECONDS * 1_000);
        return answer;
      case options.delayed:
        note({ ...before, subject: lockedFor(before.subject, answer.error.retryAfterSeconds ?? 0, now()) });
        return answer;
      default:
        // Nobody has looked at the password: the try does not count.
        note(before);
        return answer;
    }

    function note(changes: { subject: SignInTries | null; kiosk: SignInTries | null }): Result<void> {
      return tries.write(
        new Map([
          [subjectName, changes.subject],
          [kioskSubject, changes.kiosk],
        ]),
      );
    }
  }

  function delayed(retryAfterSeconds: number): Result<never> {
    return { ok: false, error: { code: options.delayed, retryAfterSeconds } };
  }
}

/** What the API asks for counts when it is longer than ours. */
function lockedFor(before: SignInTries | null, seconds: number, now: number): SignInTries {
  const lockedUntil = now + Math.min(seconds, LONGEST_LOCK_SECONDS) * 1_000;
  return {
    failures: before?.failures ?? 0,
    fadingSince: before?.fadingSince ?? now,
    lastFailedAt: now,
    lockedUntil: Math.max(before?.lockedUntil ?? 0, lockedUntil),
  };
}

/** Case, spaces, invisible characters and ways of writing one letter make no new account. */
function normalised(email: string): string {
  return email
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
}
