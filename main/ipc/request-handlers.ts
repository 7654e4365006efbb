import type { Locale, Tenant } from '../../preload/contract.ts';
import type { requestCalls } from '../../preload/request-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

/** What each call about requests and complaints does. */
export function requestHandlers(from: {
  asTenant: AsTenant;
  parts: Promise<OpenParts>;
  locale: () => Locale;
  tenant: () => Tenant | null;
}): Pick<Handlers, keyof typeof requestCalls> {
  const { asTenant, parts, locale, tenant } = from;
  return {
    'request.list': (asked) => asTenant((visit, { requests }) => requests.list(visit, asked)),
    'request.read': ({ requestId }) => asTenant((visit, { requests }) => requests.read(visit, requestId)),
    'request.write': (request) => asTenant((visit, { requests }) => requests.write(visit, request, locale())),
    'request.reply': (word) => asTenant((visit, { requests }) => requests.reply(visit, word)),
    'request.settle': (verdict) => asTenant((visit, { requests }) => requests.settle(visit, verdict)),
    'request.printAcknowledgement': ({ requestId }) =>
      asTenant((visit, { requests }) => {
        const person = tenant();
        if (!person) return { ok: false, error: { code: 'SESSION_OVER' } };
        return requests.print(visit, person, requestId, locale());
      }),
    'request.writeUnsigned': async (request) => (await parts).unsignedRequests.write(request, locale()),
    'followUp.list': (asked) => asTenant((visit, { followUps }) => followUps.list(visit, asked)),
  };
}
