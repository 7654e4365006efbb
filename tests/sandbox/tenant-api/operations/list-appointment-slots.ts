import { ok, problem } from '../answer.ts';
import { PLACES } from '../appointments.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listAppointmentSlots: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const { subject, cursor, limit } = request.query as { subject: string; cursor?: string; limit: number };
  const list = ['appointment-slots', tenant.id, subject];
  const place = cursor === undefined ? [0] : system.cursors.open(list, cursor);
  if (!place) return problem('cursor.invalid');

  const [start = 0] = place;
  const end = start + limit;
  const free = system.appointments.free();
  return ok({
    places: PLACES,
    items: free.slice(start, end),
    nextCursor: end < free.length ? system.cursors.seal(list, [end]) : null,
  });
};
