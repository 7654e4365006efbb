import type { appointmentCalls } from '../../preload/appointment-contract.ts';
import type { Session } from '../session/session.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

/** What each call about appointments with staff does. */
export function appointmentHandlers(from: {
  asTenant: AsTenant;
  session: Pick<Session, 'snapshot'>;
}): Pick<Handlers, keyof typeof appointmentCalls> {
  const { asTenant, session } = from;
  return {
    'appointment.list': () => asTenant((visit, { appointments }) => appointments.list(visit)),
    'appointment.slots': ({ subject }) =>
      asTenant((visit, { appointments }) => appointments.slots(visit, subject)),
    'appointment.book': (request) => asTenant((visit, { appointments }) => appointments.book(visit, request)),
    'appointment.cancel': ({ appointmentId }) =>
      asTenant((visit, { appointments }) => appointments.cancel(visit, appointmentId)),
    'appointment.print': ({ appointmentId }) =>
      asTenant((visit, { appointments }) => {
        const snapshot = session.snapshot();
        if (snapshot.state !== 'tenant') return SESSION_OVER;
        return appointments.print(visit, snapshot.tenant, appointmentId, snapshot.access.locale);
      }),
    'appointment.email': ({ appointmentId }) =>
      asTenant((visit, { appointments }) =>
        appointments.sendByEmail(visit, appointmentId, session.snapshot().access.locale),
      ),
  };
}
