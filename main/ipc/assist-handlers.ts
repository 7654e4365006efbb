/** What each call about a staff member's help does. All of it is opened when the first of them comes. */
import type { assistCalls } from '../../preload/assist-contract.ts';
import type { Helper } from '../assist/assistance-desk.ts';
import type { AssistRoom } from '../assist/open-assist.ts';
import type { PresentedBadge } from '../assist/presented-badge.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';
import type { Handlers } from './router.ts';

export function assistHandlers(from: {
  assist: () => Promise<AssistRoom>;
  parts: Promise<Pick<OpenParts, 'guide'>>;
  badge: Pick<PresentedBadge, 'read'>;
  session: Pick<Session, 'snapshot' | 'signedIn'>;
}): Pick<Handlers, keyof typeof assistCalls> {
  const { assist, parts, badge, session } = from;
  /** Beside the person, and from the desk. */
  const helpersIn = async (desk: AssistRoom['desk']): Promise<Helper[]> => [
    ...desk.helpers(),
    ...(await parts).guide.helpers(),
  ];
  return {
    'assist.readBadge': badge.read,
    'assist.signIn': async (entered) => (await assist()).desk.signIn(entered),
    'assist.consent': async ({ how }) => (await assist()).desk.consent(how),
    'assist.stop': async ({ by }) => (await assist()).desk.stop(by),
    'assist.handOver': async () => (await assist()).desk.handOver(),
    'assist.takeBack': async () => (await assist()).desk.takeBack(),
    'assist.pauseClock': async ({ isPaused }) => (await assist()).desk.pauseClock(isPaused),
    'assist.lengthenLimit': async () => (await assist()).desk.lengthenLimit(),
    'assist.noteIdentity': async ({ documentType }) => (await assist()).desk.noteIdentity(documentType),
    'assist.createAccount': async ({ password }) => {
      const answer = await (await assist()).walkIns.createAccount(password);
      if (!answer.ok) return answer;
      session.signedIn(answer.value);
      return { ok: true, value: {} };
    },
    'assist.summary': async () => {
      const { summaries, desk } = await assist();
      return summaries.read(await helpersIn(desk));
    },
    'assist.printSummary': async () => {
      const { summaries, desk } = await assist();
      const helpers = await helpersIn(desk);
      const snapshot = session.snapshot();
      const tenant = snapshot.state === 'tenant' ? snapshot.tenant : null;
      return summaries.print(helpers, tenant, snapshot.access.locale);
    },
    'staff.readAssistance': async () => {
      const { summaries, desk } = await assist();
      const mayRead =
        session.snapshot().state === 'technician' || desk.current()?.member.role === 'supervisor';
      return mayRead ? summaries.count() : { ok: false, error: { code: 'NOT_ALLOWED_NOW' } };
    },
  };
}
