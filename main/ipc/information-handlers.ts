/** What each call about what everybody may know does, and each about calling somebody. */
import type { helpCalls } from '../../preload/help-contract.ts';
import type { informationCalls } from '../../preload/information-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Handlers } from './router.ts';

type InformationHandlers = Pick<Handlers, keyof typeof informationCalls | keyof typeof helpCalls>;

export function informationHandlers(from: { parts: Promise<OpenParts> }): InformationHandlers {
  const { parts } = from;

  return {
    'information.read': async () => (await parts).information.read(),
    'information.publicAlerts': async () => (await parts).information.publicAlerts(),
    'information.ownAlerts': async ({ residenceIds }) => (await parts).information.alertsOf(residenceIds),

    'help.read': async () => (await parts).helpDesk.read(),
    'help.call': async ({ screen }) => (await parts).helpDesk.call(screen),
    'help.callOff': async () => (await parts).helpDesk.callOff(),
  };
}
