import type { insuranceCalls } from '../../preload/insurance-contract.ts';
import type { Session } from '../session/session.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

/** What each call about the insurance of a dwelling does. */
export function insuranceHandlers(from: {
  asTenant: AsTenant;
  session: Pick<Session, 'snapshot'>;
}): Pick<Handlers, keyof typeof insuranceCalls> {
  const { asTenant, session } = from;
  return {
    'insurance.read': ({ accountId }) =>
      asTenant((visit, { insurances }) => insurances.read(visit, accountId)),
    'insurance.send': (request) => asTenant((visit, { insurances }) => insurances.send(visit, request)),
    'insurance.printAcknowledgement': ({ accountId }) =>
      asTenant((visit, { insurances }) => {
        const snapshot = session.snapshot();
        if (snapshot.state !== 'tenant') return SESSION_OVER;
        return insurances.printAcknowledgement(visit, snapshot.tenant, accountId, snapshot.access.locale);
      }),
  };
}
