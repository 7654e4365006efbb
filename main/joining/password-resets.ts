/** A password that was lost: another one is chosen with a code at the kiosk, or on the person's telephone. */
import type { CallOutput, Locale, Result, Tenant } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { GuardedTries } from '../session/guarded-tries.ts';
import type { Visits } from '../session/visit.ts';
import type { JoiningApi } from '../tenant-api/joining-api.ts';
import { createLatestQuestion } from './latest-question.ts';
import { createWishes } from './wishes.ts';

type ValueOf<Call extends 'passwordReset.begin' | 'passwordReset.follow'> = Extract<
  CallOutput<Call>,
  { ok: true }
>['value'];

/** Every method may also answer SESSION_OVER, when the person left in the meantime. */
export interface PasswordResets {
  begin(email: string, locale: Locale): Promise<Result<ValueOf<'passwordReset.begin'>>>;
  /** `isNews`: the telephone has come further since it was last asked. Nobody is signed in by a telephone. */
  follow(): Promise<Result<ValueOf<'passwordReset.follow'> & { isNews: boolean }>>;
  prove(code: string): Promise<Result<Record<string, never>>>;
  /** Who is signed in by it. */
  choose(password: string): Promise<Result<Tenant>>;
  /** The person has left. */
  forget(): void;
}

const OVER = { ok: false, error: { code: 'RESET_OVER' } } as const;
const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

export function createPasswordResets(parts: {
  api: JoiningApi;
  tries: GuardedTries;
  visits: Pick<Visits, 'enter'>;
  log: Log;
}): PasswordResets {
  const { api, tries, visits, log } = parts;
  const wishes = createWishes();
  const beginnings = createLatestQuestion(OVER.error.code);
  let own: { readonly id: string; phase: ValueOf<'passwordReset.follow'>['phase'] } | null = null;
  let endings = 0;

  return {
    async begin(email, locale) {
      const answer = await unlessLeft(
        beginnings.ask(() =>
          guarded(() =>
            wishes.tell(['begin', email, locale], (key) => api.beginPasswordReset({ email, locale }, key)),
          ),
        ),
      );
      log.info('password-reset.begun', { outcome: answer.ok ? 'answered' : answer.error.code });
      if (!answer.ok) return answer;
      const { id, secondsLeft, againAfterSeconds } = answer.value;
      own = { id, phase: 'waiting' };
      return { ok: true, value: { secondsLeft, againAfterSeconds } };
    },

    async follow() {
      const followed = own;
      if (!followed) return OVER;
      const answer = await unlessLeft(api.readPasswordReset(followed.id));
      if (!answer.ok) return answer;
      const { phase, secondsLeft } = answer.value;
      const isNews = phase !== followed.phase;
      followed.phase = phase;
      return { ok: true, value: { phase, secondsLeft, isNews } };
    },

    async prove(code) {
      const about = own;
      if (!about) return OVER;
      const answer = await unlessLeft(
        guarded(() => wishes.tell(['prove', about.id, code], (key) => api.proveReset(about.id, code, key))),
      );
      log.info('password-reset.code', { outcome: answer.ok ? 'right' : answer.error.code });
      return answer.ok ? { ok: true, value: {} } : answer;
    },

    async choose(password) {
      const about = own;
      if (!about) return OVER;
      const answer = await visits.enter(() =>
        wishes.tell(['choose', about.id, password], (key) => api.choosePassword(about.id, password, key)),
      );
      log.info('password-reset.chosen', { outcome: answer.ok ? 'changed' : answer.error.code });
      if (answer.ok) own = null;
      return answer;
    },

    forget() {
      endings += 1;
      beginnings.forget();
      own = null;
      wishes.forget();
    },
  };

  async function guarded<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    return (await tries.guard(ask)).answer;
  }

  /** What came for somebody who has left is not for whoever is there now. */
  async function unlessLeft<Value>(pending: Promise<Result<Value>>): Promise<Result<Value>> {
    const endingsBefore = endings;
    const answer = await pending;
    return endings === endingsBefore ? answer : SESSION_OVER;
  }
}
