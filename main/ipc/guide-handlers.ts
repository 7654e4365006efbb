import type { OpenParts } from '../open-parts.ts';
import type { Handlers } from './router.ts';

type GuideChannel = Extract<keyof Handlers, `guide.${string}`>;

/** Somebody at the desk guides the person at the kiosk. */
export function guideHandlers(parts: Promise<OpenParts>): Pick<Handlers, GuideChannel> {
  return {
    'guide.read': async () => (await parts).guide.read(),
    // It stands at the desk as a call for help does: whoever takes it there needs no code.
    'guide.open': async ({ screen }) => {
      const { guide, helpDesk } = await parts;
      if (guide.open()) helpDesk.call(screen);
    },
    'guide.answer': async ({ accepts }) => (await parts).guide.answer(accepts),
    'guide.stop': async () => {
      const { guide, helpDesk } = await parts;
      guide.stop();
      helpDesk.callOff();
    },
    'guide.mirror': async ({ events }) => (await parts).guide.mirror(events),
    'guide.tell': async (word) => (await parts).guide.tell(word),
  };
}
