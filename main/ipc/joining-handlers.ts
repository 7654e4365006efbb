/** What each call about an account of one's own, or another password, does. Whoever is signed in by it, is signed in. */
import type { joiningCalls } from '../../preload/joining-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';
import type { Handlers } from './router.ts';

export function joiningHandlers(from: {
  session: Pick<Session, 'snapshot' | 'signedIn' | 'activity'>;
  parts: Promise<OpenParts>;
}): Pick<Handlers, keyof typeof joiningCalls> {
  const { session, parts } = from;
  const locale = () => session.snapshot().access.locale;

  return {
    'registration.begin': async (identity) => (await parts).registrations.begin(identity),
    'registration.choose': async ({ email, password }) =>
      (await parts).registrations.choose({ email: email.trim(), password }, locale()),
    'registration.sendAgain': async ({ email }) =>
      (await parts).registrations.sendAgain(email.trim(), locale()),
    'registration.follow': async () => {
      const answer = await (await parts).registrations.follow();
      if (!answer.ok) return answer;
      const { phase, isNews, tenant } = answer.value;
      // Whoever looks at their telephone is there, though they touch nothing.
      if (isNews) session.activity();
      if (tenant) session.signedIn(tenant);
      return { ok: true, value: { phase } };
    },
    'registration.printSlip': async () => (await parts).registrations.printSlip(locale()),

    'passwordReset.begin': async ({ email }) => (await parts).passwordResets.begin(email.trim(), locale()),
    'passwordReset.follow': async () => {
      const answer = await (await parts).passwordResets.follow();
      if (!answer.ok) return answer;
      const { isNews, ...progress } = answer.value;
      if (isNews) session.activity();
      return { ok: true, value: progress };
    },
    'passwordReset.prove': async ({ code }) => (await parts).passwordResets.prove(code),
    'passwordReset.choose': async ({ password }) => {
      const answer = await (await parts).passwordResets.choose(password);
      if (!answer.ok) return answer;
      session.signedIn(answer.value);
      return { ok: true, value: {} };
    },
  };
}
