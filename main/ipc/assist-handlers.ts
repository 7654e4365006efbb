/** What each call about a staff member's help does. All of it is opened when the first of them comes. */
import type { assistCalls } from '../../preload/assist-contract.ts';
import type { AssistRoom } from '../assist/open-assist.ts';
import type { PresentedBadge } from '../assist/presented-badge.ts';
import type { Handlers } from './router.ts';

export function assistHandlers(from: {
  assist: () => Promise<AssistRoom>;
  badge: Pick<PresentedBadge, 'read'>;
}): Pick<Handlers, keyof typeof assistCalls> {
  const { assist, badge } = from;
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
    'assist.createAccount': async () => ({ ok: false, error: { code: 'ASSISTANCE_OVER' } }),
    'assist.summary': async () => ({ ok: true, value: { entries: [] } }),
    'assist.printSummary': async () => ({ ok: false, error: { code: 'DOCUMENT_FAILED' } }),
    'staff.readAssistance': async () => ({ ok: true, value: { days: [] } }),
  };
}
