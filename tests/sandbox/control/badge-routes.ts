import type { Route } from './control-routes.ts';
import { json, refusal, seeOther } from './reply.ts';

const ANCHOR = '/#badges';
const NUMBER = /^\d{1,10}$/;

export const BADGE_ROUTES: Readonly<Record<string, Route>> = {
  'GET /badge-reader': {
    purpose: 'Le badge posé sur le lecteur, ou null',
    reply: ({ badgeReader }) => json({ lying: badgeReader?.lying() ?? null }),
  },
  'POST /badge-reader/*': {
    purpose: 'Poser un badge par son numéro (/badge-reader/0004211337), ou le retirer (/badge-reader/none)',
    reply: async ({ badgeReader }, { name }) => {
      if (!badgeReader) return refusal(404, 'There is no badge reader at this kiosk.');
      if (name === 'none') await badgeReader.takeAway();
      else if (NUMBER.test(name)) await badgeReader.lay(name);
      else return refusal(404, 'There is no such badge.');
      return seeOther(ANCHOR);
    },
  },
};
