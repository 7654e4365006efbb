/** What each call about what everybody may know does, and each about calling somebody. */
import type { helpCalls } from '../../preload/help-contract.ts';
import type { informationCalls } from '../../preload/information-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';
import type { Handlers } from './router.ts';

type InformationHandlers = Pick<Handlers, keyof typeof informationCalls | keyof typeof helpCalls>;

export function informationHandlers(from: {
  session: Pick<Session, 'snapshot'>;
  parts: Promise<OpenParts>;
}): InformationHandlers {
  const { session, parts } = from;

  return {
    'information.read': async () => (await parts).information.read(),
    'information.publicAlerts': async () => (await parts).information.publicAlerts(),
    'information.ownAlerts': async ({ residenceIds }) => (await parts).information.alertsOf(residenceIds),

    'information.printNumbers': async () =>
      (await parts).numbersOnPaper.print(session.snapshot().access.locale),

    'help.read': async () => (await parts).helpDesk.read(),
    'help.call': async ({ screen }) => (await parts).helpDesk.call(screen),
    'help.callOff': async () => (await parts).helpDesk.callOff(),
  };
}
