import { ok, problem } from '../answer.ts';
import { type BookedAppointment, PLACES } from '../appointments.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listAppointments: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const { cursor, limit } = request.query as { cursor?: string; limit: number };
  const list = ['appointments', tenant.id];
  const place = cursor === undefined ? [0] : system.cursors.open(list, cursor);
  if (!place) return problem('cursor.invalid');

  const [start = 0] = place;
  const end = start + limit;
  const booked = system.appointments.of(tenant.id);
  return ok({
    items: booked.slice(start, end).map(described),
    nextCursor: end < booked.length ? system.cursors.seal(list, [end]) : null,
  });
};

export function described({ id, subject, startsAt, endsAt, placeId }: BookedAppointment) {
  return { id, subject, startsAt, endsAt, place: PLACES.find((place) => place.id === placeId) };
}
