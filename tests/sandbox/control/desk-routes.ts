import type { Route } from './control-routes.ts';
import { json, refusal, seeOther } from './reply.ts';

const ANCHOR = '/#desk';

/** What the members of staff of an agency have before them: the `desk` part of the contract, without its sign-in. */
export const DESK_ROUTES: Readonly<Record<string, Route>> = {
  'GET /help-calls': {
    purpose: 'Qui attend un conseiller à une borne',
    reply: ({ tenantApi }) => json({ items: tenantApi.helpCalls.open }),
  },
  'POST /help-call-takings/*': {
    purpose: 'Un conseiller se déplace',
    reply: ({ tenantApi }, { name }) =>
      tenantApi.helpCalls.take(name) ? seeOther(ANCHOR) : refusal(409, 'Nobody waits there any more.'),
  },
  'POST /help-call-closings/*': {
    purpose: 'La personne a été aidée',
    reply: ({ tenantApi }, { name }) => {
      tenantApi.helpCalls.close(name);
      return seeOther(ANCHOR);
    },
  },
};
